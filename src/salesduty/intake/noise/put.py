"""What putting noise aside leaves: clean lines, and what was put aside."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.intake.manuscript import Line
from salesduty.intake.passage import Passage


@dataclass(frozen=True, slots=True)
class Put:
    """Characters that are put aside, and a key of `results/reasons.py` that says why."""

    passage: Passage
    reason: str


@dataclass(frozen=True, slots=True)
class Clean:
    """A line and what is left of its characters."""

    line: Line
    passage: Passage


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines of a document without noise, in order, and the noise."""

    lines: tuple[Clean, ...]
    aside: tuple[Put, ...]
