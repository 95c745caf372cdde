"""Where the sides of a contract sign: two beside each other, with lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from salesduty.renderers.word.sections import Page
from salesduty.results.paper import Detail, Side, Signing

GAP = 500
"""Between two sides, in twentieths of a point."""
_LETTER = 240
_COLON = 460
_NARROWEST = 1300


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides beside each other, or a last one alone: the widths of their labels and of what is written behind them."""

    sides: tuple[Side, ...]
    label: int
    value: int

    @property
    def rows(self) -> Iterator[tuple[Detail | None, ...]]:
        """The lines to fill in, side by side; None where a side has fewer."""
        return zip_longest(*(side.blanks for side in self.sides))


def pairs(signing: Signing, page: Page) -> Iterator[Pair]:
    """Yield the sides of `signing`, two at a time, with widths for `page`."""
    half = (page.width - GAP) // 2
    for first in range(0, len(signing.sides), 2):
        sides = signing.sides[first : first + 2]
        longest = max((len(blank.label) for side in sides for blank in side.blanks), default=0)
        label = min(max(longest * _LETTER + _COLON, _NARROWEST), half * 2 // 3)
        yield Pair(sides, label, half - label)
