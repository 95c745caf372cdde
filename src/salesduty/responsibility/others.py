"""A department, ready for asking who else does what one post does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from salesduty.model.post import Authority, Post
from salesduty.model.process import Process, Step
from salesduty.responsibility.bearers import Written, power
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.matches import PARTS
from salesduty.responsibility.reading import Reading, sentence
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.coverage import Part
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_AMOUNTS = re.compile("[0-9.,万千百亿元至~以下上及含() ]|不满|超过|不足|单次|单笔|单个|单份|的")


def bare(text: str) -> str:
    """Return what a power is about where no area tells: its first clause without amounts."""
    return _AMOUNTS.sub("", re.split("[,;。]", normal(text))[0])


class Power(NamedTuple):
    """A power of a post as read, with the areas that it is about."""

    authority: Authority
    facets: frozenset[str]
    reading: Reading


class Others:
    """A department, ready for asking who else does a thing."""

    def __init__(self, found: Responsibilities) -> None:
        self.found = found
        self.department = found.department
        self.written = Written(found.department)

    @cached_property
    def by_facet(self) -> Mapping[str, Sequence[tuple[Holding, Part]]]:
        """Every duty by each facet of its main clauses, with its part there."""
        index: dict[str, dict[tuple[str, Part], tuple[Holding, Part]]] = {}
        for holding in self.found.owned:
            for claim in holding.reading.main:
                for facet in claim.facets:
                    part = PARTS[claim.action]
                    index.setdefault(facet, {})[holding.address, part] = (holding, part)
        return {facet: tuple(several.values()) for facet, several in index.items()}

    @cached_property
    def by_post(self) -> Mapping[str, Sequence[Holding]]:
        """The duties of each post, by its address."""
        found: dict[str, list[Holding]] = {}
        for holding in self.found.owned:
            found.setdefault(holding.post.address, []).append(holding)
        return found

    @cached_property
    def powers_of(self) -> Mapping[str, Sequence[Power]]:
        """The powers of each post, by its address."""
        texts = {authority.text for post in self.department.active_posts for authority in post.value.authorities}
        read = {text: power(text, self.found) for text in texts}
        return {
            post.address: [Power(each, facets_of(read[each.text]), read[each.text]) for each in post.value.authorities]
            for post in self.department.active_posts
        }

    @cached_property
    def powers_by_facet(self) -> Mapping[str, Sequence[tuple[str, Authority, Reading]]]:
        """Which post has which powers in each area."""
        found: dict[str, list[tuple[str, Authority, Reading]]] = {}
        for address, powers in self.powers_of.items():
            for held in powers:
                for facet in held.facets or (bare(held.authority.text),):
                    found.setdefault(facet, []).append((address, held.authority, held.reading))
        return found

    @cached_property
    def carriers(self) -> Mapping[str, set[str]]:
        """The posts that carry each KPI, by how they call it."""
        found: dict[str, set[str]] = {}
        for post in self.department.active_posts:
            for kpi in post.value.kpis:
                found.setdefault(kpi.ref or kpi.name or "", set()).add(post.address)
        return found

    @cached_property
    def stood_in_for(self) -> Mapping[str, Sequence[str]]:
        """For each post the names of those that it is the deputy of."""
        found: dict[str, list[str]] = {}
        for post in self.department.active_posts:
            party = next(iter(self.department.parties(post.value.deputy)), None) if post.value.deputy else None
            if party is not None and party.address != post.address:
                found.setdefault(party.address, []).append(post.value.name)
        return found

    @cached_property
    def steps(self) -> Sequence[tuple[Placed[Process], int, Step, str]]:
        """Every step with its process, its number there, and its address."""
        return [
            (process, index, step, f"{process.address}/{step.id or f'#{index + 1}'}")
            for process in self.department.processes
            for index, step in enumerate(process.value.steps)
        ]

    def facet(self, step: Step) -> str:
        """Return what a step is about, by its area, its name or its text; empty where that cannot be told."""
        if step.area:
            return step.area
        readings = (sentence(words, self.found.vocabulary, self.found.matcher) for words in (step.name, step.text or ""))
        return next((facet for reading in readings if (facet := first_facet(reading))), "")

    def called(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Return the names of those whom `refs` mean."""
        return tuple(dict.fromkeys(next((party.name for party in self.department.parties(ref)), ref) for ref in refs))

    def is_post(self, ref: str | None, post: Placed[Post]) -> bool:
        """Tell whether `ref` means `post` and nobody else."""
        parties = self.department.parties(ref) if ref else ()
        return bool(parties) and all(party.address == post.address for party in parties)


def facets_of(reading: Reading) -> frozenset[str]:
    """Return all areas that the main clauses of a duty may mean."""
    return frozenset(facet for claim in reading.main for facet in claim.facets)


def first_facet(reading: Reading) -> str:
    """Return the area that a duty is about in the first place; empty where it cannot be told."""
    return next((claim.facet for claim in reading.main if claim.facet), "")


class Thing(NamedTuple):
    """A duty or a step in which a post has a part."""

    place: Place
    address: str
    name: str
    text: str
    facet: str
