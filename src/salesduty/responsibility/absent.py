"""What breaks when one person of a post is away: what only this post does, decides, checks or keeps, and who stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from salesduty.model.choices import KpiLevel
from salesduty.model.duty import Work
from salesduty.model.post import Authority, Post
from salesduty.model.process import Step
from salesduty.responsibility.bearers import APPROVING, limit_of, step_roles, title_of
from salesduty.responsibility.gravity import gravest, weight_of
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.matches import PARTS
from salesduty.responsibility.others import Others, Thing, bare, facets_of, first_facet
from salesduty.responsibility.question import posts_called
from salesduty.responsibility.reading import Reading, sentence
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.answers import Absence, Absent, At, Break, BreakKind, Deputy, Doubt, Rest, Weight
from salesduty.results.coverage import Part
from salesduty.text.amounts import Interval, in_words, parse_interval
from salesduty.text.nearest import nearest
from salesduty.text.normal import normal
from salesduty.text.visible import one_line
from salesduty.workspace.placed import Placed

_CHECKED = frozenset(("C06", "C08", "C09", "C10", "C12", "C13", "M06", "M11", "M15", "M18", "M19"))
"""Areas of prices, contracts, money and goods, in which one person may not do and check the same thing."""
_COVERS: Mapping[Part, frozenset[Part]] = {
    "decide": frozenset(("decide",)),
    "do": frozenset(("do", "decide")),
    "review": frozenset(("review", "decide")),
}
"""Which part of another post keeps a thing going; whoever only checks a thing does not do it."""
_STANDS_IN = re.compile(r"由(.{2,12}?)代[审批签]")
_SURE = 0.8
_TWO = 2
_LEVELS_BELOW = 2
_MANY_POSTS = 2
_NAME = 30


class NotCalled(Exception):
    """No post, or no department, is called so; `near` are names that look like it."""

    def __init__(self, kind: str, given: str, near: tuple[str, ...]) -> None:
        super().__init__(f"no {kind} is called {given!r}")
        self.kind = kind
        self.given = given
        self.near = near


def absent(asked: str, departments: Sequence[Responsibilities], department: str | None = None) -> Absent:
    """Return what the absence of one person in the post called `asked` breaks, in every department that has such a post.

    `department` narrows it to departments of that id or name. Raises NotCalled.
    """
    chosen = [each for each in departments if department is None or _is_called(each, department)]
    if department is not None and not chosen:
        known = [name for each in departments for name in (each.department.name, each.department.id)]
        raise NotCalled("department", department, nearest(department, known))
    absences = [absence for each in chosen for absence in _in_department(asked, each)]
    if not absences:
        posts = [post.value for each in chosen for post in each.department.posts]
        raise NotCalled("post", asked, nearest(asked.strip(), [name for post in posts for name in (post.name, *post.aliases)]))
    return Absent(asked, tuple(absences))


def _is_called(found: Responsibilities, name: str) -> bool:
    return normal(name.strip()) in (normal(found.department.id), normal(found.department.name))


def _in_department(asked: str, found: Responsibilities) -> Iterator[Absence]:
    posts = posts_called(asked, found.department)
    if posts:
        others = Others(found)
        yield from (_Case(post, others).absence() for post in posts)


@dataclass(frozen=True)
class _Case:
    """One post whose person is away."""

    post: Placed[Post]
    others: Others

    def absence(self) -> Absence:
        department = self.others.department
        active = self.post.value.status == "active"
        breaks = sorted(self._breaks(), key=gravest) if active else []
        return Absence(
            department=department.id,
            department_name=department.name,
            post=self.post.address,
            name=self.post.value.name,
            people=self.post.value.headcount,
            active=active,
            deputy=self._doubted(breaks),
            breaks=tuple(breaks),
        )

    @property
    def _people(self) -> int:
        return 1 if self.post.value.headcount is None else self.post.value.headcount

    @cached_property
    def _stands_in(self) -> Placed[Post] | None:
        """The post that can stand in; None where there is none, or it is this one."""
        party = next(iter(self.others.department.parties(self.post.value.deputy)), None) if self.post.value.deputy else None
        return party.post if party is not None and party.post is not None and party.address != self.post.address else None

    @cached_property
    def deputy(self) -> Deputy:
        """Who stands in, without the doubts that arise from single things."""
        ref, people = self.post.value.deputy, self._people
        if ref is None:
            return Deputy("", doubts=("none",))
        party = next(iter(self.others.department.parties(ref)), None)
        if party is None:
            return Deputy(ref, doubts=("unknown",))
        if party.post is None:
            return Deputy(party.name, doubts=("outside",))
        post = party.post
        if post.address == self.post.address:
            return Deputy(party.name, people=self.post.value.headcount, doubts=("itself",) if people < _TWO else ())
        doubts: list[Doubt] = ["inactive"] if post.value.status != "active" else []
        seats = self.others.found.seats
        if post.address in seats and seats[self.post.address].rank - seats[post.address].rank >= _LEVELS_BELOW:
            doubts.append("level")
        for_others = tuple(name for name in self.others.stood_in_for.get(post.address, ()) if name != self.post.value.name)
        if len(for_others) >= _MANY_POSTS:
            doubts.append("busy")
        duties = len(self.others.by_post.get(post.address, ()))
        return Deputy(party.name, duties, post.value.headcount, for_others, tuple(doubts))

    def _doubted(self, breaks: Iterable[Break]) -> Deputy:
        """The deputy with what single things say against it."""
        found = {each.kind: each for each in breaks if each.rests_on == "nobody" and each.why in ("half", "limit")}
        more: list[Doubt] = [*(["limit"] if "approval" in found else []), *(["half"] if "check" in found else [])]  # type: ignore[list-item]
        return replace(self.deputy, doubts=(*self.deputy.doubts, *more)) if self._stands_in is not None else self.deputy

    @property
    def _rest(self) -> Rest:
        """Whom that rests on which only this post does."""
        if self._people > 1:
            return "colleagues"
        return "deputy" if self.deputy.can else "nobody"

    def _breaks(self) -> Iterator[Break]:
        duties = [holding for holding in self._own if not (self._is_shared(holding) or self._is_done_elsewhere(holding))]
        for holding in duties:
            at = self.others.written.at(holding.place, holding.address)
            yield self._work("duty", holding.duty, holding.reading, first_facet(holding.reading), holding.text, at)
        yield from self._steps(frozenset[str]().union(*(facets_of(holding.reading) for holding in duties)))
        yield from self._approvals()
        yield from self._pairs_of_eyes()
        yield from self._halves()
        yield from self._named()
        yield from self._kpis()
        if self._people < _TWO and not self.deputy.can:
            yield Break("deputy", "other", "nobody", self.deputy.name, why=self.deputy.doubts[0])

    @cached_property
    def _own(self) -> Sequence[Holding]:
        return self.others.by_post.get(self.post.address, ())

    def _is_shared(self, holding: Holding) -> bool:
        return any(not self.others.is_post(ref, self.post) for ref in holding.duty.shared_with)

    def _is_done_elsewhere(self, holding: Holding) -> bool:
        reading, regions = holding.reading, self.others.found.vocabulary.regions
        claim = next((claim for claim in reading.main if claim.facets), None)
        part = PARTS[claim.action] if claim is not None else "do"
        if claim is None or part not in _COVERS:
            return part not in _COVERS
        return any(
            other.post.address != self.post.address
            and theirs in _COVERS[part]
            and reading.scope.meets(other.reading.scope, regions)
            for facet in claim.facets
            for other, theirs in self.others.by_facet.get(facet, ())
        )

    def _work(self, kind: BreakKind, work: Work, reading: Reading, facet: str, text: str, at: At, why: str = "") -> Break:
        waiting = self.others.called(work.to or reading.recipients)
        return Break(
            kind,
            weight_of(facet),
            self._rest,
            title_of(work),
            text,
            limit_of(work, reading),
            who=tuple(name for name in waiting if name != self.post.value.name),
            outputs=work.outputs,
            why=why,
            at=at,
        )

    def _steps(self, held: frozenset[str]) -> Iterator[Break]:
        """The steps that stop, as far as no duty that is about `held` says so already."""
        found = self.others.found
        for process, index, step, address in self.others.steps:
            why, facet = self._missing(step), self.others.facet(step)
            told = why == "do" and facet in held and not (step.sla or step.to)
            if why and not told:
                reading = sentence(step.text or step.name, found.vocabulary, found.matcher)
                at = self.others.written.at(process / "steps" / index, address)
                yield self._work("step", step, reading, facet, step.text or "", at, why)

    def _missing(self, step: Step) -> str:
        """What a step lacks without the post: somebody who does, decides, or reviews it."""
        by_part: dict[Part, set[str]] = {}
        for part, name, post in step_roles(step, self.others.department):
            by_part.setdefault(part, set()).add(post.address if post is not None else name)
        alone = {part for part, holders in by_part.items() if holders == {self.post.address}}
        if "do" in alone or ("decide" in alone and "do" not in by_part):
            return "do"
        if "review" in alone:
            return "review"
        return "decide" if "decide" in alone and not step.escalate_to else ""

    def _approvals(self) -> Iterator[Break]:
        """The approvals that nobody else may give."""
        for index, (authority, facets, reading) in enumerate(self.others.powers_of.get(self.post.address, ())):
            if not (authority.limit or APPROVING.search(authority.text)) or self._may_another(authority, facets, reading):
                continue
            rest: Rest = "colleagues" if self._people > 1 else "deputy" if self._is_lent(authority) else "nobody"
            lacks = self._stands_in is not None and rest == "nobody"
            address = f"{self.post.address}/authorities/{authority.id or f'#{index + 1}'}"
            yield Break(
                "approval",
                "money" if authority.limit else weight_of(first_facet(reading)),
                rest,
                one_line(authority.text, _NAME),
                authority.text,
                in_words(authority.limit) if authority.limit else "",
                who=(self.deputy.name,) if lacks else (),
                why="limit" if lacks else "",
                at=self.others.written.at(self.post / "authorities" / index, address),
            )

    def _is_lent(self, authority: Authority) -> bool:
        """Whether the words of a power let the deputy use it: 大区经理代理期间……"""
        return self.deputy.can and re.search(re.escape(self.deputy.name) + ".{0,3}代", authority.text) is not None

    def _may_another(self, authority: Authority, facets: frozenset[str], reading: Reading) -> bool:
        """Whether another post may approve the same, at least as much of it."""
        named = _STANDS_IN.search(authority.text)
        if named is not None and self.others.department.parties(named[1]):
            return True
        own, regions = _interval(authority, reading), self.others.found.vocabulary.regions
        for facet in sorted(facets) or (bare(authority.text),):
            for address, theirs, read in self.others.powers_by_facet.get(facet, ()):
                if address == self.post.address or not (theirs.limit or APPROVING.search(theirs.text)):
                    continue
                anywhere = replace(reading.scope, amount=None).meets(replace(read.scope, amount=None), regions)
                if anywhere and _reaches(_interval(theirs, read), own):
                    return True
        return False

    def _pairs_of_eyes(self) -> Iterator[Break]:
        """What takes two people, where too few are left; a step that a duty speaks of already is not told again."""
        told: set[str] = set()
        for holding in self._own:
            if (holding.duty.performers or 1) > 1:
                told.update(facets_of(holding.reading))
                at = self.others.written.at(holding.place, holding.address)
                yield from self._too_few(holding.duty, holding.duty.shared_with, first_facet(holding.reading), holding.text, at)
        for process, index, step, address in self.others.steps:
            doing = [ref for ref in step.do if not self.others.is_post(ref, self.post)]
            facet = self.others.facet(step)
            if (step.performers or 1) > 1 and len(doing) < len(step.do) and facet not in told:
                at = self.others.written.at(process / "steps" / index, address)
                yield from self._too_few(step, doing, facet, step.text or "", at)

    def _too_few(self, work: Work, beside: Iterable[str], facet: str, text: str, at: At) -> Iterator[Break]:
        left, wanted = self._people - 1, work.performers or 1
        for ref in beside:
            party = next(iter(self.others.department.parties(ref)), None)
            left += (party.post.value.headcount or 1) if party is not None and party.post is not None else 1
        if left < wanted:
            takes_over = self._stands_in is not None and self.deputy.can and left + 1 >= wanted
            rest: Rest = "deputy" if takes_over else "nobody"
            yield Break("check", weight_of(facet), rest, title_of(work), text, f"{left}/{wanted}", (), (), "performers", at)

    def _halves(self) -> Iterator[Break]:
        """What the deputy would do and check, or check and approve, all alone."""
        other = self._stands_in
        if other is None or self._people > 1 or not self.deputy.can:
            return
        mine, theirs = self._parts_of(self.post), self._parts_of(other)
        for key in sorted(mine.keys() & theirs.keys()):
            pair = next((pair for pair in _PAIRS if _is_pair(pair, mine[key].keys(), theirs[key].keys())), None)
            if pair is not None:
                thing = mine[key][next(part for part in pair if part in mine[key])]
                at = self.others.written.at(thing.place, thing.address)
                yield Break(
                    "check", weight_of(thing.facet), "nobody", thing.name, thing.text, "", (other.value.name,), (), "half", at
                )

    def _parts_of(self, post: Placed[Post]) -> Mapping[str, Mapping[Part, Thing]]:
        """Which parts `post` has in each thing that is checked, by the step, or by area."""
        parts: dict[str, dict[Part, Thing]] = {}
        for process, index, step, address in self.others.steps:
            for part, _, who in step_roles(step, self.others.department):
                if who is not None and who.address == post.address:
                    thing = Thing(process / "steps" / index, address, step.name, step.text or "", self.others.facet(step))
                    parts.setdefault(address, {})[part] = thing
        for holding in self.others.by_post.get(post.address, ()):
            for claim in holding.reading.main[:1]:
                if claim.node in _CHECKED and claim.certainty >= _SURE and claim.verb:
                    thing = Thing(holding.place, holding.address, title_of(holding.duty), holding.text, claim.facet)
                    parts.setdefault(claim.facet, {}).setdefault(PARTS[claim.action], thing)
        return parts

    def _named(self) -> Iterator[Break]:
        """What the department names the post for: promises, meetings, systems, signals, people."""
        spec, here, address_of = self.others.department.spec, self.others.department.place, self.others.department.address_of
        rows: Iterable[tuple[BreakKind, str, str | None, str, int, str]] = chain(
            (("promise", each.text, each.receiver, "promises", at, "") for at, each in enumerate(spec.promises)),
            (("meeting", each.name, each.chair, "meetings", at, each.cadence or "") for at, each in enumerate(spec.meetings)),
            (("system", each.name, each.owner, "systems", at, "") for at, each in enumerate(spec.systems)),
            (("signal", each.watch, each.owner, "signals", at, each.cadence or "") for at, each in enumerate(spec.signals)),
        )
        for kind, text, ref, field, index, cadence in rows:
            if self.others.is_post(ref, self.post):
                place = here / field / index
                facet = first_facet(sentence(text, self.others.found.vocabulary, self.others.found.matcher))
                weight: Weight = "other" if kind in ("meeting", "system") else weight_of(facet)
                yield Break(
                    kind,
                    weight,
                    self._rest,
                    one_line(text, 2 * _NAME),
                    text,
                    cadence,
                    at=self.others.written.at(place, address_of(place)),
                )
        team = [
            post.value.name
            for post in self.others.department.reports.get(self.post.address, ())
            if all(party.address == self.post.address for party in self.others.department.superiors(post))
        ]
        if team:
            yield Break(
                "team", "other", self._rest, "", who=tuple(team), at=self.others.written.at(self.post.place, self.post.address)
            )

    def _kpis(self) -> Iterator[Break]:
        """The KPIs of more than one person that only this post carries."""
        department = self.others.department
        for index, kpi in enumerate(self.post.value.kpis):
            measure = department.measure(kpi, self.post)
            alone = self.others.carriers[kpi.ref or kpi.name or ""] == {self.post.address}
            if alone and measure.level is not None and measure.level is not KpiLevel.individual:
                at = self.others.written.at(self.post / "kpis" / index, self.post.address)
                yield Break(
                    "kpi",
                    weight_of(*measure.drivers),
                    self._rest,
                    measure.name or kpi.ref or "",
                    limit=measure.target or "",
                    at=at,
                )


_PAIRS: tuple[tuple[Part, Part], ...] = (("do", "review"), ("review", "decide"))


def _is_pair(pair: tuple[Part, Part], mine: Iterable[Part], theirs: Iterable[Part]) -> bool:
    """Whether one post has one half of a pair and the other post the other, and neither has both."""
    one, other = set(mine), set(theirs)
    return (pair[0] in one and pair[1] in other and pair[1] not in one) or (
        pair[1] in one and pair[0] in other and pair[0] not in one
    )


def _interval(authority: Authority, reading: Reading) -> Interval | None:
    return parse_interval(authority.limit) if authority.limit else reading.scope.amount


def _reaches(theirs: Interval | None, own: Interval | None) -> bool:
    """Whether who may approve `theirs` may approve as much as `own`: whoever may approve more may approve less."""
    if theirs is None or theirs.high is None:
        return True
    return own is not None and own.high is not None and theirs.high >= own.high
