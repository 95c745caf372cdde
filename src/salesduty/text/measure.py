"""How wide printed text is, as far as can be told without its font, and how it is broken into lines."""

from __future__ import annotations

from functools import cache, lru_cache
from unicodedata import category, east_asian_width

from salesduty.text.breaking import broken

_ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_NARROW = frozenset("iIjlftr.,:;'|!()[]{} -`/\\")
_BROAD = frozenset("mwMWQOGND@%&")
_BOLD = 1.04


@cache
def part_of_em(char: str) -> float:
    """Return the width of `char` as a part of the size of its letters, rather too much than too little.

    Chinese characters are as wide as they are high in every font. Letters are those of Arial and Noto Sans, rounded up.
    Characters of ambiguous width (“ ” · …) count as wide, because they are taken from the Chinese font.
    """
    if char in _NARROW:
        return 0.39
    if char in _BROAD:
        return 0.92
    if char < "\u0300" and (char.isalpha() or east_asian_width(char) != "A"):
        return 0.72 if char.isupper() else 0.6
    if category(char) in _ZERO_WIDTH:
        return 0
    return 1 if east_asian_width(char) in "WFA" else 0.72


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is in letters of `size`, in the unit of `size`."""
    return sum(map(part_of_em, text)) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def lines(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in lines that are at most `room` wide in letters of `size`, about equally long; what is empty has none."""
    if not text:
        return ()
    ems = room / (size * (_BOLD if bold else 1))
    fewest = broken(text, ems, part_of_em)
    even = sum(map(part_of_em, text)) / len(fewest)
    while even < ems:
        if len(found := broken(text, even, part_of_em)) <= len(fewest):
            return tuple(found)
        even += 0.5
    return tuple(fewest)
