"""Folders with fonts that somebody names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from salesduty.disk.find import NotFound


def font_folders(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """Return the real places of `paths`. Raises NotFound for one that does not exist."""
    found = []
    for path in paths:
        if not Path(path).exists():
            raise NotFound(str(path))
        found.append(str(Path(path).resolve()))
    return tuple(found)
