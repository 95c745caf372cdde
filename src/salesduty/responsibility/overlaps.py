"""Where two posts hold the same: conflicts found area by area, and the ladders of posts that hold one above the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from salesduty.model.choices import Action, GroupBy
from salesduty.responsibility.blocking import candidates
from salesduty.responsibility.claims import POSSIBLE, SURE, Claim
from salesduty.responsibility.conflicts import Verdict, is_shared_out, judge
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.intersections import both_written
from salesduty.responsibility.parallel import names_alike, sentences_alike
from salesduty.responsibility.reading import WRITTEN
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department

_PARTS = frozenset((GroupBy.tier, GroupBy.industry, GroupBy.region, GroupBy.product, GroupBy.channel))
_OTHER_VERB, _LATER, _LATER_AND_OTHER = 0.6, 0.95, 0.8
"""What a verb of another family, and a clause behind the first one, take from the certainty of a conflict."""
_WITH, _SHARED = "与和同跟", ("共同", "一起", "一同", "联合")
_TO = "报交送请转"
"""How a sentence says that it is done together with somebody, and that somebody goes on from there."""
_ENOUGH = 12
"""Two duties that each stand in so many conflicts already are not compared: one more would say nothing new."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two duties of two posts that are the same responsibility."""

    one: Holding
    other: Holding
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Overlap:
    """The conflicts of one area that hang together, the surest first, with every duty in them once."""

    facet: str
    conflicts: tuple[Conflict, ...]

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """The duties, by their addresses: the order of files says nothing."""
        both = (holding for conflict in self.conflicts for holding in (conflict.one, conflict.other))
        return tuple(sorted({holding.address: holding for holding in both}.values(), key=lambda holding: holding.address))

    @property
    def posts(self) -> tuple[str, ...]:
        """The addresses of the posts."""
        return tuple(dict.fromkeys(holding.post.address for holding in self.holdings))

    @property
    def certainty(self) -> float:
        """How sure the surest conflict is."""
        return max(conflict.verdict.certainty for conflict in self.conflicts)


def overlaps(found: Responsibilities) -> tuple[Overlap, ...]:
    """Return the overlaps within one department, by area."""
    return grouped(conflicts(found))


def grouped(found: Iterable[Conflict]) -> tuple[Overlap, ...]:
    """Return conflicts put together: those of one area that share a post are one overlap."""
    by_facet: dict[str, list[Conflict]] = {}
    for conflict in found:
        by_facet.setdefault(_facet(conflict), []).append(conflict)
    return tuple(
        Overlap(facet, tuple(sorted(several, key=_surest)))
        for facet in sorted(by_facet)
        for several in _components(by_facet[facet])
    )


def conflicts(found: Responsibilities) -> Iterator[Conflict]:
    """Yield every pair of duties within the department that are one responsibility; each pair of posts and area once."""
    seen: set[tuple[str, str, str]] = set()
    shared = _shared_in_steps(found)
    told: Counter[str] = Counter()
    lines = Lines(found.department)
    for one, other in candidates(sorted(found.owned, key=lambda holding: holding.address)):
        if min(told[one.address], told[other.address]) >= _ENOUGH or declared_shared(found.department, one, other):
            continue
        verdict = between(one, other, found, lines)
        if verdict.relation == "conflict":
            conflict = Conflict(one, other, verdict)
            if (_facet(conflict).split(".", 1)[0], frozenset((one.post.address, other.post.address))) in shared:
                continue
            pair = sorted((one.address, other.address))
            key = (_facet(conflict), pair[0], pair[1])
            if key not in seen:
                seen.add(key)
                told.update(pair)
                yield conflict


def between(one: Holding, other: Holding, found: Responsibilities, lines: Lines) -> Verdict:
    """Return how two duties of two posts of a department relate."""
    mine, theirs = one.post.value, other.post.value
    peers = bool(mine.reports_to and theirs.reports_to) and not lines.one_leads(one.post.address, other.post.address)
    steps = abs(found.seats[one.post.address].rank - found.seats[other.post.address].rank)
    if peers and (mine.level is None or theirs.level is None):
        steps = 0
    grouped = _grouped_apart(one, other)
    alike = names_alike(mine.name, theirs.name) or (grouped and _both_grouped(one, other))
    verdict = judge(one.reading, other.reading, found.vocabulary, steps=steps, alike=alike, peers=peers, least=found.asked)
    if verdict.relation != "conflict":
        return verdict
    facet = _claim(verdict.one).facet
    if lines.one_leads(one.post.address, other.post.address) and not (_equal_fields(verdict) and is_shared_out(facet)):
        return replace(verdict, relation="layered", why="line")
    if _divided(one, other):
        return replace(verdict, relation="related", why="scope")
    if one.duty.object and other.duty.object and sentences_alike(normal(one.duty.object), normal(other.duty.object)):
        return replace(verdict, relation="related", why="object")
    if _hands_over(one, other) or _hands_over(other, one):
        return replace(verdict, relation="layered", why="stage")
    scoped = one.reading.scope.written and other.reading.scope.written
    if verdict.why == "wording" and not _both_grouped(one, other):
        return verdict
    if not scoped and (_grouped_apart(one, other) or _is_own(facet, found)):
        return replace(verdict, relation="related", why="own")
    if _equal_fields(verdict):
        return verdict
    certainty = verdict.certainty * _weighed(one, other, verdict, found)
    return replace(verdict, certainty=certainty, relation="conflict" if certainty >= found.asked else "related")


def _divided(one: Holding, other: Holding) -> bool:
    """Whether both duties write for which part they hold; where these meet is told by a rule of its own."""
    return both_written(one.reading.scope, other.reading.scope)


def _hands_over(one: Holding, other: Holding) -> bool:
    """Whether one duty ends with handing over to the post of the other: first one, then the other."""
    post = other.post.value
    if not {post.name, post.id, *post.aliases}.isdisjoint(one.reading.recipients):
        return True
    return any(f"{word}{name}" in normal(one.text) for name in _names(other) for word in _TO)


def _names(holding: Holding) -> tuple[str, ...]:
    """The names of the post of a duty, as sentences spell them."""
    post = holding.post.value
    return tuple(normal(name) for name in (post.name, *post.aliases))


def _weighed(one: Holding, other: Holding, verdict: Verdict, found: Responsibilities) -> float:
    """How far a conflict is about what the duties are for, not about what they mention on the way."""
    mine, theirs = _claim(verdict.one), _claim(verdict.other)
    weight = 1.0
    same_verb = mine.verb == theirs.verb
    if mine.action == Action.do and not (_by_verb(mine) and _by_verb(theirs)) and not _kin(mine, theirs, found):
        weight *= _OTHER_VERB
    for holding, claim in ((one, mine), (other, theirs)):
        if holding.reading.main[:1] != (claim,):
            weight *= _LATER if same_verb else _LATER_AND_OTHER
    return weight


def _by_verb(claim: Claim) -> bool:
    """Whether the verb had a part in telling the area:催款, or 催 with 货款; not 货款 alone."""
    within = claim.facet_span[0] <= claim.verb_span[0] and claim.verb_span[1] <= claim.facet_span[1]
    return POSSIBLE < claim.certainty < SURE or (within and claim.verb_span[1] > claim.verb_span[0])


def _is_own(facet: str, found: Responsibilities) -> bool:
    node = found.vocabulary.areas.get(facet.split(".", 1)[0])
    return node is not None and node.own


def _kin(mine: Claim, theirs: Claim, found: Responsibilities) -> bool:
    """Whether two verbs can mean one thing: of one family, or one of them says nothing of its own."""
    groups = found.vocabulary.verbs.get(mine.verb), found.vocabulary.verbs.get(theirs.verb)
    if mine.verb == theirs.verb or any(group is None or not group.kin for group in groups):
        return True
    shared = frozenset.intersection(*(group.kin for group in groups if group is not None))
    node = found.vocabulary.areas.get(mine.node)
    # To gather, to watch and to study the market is one thing; to gather figures and to study them are two.
    return bool(shared if node is not None and node.watched else shared - {"know"})


def _shared_in_steps(found: Responsibilities) -> frozenset[tuple[str, frozenset[str]]]:
    """The areas in which two posts do a step together, by a step that names both: that is a declared share."""
    shared: set[tuple[str, frozenset[str]]] = set()
    for covered in found.coverage:
        step = covered.need.step
        if step is not None and len({*step.do, *step.shared_with}) > 1:
            named = [party.post for ref in (*step.do, *step.shared_with) for party in found.department.parties(ref)[:1]]
            posts = sorted({post.address for post in named if post is not None})
            nodes = {facet.split(".", 1)[0] for facet in covered.need.facets}
            shared.update((node, frozenset(pair)) for node in nodes for pair in combinations(posts, 2))
    return frozenset(shared)


def declared_shared(department: Department, one: Holding, other: Holding) -> bool:
    """Tell whether one of the duties declares that the other post shares it, by its field or in words: 与质检员共同验收."""
    for mine, theirs in ((one, other), (other, one)):
        for ref in mine.duty.shared_with:
            if any(party.address == theirs.post.address for party in department.parties(ref)):
                return True
        said = normal(mine.text)
        if any(f"{word}{name}{how}" in said for name in _names(theirs) for word in _WITH for how in _SHARED):
            return True
    return False


def _grouped_apart(one: Holding, other: Holding) -> bool:
    """Whether a post is there for one part of the customers, regions or products, and the other is not."""
    mine, theirs = one.post.value.group, other.post.value.group
    parts = [(group.by, group.value) if group is not None and group.by in _PARTS else None for group in (mine, theirs)]
    return parts[0] != parts[1]


def _both_grouped(one: Holding, other: Holding) -> bool:
    return one.post.value.group is not None and other.post.value.group is not None


def _equal_fields(verdict: Verdict) -> bool:
    return all(
        claim is not None and claim.certainty == claim.action_certainty == WRITTEN for claim in (verdict.one, verdict.other)
    )


class Lines:
    """The reporting lines of a department: who stands above whom, however far."""

    def __init__(self, department: Department) -> None:
        self._above = {
            post.address: tuple(party.address for party in department.superiors(post) if party.post is not None)
            for post in department.posts
        }
        self._known: dict[str, frozenset[str]] = {}

    def one_leads(self, one: str, other: str) -> bool:
        """Tell whether one of two posts stands above the other."""
        return self.leads(one, other) or self.leads(other, one)

    def leads(self, upper: str, lower: str) -> bool:
        """Tell whether the first of two posts stands above the second."""
        return upper in self._all_above(lower)

    def _all_above(self, post: str) -> frozenset[str]:
        if post not in self._known:
            found: set[str] = set()
            waiting = [*self._above.get(post, ())]
            while waiting:
                superior = waiting.pop()
                if superior not in found:
                    found.add(superior)
                    waiting.extend(self._above.get(superior, ()))
            self._known[post] = frozenset(found)
        return self._known[post]


def _facet(conflict: Conflict) -> str:
    """The area that a conflict is told under: that of either duty, empty where the vocabulary knows neither."""
    facets = (_claim(conflict.verdict.one).facet, _claim(conflict.verdict.other).facet)
    return min(filter(None, facets), default="")


def _claim(claim: Claim | None) -> Claim:
    if claim is None:
        raise ValueError("a conflict rests on two claims")
    return claim


def _surest(conflict: Conflict) -> tuple[float, str, str]:
    return (-conflict.verdict.certainty, conflict.one.address, conflict.other.address)


def _components(several: Sequence[Conflict]) -> Iterator[list[Conflict]]:
    """The conflicts in groups that hang together by a post."""
    group_of: dict[str, str] = {}

    def top(post: str) -> str:
        while group_of.setdefault(post, post) != post:
            post = group_of[post]
        return post

    for conflict in several:
        one, other = sorted((top(conflict.one.post.address), top(conflict.other.post.address)))
        group_of[other] = one
    groups: dict[str, list[Conflict]] = {}
    for conflict in several:
        groups.setdefault(top(conflict.one.post.address), []).append(conflict)
    for name in sorted(groups):
        yield groups[name]
