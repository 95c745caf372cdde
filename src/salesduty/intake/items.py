"""Lines to units: what is counted, by what, and how deep it lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from salesduty.intake.lexicon import Lexicon
from salesduty.intake.manuscript import NOWHERE, Line
from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY, Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, an item or a sentence: `body` without its number `mark` and without the punctuation `end` behind it.

    `family` tells kinds of numbers apart (`一、`, `(1)`, `8.1.1`, a bullet; empty for none) and `value` is the number, of several
    parts for decimal ones. `depth` is how deep it lies among the counted units around it, from 0; -1 where it is not counted.
    `opens` and `closes` say that it begins and ends its line; `line` has the looks of that line.
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

    @property
    def number(self) -> str:
        """What counts it: in the text, or drawn by the program that shows it."""
        return self.mark.text.strip() or self.line.label


_MARK = re.compile(
    r"\s*(?:(?P<hanzi>[一二三四五六七八九十]{1,3})、|[(（](?P<inhanzi>[一二三四五六七八九十]{1,3})[)）]|[(（](?P<indigit>\d{1,2})[)）]"
    r"|(?P<digit>\d{1,2})[、.．)）](?!\d)|(?P<circled>[①-⑳])|(?P<bullet>[*•·●◆■▪➢-]))\s*"
)
_END = "；;。，,、 "


def units(lines: Sequence[Clean], lexicon: Lexicon) -> tuple[Unit, ...]:  # noqa: ARG001
    """Return the units of lines in order; every character of a line is in one of its units."""
    found: list[Unit] = []
    order: list[str] = []
    for each in lines:
        match = _MARK.match(each.passage.text)
        family = (match.lastgroup or "") if match else ""
        if family in order:
            del order[order.index(family) + 1 :]
        elif family:
            order.append(family)
        at = match.end() if match else 0
        body = each.passage.cut(at)
        bare = body.rstrip(_END)
        found.append(
            Unit(
                bare.strip(),
                each.passage.cut(0, at),
                body.cut(len(bare)),
                family,
                (),
                order.index(family) if family else -1,
                line=each.line,
            )
        )
    return tuple(found)
