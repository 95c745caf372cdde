"""Duties towards customers that two departments of one company hold both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from salesduty.model.choices import Action
from salesduty.responsibility import scope as scopes
from salesduty.responsibility.apart import grouped_apart
from salesduty.responsibility.conflicts import judge
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.overlaps import Conflict, Lines
from salesduty.responsibility.parallel import names_alike
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.normal import normal

_NODES = re.compile("C|M05|M06|M13|M14|M16")
_ENDS = re.compile("(?:部门?|中心|科室?|组|处|公司|事业|团队|办事|销售|营销|业务|市场)+$")
_NUMBER = re.compile(r"[一二三四五六七八九十\d]+")
_CHANNELS = re.compile("电商|网络|网销|电销|电话销售|直销|直营|跨境|新零售|分销")
_SURE = 0.6
"""A conflict across departments is brought before their common superior: only what is rather sure is told."""
_MOST_OF_A_KIND = 20


@dataclass(frozen=True, slots=True)
class Between:
    """The conflicts of one node of the taxonomy between two departments, the surest first."""

    node: str
    one: Responsibilities
    other: Responsibilities
    conflicts: tuple[Conflict, ...]


def between(departments: Sequence[Responsibilities]) -> Iterator[Between]:
    """Yield what the departments of one company hold twice, by pair of departments and area."""
    ordered = sorted(departments, key=lambda each: (each.department.folder, each.department.id))
    for one, other in combinations(ordered, 2):
        if departments_apart(one, other) or _encloses(one, other):
            continue
        by_node: dict[str, list[Conflict]] = {}
        for conflict in _conflicts(one, other):
            claim = conflict.verdict.one
            by_node.setdefault(claim.node if claim is not None else "", []).append(conflict)
        for node in sorted(by_node):
            several = sorted(by_node[node], key=lambda each: (-each.verdict.certainty, each.one.address, each.other.address))
            yield Between(node, one, other, tuple(several))


def departments_apart(one: Responsibilities, other: Responsibilities) -> bool:
    """Tell whether the names of two departments say that they have different regions, customers, products or numbers."""
    first, second = normal(one.department.name), normal(other.department.name)
    mine, theirs = _told(first, one), _told(second, other)
    if mine != theirs or _NUMBER.findall(first) != _NUMBER.findall(second):
        return True
    core_one, core_other = _ENDS.sub("", first), _ENDS.sub("", second)
    same_end = first[len(core_one) :] == second[len(core_other) :]
    return same_end and bool(core_one) and bool(core_other) and core_one != core_other and len(first) - len(core_one) > 2


def _told(name: str, found: Responsibilities) -> tuple[object, ...]:
    tokens = found.vocabulary.matcher.tokens(name)
    inferred = scopes.inferred(name, tokens, found.vocabulary)
    regions = frozenset(inferred.named.get("region", ()))
    return regions, scopes.segments(name, tokens, found.vocabulary), frozenset(_CHANNELS.findall(name))


def _encloses(one: Responsibilities, other: Responsibilities) -> bool:
    """Whether one department is part of the other: what both write is told from top to bottom."""
    mine, theirs = one.department, other.department
    return any(each.folder == mine.folder for each in theirs.outer) or any(each.folder == theirs.folder for each in mine.outer)


def _conflicts(one: Responsibilities, other: Responsibilities) -> Iterator[Conflict]:
    mine, theirs = _blocks(one), _blocks(other)
    lines = Lines(one.department), Lines(other.department)
    seen: set[tuple[str, str]] = set()
    for key in sorted(mine.keys() & theirs.keys()):
        for first in mine[key]:
            for second in theirs[key]:
                pair = (first.address, second.address)
                if pair in seen:
                    continue
                seen.add(pair)
                conflict = _conflict(first, second, one, other, lines)
                if conflict is not None:
                    yield conflict


def _blocks(found: Responsibilities) -> dict[tuple[str, Action], list[Holding]]:
    """The duties towards customers by facet and action; of those that read alike a few stand for all."""
    blocks: dict[tuple[str, Action], list[Holding]] = {}
    kept: dict[tuple[object, ...], int] = {}
    for holding in sorted(found.owned, key=lambda holding: holding.address):
        for key in sorted({(facet, claim.action) for claim in holding.reading.main for facet in claim.facets}):
            if not _NODES.match(key[0]):
                continue
            reading = holding.reading
            kind = (key, tuple((c.facet, c.action, c.term) for c in reading.main), reading.segments, _named(holding))
            kept[kind] = kept.get(kind, 0) + 1
            if kept[kind] <= _MOST_OF_A_KIND:
                blocks.setdefault(key, []).append(holding)
    return blocks


def _named(holding: Holding) -> frozenset[tuple[str, frozenset[str]]]:
    return frozenset(holding.reading.scope.named.items())


def _conflict(
    first: Holding, second: Holding, one: Responsibilities, other: Responsibilities, lines: tuple[Lines, Lines]
) -> Conflict | None:
    if _shared(first, second, one) or _shared(second, first, other):
        return None
    if any(line.one_leads(first.post.address, second.post.address) for line in lines):
        return None
    steps = abs(one.seats[first.post.address].rank - other.seats[second.post.address].rank)
    alike = names_alike(first.post.value.name, second.post.value.name) or grouped_apart(first.post.value, second.post.value)
    verdict = judge(first.reading, second.reading, one.vocabulary, steps=steps, alike=alike)
    if verdict.relation != "conflict" or verdict.certainty < _SURE or verdict.one is None or verdict.other is None:
        return None
    if verdict.one.facet != verdict.other.facet or not _NODES.match(verdict.one.facet):
        return None
    return Conflict(first, second, verdict)


def _shared(mine: Holding, theirs: Holding, found: Responsibilities) -> bool:
    """Whether a duty declares that it is shared with the other post or with its whole department."""
    address = theirs.post.address
    parties = (party for ref in mine.duty.shared_with for party in found.department.parties(ref))
    return any(f"{address}/".startswith(f"{party.address}/") for party in parties if party.kind != "outside")
