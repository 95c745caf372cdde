"""What the lines of a document come apart into."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.intake.manuscript import NOWHERE, Line
from salesduty.intake.passage import EMPTY, Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, an item or a sentence: `body` without its number `mark` and without the punctuation `end` behind it.

    `family` tells kinds of numbers apart (`一、`, `(1)`, `8.1`, `•*` for a bullet and its sign; empty for none) and `value` is
    the number, of several parts for decimal ones. `depth` is how deep it lies among the counted units around it, from 0; -1 where
    it is not counted. `opens` and `closes` say that it begins and ends its line; `line` has the looks of that line. `title` is
    the heading within the body, before its first colon, if there is one. `leads` says that it ends in a colon.
    """

    body: Passage
    mark: Passage = EMPTY
    end: Passage = EMPTY
    family: str = ""
    value: tuple[int, ...] = ()
    depth: int = -1
    opens: bool = True
    closes: bool = True
    line: Line = NOWHERE
    title: Passage = EMPTY
    leads: bool = False

    @property
    def number(self) -> str:
        """What counts it: in the text, or drawn by the program that shows it."""
        return self.mark.text.strip() or self.line.label
