"""A setting as it is in force, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["default", "file", "option", "environment", "system"]


@dataclass(frozen=True, slots=True)
class Setting:
    """`key` as a settings file has it, its value, and what has given it.

    `place` is `file:line`, the option or the variable. No value means that nothing is asked for.
    """

    key: str
    value: str | float | tuple[str, ...] | None
    source: Source = "default"
    place: str = ""
