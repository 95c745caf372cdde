"""Add to a file that several programs add to in turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesduty.disk.write import CannotWrite


def append(path: Path, made: Callable[[int], bytes], most: int) -> None:
    """Append what `made` gives for the room that is left, so that the file at `path` holds `most` bytes at the most.

    `made` is asked for at most so many bytes; nothing is written where that is not enough for it. Raises CannotWrite.
    """
    try:
        held = path.stat().st_size if path.exists() else 0
        data = made(max(0, most - held))
        if data and held + len(data) <= most:
            with path.open("ab") as stream:
                stream.write(data)
    except OSError as error:
        raise CannotWrite(str(path), "failed") from error
