"""Sections that have to fit one page: each can be said at length or in short, and at worst in part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from unicodedata import east_asian_width

from salesduty.views.forms import Lines

WIDE, NARROW = 33, 12
"""Chinese characters to a line of a cell that is wide or shares its row, in the size of tables on A4, with some to spare."""
_PARTS = (24, 16, 12, 8, 6, 4, 3, 2, 1)
_LATIN = 0.55
"""How wide a letter or digit is, in Chinese characters; most are narrower."""

Ways = Sequence[Lines]
"""What a section can say, the longest way first."""


def height(lines: Lines, cell: int = WIDE) -> int:
    """Return how many printed lines `lines` take in a cell that is `cell` characters wide."""
    return sum(max(1, ceil(width(line) / cell)) for line in lines)


def fitted(sections: Mapping[str, Ways], room: int, steps: Iterable[str], back: Iterable[str]) -> Mapping[str, Lines]:
    """Return for each section what it says, so that all of them take `room` printed lines at most if they can.

    Each of the `steps` names the section that is said one way shorter next, as long as it is needed. What room is left
    then lets the sections named in `back` be said longer again.
    """
    chosen = dict.fromkeys(sections, 0)
    heights = {name: [height(way) for way in ways] for name, ways in sections.items() if ways}

    def taken() -> int:
        return sum(tall[chosen[name]] for name, tall in heights.items())

    for name in steps:
        if taken() <= room:
            break
        chosen[name] = max(0, min(chosen[name] + 1, len(sections[name]) - 1))
    for name in back:
        while chosen[name] and taken() - heights[name][chosen[name]] + heights[name][chosen[name] - 1] <= room:
            chosen[name] -= 1
    return {name: ways[chosen[name]] if ways else () for name, ways in sections.items()}


def in_a_row(said: Sequence[str], rest: str) -> Ways:
    """Return `said` as one running line, then ever fewer of them with the `rest`, whose `{count}` tells how many are missing.

    What else stands in `rest` stays as it is, for it may be a name with braces.
    """
    if not said:
        return ()
    shorter = (count for count in _PARTS if count < len(said))
    before, _, behind = rest.partition("{count}")
    return (
        (f"{'；'.join(said)}。",),
        *((f"{'；'.join(said[:count])}；{before}{len(said) - count}{behind}。",) for count in shorter),
    )


def width(line: str) -> float:
    """Return how wide `line` is, in Chinese characters."""
    return sum(1 if east_asian_width(character) in "WFA" else _LATIN for character in line)
