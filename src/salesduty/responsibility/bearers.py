"""Who has a part in what somebody asks for: by duties, steps, powers, and what a department names its posts for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from salesduty.model.duty import Work
from salesduty.model.post import Post
from salesduty.model.process import Step
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.matches import ENOUGH, PARTS, best, by_name
from salesduty.responsibility.question import Asked
from salesduty.responsibility.reading import WRITTEN, Reading, sentence
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.scope import Scope, stated
from salesduty.results.answers import At, Bearer, BearerKind
from salesduty.results.coverage import PARTS as ORDER
from salesduty.results.coverage import Part
from salesduty.results.place import Place
from salesduty.text.amounts import parse_interval
from salesduty.text.normal import normal
from salesduty.text.visible import one_line
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

MOST_LINES = 200
"""So many places of a department are worked out; to walk 10,000 files for their line numbers would take a minute."""
_TITLE = 24
SAME, SAID, WORDS, KIN, NODE = range(5)
"""How a sentence meets a question: the same facet, all its words, some words or the thing, a facet that counts for it,
the same area."""
APPROVING = re.compile("(?:批|批准|核定|决定|裁定|裁决|审定|分配|调配|收回|停[货用发]|停止)[^,;。，；]{0,4}权")
"""How the power to decide is written."""
_POWER = re.compile(
    "(?P<what>[^,;。]{2,40}?)的?(?P<verb>审批|批准|核定|决定|裁定|裁决|审定|审核|初审|复核|退回|分配|谈判|建议)[^,;。]{0,4}权"
)
_REFUSING = re.compile("退回|暂停|否决|拒绝|拒|审核|初审|复核|检查")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_TRAINING, _TEACHES = "M08", "train"
"""Who teaches a thing does not do it."""
_ASIDE = 0.9
"""What the second clause of a sentence says is trusted less than the first."""
_HALF = 0.5
"""Share of the pairs of characters of a question that must stand in a sentence of the same area."""
SURE = 0.85
"""A reading that is less sure counts only where the words of the question stand in the sentence, or nothing better is found."""
NO_PARTS: tuple[Part, ...] = ("support", "inform")


@dataclass(frozen=True, slots=True)
class Hit:
    """A bearer with what it was found in. `literal` tells whether words of the question stand there."""

    tier: int
    literal: bool
    bearer: Bearer
    post: Placed[Post] | None = None
    work: Work | None = None
    reading: Reading | None = None


class Written:
    """Where things stand in the files of a department, on which line as long as that is affordable."""

    def __init__(self, department: Department) -> None:
        self._files = {file.name: file for file in department.files}
        self._left = MOST_LINES

    def at(self, place: Place, address: str) -> At:
        """Return where `place` is."""
        file = self._files.get(place.file)
        if file is None or not self._left:
            return At(place.file, 0, address)
        self._left -= 1
        return At(place.file, file.span(place).line, address)


def hits(one: Asked, found: Responsibilities) -> list[Hit]:
    """Return everybody in `found` who may have a part in what is asked for, the nearest first."""
    if not one.subject:
        return []
    written = Written(found.department)
    every = list(chain(_by_duties(one, found), _by_steps(one, found), _by_authorities(one, found), _by_names(one, found)))
    if not any(make.met.tier < NODE and make.met.part not in NO_PARTS for make in every):
        every.extend(_by_post_names(one, found))
    return [make.hit(written) for make in sorted(every, key=lambda make: make.rank)]


class _Met(NamedTuple):
    """How a sentence meets the question: how near, with which part, how surely, and by which characters."""

    tier: int
    part: Part
    confidence: float
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class _Make:
    """A hit before its line was looked up."""

    met: _Met
    kind: BearerKind
    name: str
    text: str
    place: Place
    address: str
    literal: bool = True
    stated: bool = True
    title: str = ""
    post: Placed[Post] | None = None
    work: Work | None = None
    reading: Reading | None = None

    @property
    def rank(self) -> tuple[int, int, bool, bool, float]:
        """The key that hits are sorted by."""
        return (self.met.tier, ORDER.index(self.met.part), not self.stated, not self.literal, -self.met.confidence)

    def hit(self, written: Written) -> Hit:
        """Return the hit with its line."""
        bearer = Bearer(
            part=self.met.part,
            name=self.name,
            post=self.post.address if self.post is not None else "",
            kind=self.kind,
            title=self.title or one_line(self.text, _TITLE),
            text=self.text,
            words=self.text[self.met.span[0] : self.met.span[1]],
            stated=self.stated,
            confidence=round(self.met.confidence, 2),
            at=written.at(self.place, self.address),
        )
        return Hit(self.met.tier, self.literal, bearer, self.post, self.work, self.reading)


def _met(one: Asked, reading: Reading, text: str, found: Responsibilities) -> _Met | None:
    if not one.scope.meets(reading.scope, found.vocabulary.regions):
        return None
    if one.cadence and reading.cadence and one.cadence != reading.cadence:
        return None
    matches = [match for aspect in one.need.aspects if (match := best(reading, text, aspect, one.need, found.vocabulary))]
    if matches:
        match = max(matches, key=lambda each: each.confidence)
        facets = {facet for claim in reading.claims if claim.span == match.span for facet in claim.facets}
        aside = 1.0 if reading.claims and match.span == reading.claims[0].span else _ASIDE
        return _Met(_tier(one, facets, reading, text, found), match.part, match.confidence * aside, match.span)
    for claim in reading.main:
        if claim.node and claim.node in one.nodes:
            return _Met(SAME if one.is_in(text, _HALF) else NODE, PARTS[claim.action], claim.certainty, claim.span)
    return None


def _tier(one: Asked, facets: Collection[str], reading: Reading, text: str, found: Responsibilities) -> int:
    """How near a sentence comes that was matched as speaking of `facets`."""
    if _TRAINING not in one.nodes and any(claim.verb == _TEACHES for claim in reading.main):
        return NODE
    same = {facet.split(".", 1)[0] for facet in facets} & one.nodes
    if one.meets(facets) or (one.is_in(text, _HALF) and (same or not one.need.facets)):
        return SAME
    if not same:
        return SAID if one.words in text and _HAN.search(one.words) else WORDS
    apart = all((node := found.vocabulary.areas.get(facet)) is not None and node.apart for facet in one.need.facets)
    return NODE if apart else KIN


def _by_duties(one: Asked, found: Responsibilities) -> Iterator[_Make]:
    posts = {post.address for post in one.posts}
    for holding in found.owned:
        if posts and holding.post.address not in posts:
            continue
        text = normal(holding.text)
        met = _own(holding) if posts else _met(one, holding.reading, text, found)
        if met is not None:
            yield _Make(
                met,
                "duty",
                holding.post.value.name,
                holding.text,
                holding.place,
                holding.address,
                literal=bool(posts) or one.is_in(text),
                stated=is_stated(holding),
                title=title_of(holding.duty),
                post=holding.post,
                work=holding.duty,
                reading=holding.reading,
            )


def _own(holding: Holding) -> _Met:
    """What a post has to do with its own duty."""
    first = next(iter(holding.reading.main), None)
    return _Met(SAME, PARTS[first.action], first.certainty, first.span) if first else _Met(SAME, "do", ENOUGH)


def is_stated(holding: Holding) -> bool:
    """Tell whether fields say what a duty is about and what its post does there."""
    return holding.duty.area is not None and holding.duty.action is not None


def title_of(work: Work) -> str:
    """Return a short name of a duty or a step: its title, or how its sentence begins."""
    name = getattr(work, "title", None) or getattr(work, "name", None)
    return one_line(name or work.text or "", _TITLE)


def _by_steps(one: Asked, found: Responsibilities) -> Iterator[_Make]:
    posts = {post.address for post in one.posts}
    processes = found.department.processes
    named = {process.address for process in processes if one.is_all_of(process.value.name)}
    if not named and not posts and not any(_step(one, step, found)[0] == SAME for each in processes for step in each.value.steps):
        named = {each.address for each in processes if each.value.trigger and one.is_in(normal(each.value.trigger), _HALF)}
    for process in processes:
        for index, step in enumerate(process.value.steps):
            tier, confidence, reading = _step(one, step, found)
            if process.address in named:
                tier, confidence = SAME, WRITTEN
            if tier is None and not posts:
                continue
            place, address = process / "steps" / index, f"{process.address}/{step.id or f'#{index + 1}'}"
            for part, name, post in step_roles(step, found.department):
                if not posts or (post is not None and post.address in posts):
                    met = _Met(tier or SAME, part, confidence or WRITTEN)
                    text, title = step.text or "", title_of(step)
                    yield _Make(met, "step", name, text, place, address, title=title, post=post, work=step, reading=reading)


def _step(one: Asked, step: Step, found: Responsibilities) -> tuple[int | None, float, Reading]:
    """How a step meets the question, by its area, its name, or its text."""
    by_text = sentence(step.text or "", found.vocabulary, found.matcher)
    around = Scope() if step.scope is None else stated(step.scope)
    if not one.scope.meets(around, found.vocabulary.regions):
        return None, 0.0, by_text
    if normal(step.name) == one.words or (step.area is not None and one.meets((step.area,))):
        return SAME, WRITTEN, by_text
    if step.area is not None:
        near = step.area.split(".", 1)[0] in one.nodes and one.is_in(normal(step.name))
        return (SAME if near else None), WRITTEN, by_text
    by_title = sentence(step.name, found.vocabulary, found.matcher)
    told = any(claim.facet for claim in by_title.main)
    met = _met(one, by_title, normal(step.name), found) if told or not step.text else _met(one, by_text, normal(step.text), found)
    return (met.tier, met.confidence, by_text) if met is not None and met.tier <= WORDS else (None, 0.0, by_text)


def step_roles(step: Step, department: Department) -> Iterator[tuple[Part, str, Placed[Post] | None]]:
    """Yield who has which part in a step, as far as the step names them."""
    named: tuple[tuple[Part, Sequence[str]], ...] = (
        ("decide", (step.accountable,) if step.accountable else ()),
        ("do", step.do),
        ("review", step.review),
        ("support", step.support),
        ("inform", step.inform),
    )
    for part, refs in named:
        for ref in refs:
            party = next(iter(department.parties(ref)), None)
            yield part, party.name if party else ref, party.post if party else None


def _by_authorities(one: Asked, found: Responsibilities) -> Iterator[_Make]:
    """The powers of posts; whoever may approve a thing decides it."""
    read_before: dict[str, Reading] = {}
    posts = {post.address for post in one.posts}
    for post in found.department.active_posts:
        if posts and post.address not in posts:
            continue
        for index, authority in enumerate(post.value.authorities):
            text, limit = normal(authority.text), parse_interval(authority.limit) if authority.limit else None
            if authority.text not in read_before:
                read_before[authority.text] = power(authority.text, found)
            reading = read_before[authority.text]
            met = _Met(SAME, "decide", WRITTEN) if posts else _met(one, reading, text, found)
            if met is not None and met.tier in (SAME, NODE) and one.scope.meets(Scope(amount=limit), {}):
                met = met._replace(part=_power(text), span=(0, 0))
                place, address = post / "authorities" / index, f"{post.address}/authorities/{authority.id or f'#{index + 1}'}"
                literal = one.is_in(text)
                known = met.confidence >= SURE
                yield _Make(
                    met, "authority", post.value.name, authority.text, place, address, literal=literal, stated=known, post=post
                )


def power(text: str, found: Responsibilities) -> Reading:
    """Return how a power is read: 合同的审批权 as 审批合同, since sentences have the verb before the thing."""
    match = _POWER.match(normal(text))
    return sentence(f"{match['verb']}{match['what']}" if match else text, found.vocabulary, found.matcher)


def _power(text: str) -> Part:
    """What a power lets a post do: who may turn something down reviews it, and who may propose or negotiate only does."""
    if APPROVING.search(text):
        return "decide"
    return "review" if _REFUSING.search(text) else "do"


def _by_names(one: Asked, found: Responsibilities) -> Iterator[_Make]:
    """Whom the department itself names: who takes up a promise, leads a meeting, keeps a system, watches a signal."""
    department, posts = found.department, {post.address for post in one.posts}
    spec, here = department.spec, department.place
    named: Iterable[tuple[BearerKind, str, str | None, Place]] = chain(
        (("promise", each.text, each.receiver, here / "promises" / at) for at, each in enumerate(spec.promises)),
        (("meeting", each.name, each.chair, here / "meetings" / at) for at, each in enumerate(spec.meetings)),
        (("system", each.name, each.owner, here / "systems" / at) for at, each in enumerate(spec.systems)),
        (("signal", each.watch, each.owner, here / "signals" / at) for at, each in enumerate(spec.signals)),
    )
    for kind, text, ref, place in named:
        party = next(iter(department.parties(ref)), None) if ref else None
        if ref is None or not (party is not None and party.address in posts if posts else _is_named(kind, text, one, found)):
            continue
        name, post = (party.name, party.post) if party is not None else (ref, None)
        yield _Make(_Met(SAME, "do", WRITTEN), kind, name, text, place, department.address_of(place), post=post)


def _is_named(kind: BearerKind, text: str, one: Asked, found: Responsibilities) -> bool:
    """Whether what the department calls `text` is what is asked for; meetings and systems are known by their names."""
    spelt = normal(text)
    if one.words in spelt or (len(spelt) > 1 and spelt in one.words):
        return True
    if kind == "meeting":
        return False
    if kind == "system":
        word = found.vocabulary.matcher.entries.get(spelt)
        return word is not None and word.term in one.terms
    met = _met(one, sentence(text, found.vocabulary, found.matcher), spelt, found)
    return met is not None and met.tier == SAME


def _by_post_names(one: Asked, found: Responsibilities) -> Iterator[_Make]:
    """The posts whose names say that they are there for it."""
    for post in found.department.active_posts:
        name = post.value.name
        if post.value.duties and (confidence := by_name(normal(name), one.need)) >= ENOUGH:
            met = _Met(WORDS, "do", confidence)
            yield _Make(met, "name", name, "", post / "name", post.address, stated=False, title=name, post=post)


def limit_of(work: Work, reading: Reading | None) -> str:
    """Return the time limit of a duty or a step: what is written, else what the sentence tells whole."""
    told = reading.sla if reading is not None else ""
    return work.sla or (told if told == told.strip() else "")
