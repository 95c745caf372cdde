"""Where new items of a list belong, and their lines without what is written elsewhere already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesduty.results.place import Path
from salesduty.toolkit.pairing import Pairs, Thing


def below(thing: Thing, pairs: Pairs) -> Iterator[Thing]:
    """Yield what lies below `thing` of the things that are written already."""
    for _, each in pairs.pairs:
        above = each.parent
        while above is not None:
            if above is thing:
                yield each
                break
            above = above.parent


def without(lines: list[str], inner: list[str]) -> list[str]:
    """Return lines without those of an item below, and without the key of a list that has none left."""
    stripped = [line.strip() for line in lines]
    wanted = [line.strip() for line in inner]
    for start in range(1, len(lines) - len(inner) + 1):
        if stripped[start : start + len(inner)] == wanted:
            kept = lines[:start] + lines[start + len(inner) :]
            if kept[start - 1].rstrip().endswith(":") and (start == len(kept) or _depth(kept[start]) <= _depth(kept[start - 1])):
                del kept[start - 1]
            return kept
    return lines


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def place_after(thing: Thing, siblings: Sequence[Thing], partner: Mapping[Thing, Thing], within: Path) -> int:
    """Return the index of what a new item comes behind: the nearest one before it that is written there."""
    place = next(number for number, each in enumerate(siblings) if each is thing)
    for each in reversed(siblings[:place]):
        if each in partner and partner[each].within == within:
            return partner[each].index
    for each in siblings[place + 1 :]:
        if each in partner and partner[each].within == within:
            return partner[each].index - 1
    return 0
