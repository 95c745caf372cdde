"""Which pairs of duties are worth comparing: all that can conflict in a department, a bounded number for each duty in a huge one.

Comparing every pair of 100,000 duties would take days. Only duties that share a facet and an action can conflict by what
the vocabulary knows, and only such as share unusual words by what it does not. Where so many share them that all pairs
would still be too many, duties are sorted by what tells them apart, and each is compared with those beside it (sorted
neighbourhood, Hernández and Stolfo 1995): those nearest are the likeliest to be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from salesduty.responsibility.claims import Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.reading import Reading

MOST_IN_FULL = 80
"""A block of at most so many duties is compared in full."""
WINDOW = 6
"""In a larger block each duty is compared with so many of those behind it, in each of two orders."""
COMMON = 24
"""Words that more duties than this share say nothing about which two belong together."""

SHARED = 2
"""So many unusual pairs of characters must two duties share to be compared for their words alone."""

Pair = tuple[Holding, Holding]


def candidates(owned: Sequence[Holding]) -> Iterator[Pair]:
    """Yield every pair of duties of two posts that is worth comparing, each once, in an order that rests on the duties alone."""
    seen: set[tuple[int, int]] = set()
    met: dict[tuple[int, int], int] = {}
    for block in _by_facet(owned):
        for pair in _pairs(block, owned):
            if pair not in seen and owned[pair[0]].post is not owned[pair[1]].post:
                seen.add(pair)
                yield owned[pair[0]], owned[pair[1]]
    for block in _by_words(owned):
        for pair in combinations(block, 2):
            met[pair] = met.get(pair, 0) + 1
            if met[pair] == SHARED and pair not in seen and owned[pair[0]].post is not owned[pair[1]].post:
                yield owned[pair[0]], owned[pair[1]]


def _by_facet(owned: Sequence[Holding]) -> Iterator[list[int]]:
    """The duties that share a facet, or a whole area where one tells no more, and an action, and may lie in one region."""
    blocks: dict[tuple[str, str], list[int]] = {}
    for index, holding in enumerate(owned):
        keys = {(facet, action) for claim in holding.reading.main for facet in claim.facets for action in _actions(claim)}
        # A duty of which only the area is known meets those of every facet in it.
        keys |= {(facet.split(".", 1)[0], action) for facet, action in keys}
        for key in keys:
            blocks.setdefault(key, []).append(index)
    nodes = {facet for facet, _ in blocks if "." not in facet}
    whole = {node for node in nodes if any(node in claim.facets for holding in owned for claim in holding.reading.main)}
    for key in sorted(blocks):
        if "." in key[0] or key[0] in whole:
            yield blocks[key]


def _actions(claim: Claim) -> tuple[str, ...]:
    """What a claim may be compared as: to check is doing and reviewing."""
    return ("do", "review") if claim.verb == "check" else (claim.action.value,)


def _by_words(owned: Sequence[Holding]) -> Iterator[list[int]]:
    """The duties that share an unusual pair of characters, or of words."""
    blocks: dict[str, list[int]] = {}
    for index, holding in enumerate(owned):
        reading = holding.reading
        words = frozenset[str]().union(*(claim.content for claim in reading.main))
        for word in words.union(map("|".join, pairwise(reading.units))):
            blocks.setdefault(word, []).append(index)
    for word in sorted(blocks):
        if 1 < len(blocks[word]) <= COMMON:
            yield blocks[word]


def _pairs(block: Sequence[int], owned: Sequence[Holding]) -> Iterator[tuple[int, int]]:
    if len(block) <= MOST_IN_FULL:
        yield from combinations(block, 2)
        return
    for key in (_by_thing, _by_place):
        ordered = sorted(block, key=_order(owned, key))
        for at, index in enumerate(ordered):
            yield from ((min(index, other), max(index, other)) for other in ordered[at + 1 : at + 1 + WINDOW])


def _order(owned: Sequence[Holding], key: Callable[[Reading], str]) -> Callable[[int], tuple[str, str]]:
    return lambda index: (key(owned[index].reading), owned[index].address)


def _by_thing(reading: Reading) -> str:
    """What a duty is about: the terms, then its least common words."""
    words = sorted(frozenset[str]().union(*(claim.content for claim in reading.main)))
    return " ".join((*(claim.term for claim in reading.main), *words[:2]))


def _by_place(reading: Reading) -> str:
    """Where a duty holds, then how it begins."""
    names = sorted(name for names in reading.scope.named.values() for name in names)
    return " ".join((*names, reading.text[:8]))
