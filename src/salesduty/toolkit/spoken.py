"""Spoken: the language that a settings file asks for, found at every start and so without whatever else reads settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from salesduty.disk.settings import around
from salesduty.settings.mistake import Mistake
from salesduty.settings.toml import parsed


def language_around(folder: str | Path) -> str:
    """Return the `lang` of the settings file around `folder`, empty without one that can be read."""
    found = around(Path(folder))
    values = parsed(found.data, found.name) if found is not None else None
    if found is None or values is None or isinstance(values, Mistake):
        return ""
    data: object = values[0]
    for step in ("tool", "salesduty", "lang") if found.is_shared else ("lang",):
        data = data.get(step) if isinstance(data, Mapping) else None
    return data if isinstance(data, str) else ""
