"""What `fmt` has done, or would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from salesduty.results.suggestion import Edited


@dataclass(frozen=True, slots=True)
class Unformatted:
    """A file that was left alone: it cannot be read, or it is not certain that it would say the same afterwards."""

    file: str
    why: Literal["unreadable", "unsure"]


@dataclass(frozen=True, slots=True)
class Formatted:
    """The files that are not in the one style, those that were left alone, and how many were looked at."""

    files: tuple[Edited, ...]
    left: tuple[Unformatted, ...]
    looked: int
    writing: bool = False
