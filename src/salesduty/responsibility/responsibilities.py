"""Who holds what in one department: every duty as read, every need, and how they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log10

from salesduty.model.choices import Action
from salesduty.model.post import Post
from salesduty.responsibility.deeds import Deed, deeds
from salesduty.responsibility.finder import Finder
from salesduty.responsibility.holdings import Holding, Seat, holdings, named, seat
from salesduty.responsibility.matches import ENOUGH, SURE, Match, best, by_name
from salesduty.responsibility.matching import Matcher
from salesduty.responsibility.needs import Aspect, Need, needs
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.coverage import Part
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

_FEW_DUTIES, _MORE_DUTIES, _MOST_ASKED = 0.35, 0.21, 0.85
"""How sure a conflict of two duties alone must be, how much surer when ten times as many are compared, and the most asked."""


@dataclass(frozen=True, slots=True)
class Held:
    """By what a need is held: a duty, a part that a step names, or the name of a post. `party` is who holds it."""

    party: str
    address: str
    part: Part
    action: str
    confidence: float
    post: Placed[Post] | None = None
    holding: Holding | None = None
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A need with all who hold it, and for each of its aspects whether anybody does more than support it."""

    need: Need
    held: tuple[Held, ...]
    owned: tuple[bool, ...]

    @property
    def state(self) -> str:
        """`owned`, `supported-only` or `gap`."""
        if any(self.owned) or self.need.outside:
            return "owned"
        return "supported-only" if self.held else "gap"

    @property
    def missing(self) -> tuple[Aspect, ...]:
        """The aspects that nobody holds, where another one is held."""
        return tuple(aspect for aspect, owned in zip(self.need.aspects, self.owned, strict=True) if not owned)


@dataclass(frozen=True)
class Responsibilities:
    """A department as the analysis sees it. Everything is worked out at the first question."""

    department: Department
    vocabulary: Vocabulary

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher that knows the names of the department."""
        return named(self.department, self.vocabulary)

    @cached_property
    def seats(self) -> Mapping[str, Seat]:
        """What the name and level of each post tell, by its address."""
        return {post.address: seat(post.value, self.vocabulary) for post in self.department.posts}

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """Every duty of an active post, in document order."""
        return tuple(holdings(self.department, self.vocabulary, self.matcher, self.seats))

    @cached_property
    def owned(self) -> tuple[Holding, ...]:
        """The duties that are their post's own."""
        return tuple(holding for holding in self.holdings if holding.owned)

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """What the posts do with their own hands or decide, by duties, powers and steps."""
        return tuple(deeds(self.department, self.vocabulary, self.matcher, self.holdings))

    @cached_property
    def asked(self) -> float:
        """How sure a conflict must be to be told: the more duties are compared, the more are alike by chance."""
        return min(_FEW_DUTIES + _MORE_DUTIES * log10(max(len(self.owned), 2) / 2), _MOST_ASKED)

    @cached_property
    def by_node(self) -> Mapping[str, tuple[Holding, ...]]:
        """The owned duties by the nodes of the taxonomy that they speak of; "" for those that tell none."""
        found: dict[str, list[Holding]] = {}
        for holding in self.owned:
            nodes = {facet.split(".", 1)[0] for claim in holding.reading.claims for facet in claim.facets}
            for node in sorted(nodes) or [""]:
                found.setdefault(node, []).append(holding)
        return {node: tuple(several) for node, several in found.items()}

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What the department declares."""
        return tuple(needs(self.department, self.vocabulary, self.matcher))

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """Each need with who holds it."""
        finder = Finder(self.owned, self.needs, self.vocabulary)
        return tuple(self._covered(need, finder) for need in self.needs)

    @cached_property
    def unread(self) -> tuple[Holding, ...]:
        """The owned duties that the vocabulary does not understand."""
        return tuple(holding for holding in self.owned if not any(claim.facet for claim in holding.reading.main))

    def doubt(self, covered: Coverage) -> Holding | None:
        """Return a duty that could not be read and may be what holds a need that seems to be held by nobody.

        For a step that is a duty of a post which also holds the step before or behind it; for a need that could not be
        read itself, any.
        """
        if covered.state != "gap" or not self.unread or covered.need.group in self._naming:
            return None
        posts = self._neighbours(covered)
        return next((holding for holding in self.unread if holding.post.address in posts), None)

    def _neighbours(self, covered: Coverage) -> frozenset[str]:
        if not covered.need.understood:
            return frozenset(holding.post.address for holding in self.unread)
        steps = [each for each in self.coverage if each.need.kind == "step" and each.need.group == covered.need.group]
        if covered not in steps:
            return frozenset()
        at = steps.index(covered)
        beside = (*steps[max(at - 1, 0) : at], *steps[at + 1 : at + 2])
        return frozenset(held.post.address for each in beside for held in each.held if held.post is not None)

    def _covered(self, need: Need, finder: Finder) -> Coverage:
        """Who holds a need. Where a step names who does it, or decides, that is all there is to know."""
        named = self._by_step(need)
        if any(each.part in ("decide", "do") for each in named):
            return Coverage(need, tuple(_ranked(named)), (True,) * len(need.aspects))
        held: list[Held] = []
        owned: list[bool] = []
        enough = SURE if need.group in self._naming else ENOUGH
        for aspect in need.aspects:
            found = [
                _by_duty(holding, match)
                for holding, text in finder.candidates(need, aspect)
                if (match := best(holding.reading, text, aspect, need, self.vocabulary))
            ]
            held.extend(_sure(found, enough))
            owned.append(any(each.part != "support" and each.confidence >= enough and _is_high(each, need) for each in found))
        if not any(owned) and need.kind != "area" and need.group not in self._naming:
            by_post = list(self._by_name(need))
            held.extend(by_post)
            owned = [bool(by_post)] * len(owned) if by_post else owned
        return Coverage(need, tuple(_ranked([*named, *held])), tuple(owned))

    @cached_property
    def _naming(self) -> frozenset[str]:
        """The processes most of whose steps name who does them, or who decides."""
        return frozenset(
            process.value.name
            for process in self.department.processes
            if 2 * sum(bool(step.do or step.accountable) for step in process.value.steps) > len(process.value.steps)
        )

    def _by_step(self, need: Need) -> list[Held]:
        """Who a step names itself."""
        step = need.step
        if step is None:
            return []
        parts: list[tuple[Part, str, tuple[str, ...]]] = [
            ("decide", Action.decide, (step.accountable,) if step.accountable else ()),
            ("do", Action.do, step.do),
            ("review", Action.review, step.review),
            ("support", Action.support, step.support),
            ("inform", Action.report, step.inform),
        ]
        return [self._named(ref, part, action, need) for part, action, refs in parts for ref in refs]

    def _named(self, ref: str, part: Part, action: str, need: Need) -> Held:
        party = next(iter(self.department.parties(ref)), None)
        address = party.address if party else need.address
        return Held(party.name if party else ref, address, part, action, 1.0, party.post if party else None)

    def _by_name(self, need: Need) -> list[Held]:
        """The posts whose names say that they are there for the need."""
        return [
            Held(post.value.name, post.address, "do", Action.do, round(confidence, 2), post)
            for post in self.department.active_posts
            if post.value.duties and (confidence := by_name(normal(post.value.name), need)) >= ENOUGH
        ]


def _is_high(held: Held, need: Need) -> bool:
    """Whether a post stands at one of the levels that a profile asks for; one without a level is not asked."""
    level = held.post.value.level if held.post is not None else None
    return not need.at or level is None or level.value in need.at


def _sure(found: list[Held], enough: float) -> list[Held]:
    """Those that hold a need, without the faint ones where others hold it for sure."""
    surest = max((each.confidence for each in found if each.part != "support"), default=0.0)
    return [each for each in found if each.confidence >= max(enough, min(0.75 * surest, 0.65))]


def _by_duty(holding: Holding, match: Match) -> Held:
    return Held(
        holding.post.value.name,
        holding.address,
        match.part,
        match.action.value,
        match.confidence,
        holding.post,
        holding,
        match.span,
    )


def _ranked(held: list[Held]) -> list[Held]:
    """Each duty once, with its best match, in the order of the document."""
    best_of: dict[tuple[str, str, Part], Held] = {}
    for each in held:
        key = (each.address, each.party, each.part)
        if key not in best_of or each.confidence > best_of[key].confidence:
            best_of[key] = each
    return list(best_of.values())
