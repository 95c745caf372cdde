"""Duties that are one responsibility by what they say, held with written scopes that have a common part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from salesduty.model.choices import Action
from salesduty.responsibility.bands import common
from salesduty.responsibility.conflicts import Verdict, judge
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.intersections import comparable, limits, scopes_meet
from salesduty.responsibility.overlaps import Conflict, Lines, Overlap, declared_shared, grouped
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.amounts import Interval

_MOST_OF_A_KIND = 3
_MOST_IN_A_BLOCK = 400
"""So many differently scoped duties of one area and action are compared; a department has some dozens."""


def intersecting(found: Responsibilities) -> Iterator[tuple[Overlap, bool]]:
    """Yield the overlaps of duties with written scopes, and whether these are cut along one line (regions, amounts …).

    What one post has by region and another by product meets as well, but people often mean it so.
    """
    conflicts = list(_conflicts(found))
    for along in (True, False):
        several = [each for each in conflicts if comparable(each.one.reading.scope, each.other.reading.scope) is along]
        yield from ((overlap, along) for overlap in grouped(several))


def shared_part(conflict: Conflict, found: Responsibilities) -> str:
    """Return in words what lies in the scopes of both duties."""
    return scopes_meet(conflict.one.reading.scope, conflict.other.reading.scope, found.vocabulary.regions) or ""


def _conflicts(found: Responsibilities) -> Iterator[Conflict]:
    lines = Lines(found.department)
    seen: set[tuple[str, str]] = set()
    for block in _blocks(found).values():
        for one, other in combinations(block, 2):
            pair = (min(one.address, other.address), max(one.address, other.address))
            if one.post.address == other.post.address or pair in seen:
                continue
            seen.add(pair)
            if not scopes_meet(one.reading.scope, other.reading.scope, found.vocabulary.regions):
                continue
            if declared_shared(found.department, one, other):
                continue
            if lines.one_leads(one.post.address, other.post.address) and not _cross(
                one.reading.scope.amount, other.reading.scope.amount
            ):
                continue
            verdict = _verdict(one, other, found)
            if verdict is not None:
                yield Conflict(one, other, verdict)


def _blocks(found: Responsibilities) -> Mapping[tuple[str, Action], list[Holding]]:
    """The duties with written scopes, by facet and action; of those that read alike and hold alike a few stand for all."""
    blocks: dict[tuple[str, Action], list[Holding]] = {}
    kept: dict[object, int] = {}
    for holding in sorted(filter(_is_limited, found.owned), key=lambda holding: holding.address):
        scope = holding.reading.scope
        for key in sorted({(facet, claim.action) for claim in holding.reading.main for facet in claim.facets}):
            kind = (key, frozenset(scope.named.items()), scope.amount)
            kept[kind] = kept.get(kind, 0) + 1
            block = blocks.setdefault(key, [])
            if kept[kind] <= _MOST_OF_A_KIND and len(block) < _MOST_IN_A_BLOCK:
                block.append(holding)
    return {key: blocks[key] for key in sorted(blocks)}


def _is_limited(holding: Holding) -> bool:
    return holding.reading.scope.written and bool(limits(holding.reading.scope))


def _cross(one: Interval | None, other: Interval | None) -> bool:
    """Whether two bands overlap in part, so that even in one reporting line nobody can tell whose the common part is."""
    both = common(one, other) if one is not None and other is not None else None
    return both is not None and both not in (one, other)


def _verdict(one: Holding, other: Holding, found: Responsibilities) -> Verdict | None:
    """The verdict where the two are one responsibility; that they are worded alike does not divide what the scopes do not."""
    steps = abs(found.seats[one.post.address].rank - found.seats[other.post.address].rank)
    verdict = judge(one.reading, other.reading, found.vocabulary, steps=steps)
    same = verdict.relation == "conflict" or (verdict.relation == "related" and verdict.why == "pattern")
    return verdict if same and verdict.one is not None and verdict.other is not None else None
