"""Posts that are each the one contact for a party outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from salesduty.model.post import Post
from salesduty.responsibility.apart import posts_apart
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.overlaps import Lines, declared_shared
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.scope import NOWHERE, Scope
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_BREAK = re.compile("[,;。、:]")
_DOOR = "窗口|接口|接口人|联系人|联络人|对接人|出口|入口"
_ONLY = re.compile(rf"唯一|单一|(?:统一|归口|指定|总)的?(?:对外|对内|对接|联络|沟通|联系)?(?:{_DOOR})")
"""Words after which there can be no second one, whatever it is about."""
_ROLE = re.compile("窗口|接口|联系人|联络人|对接|联系|联络|沟通|协调|出口|入口|归口|对口|往来")
_FIRST = re.compile(
    "(?:统一|归口|对口)(?:负责|管理)?.{0,14}?(?:对接|联系|联络|沟通|协调|往来|窗口|接口)|(?:对口|归口)(?:联系|对接|服务)?"
)
_STAGE = re.compile(
    "售[前中后]|[签成]约?交?[前后]|上线[前后]|交付[前后]?|项目期间|实施|服务期|到店[前后]|提车[前后]|在[读校租保]期间"
)
"""Stages of a customer's way: one contact each is no contest."""
_MOST = 30


@dataclass(frozen=True, slots=True)
class Contact:
    """A post that says it is the one contact for `party`: where and in which words."""

    post: Placed[Post]
    party: str
    place: Place
    text: str
    sole: bool
    matters: frozenset[str] = frozenset()
    scope: Scope = NOWHERE
    holding: Holding | None = None

    @property
    def stages(self) -> frozenset[str]:
        """The stages of the business that the sentence is limited to."""
        return frozenset(_STAGE.findall(normal(self.text)))


@dataclass(frozen=True, slots=True)
class Contested:
    """The posts that are each the one contact for `party`."""

    party: str
    contacts: tuple[Contact, ...]


def contested(found: Responsibilities) -> Iterator[Contested]:
    """Yield the outside parties for which several posts are the one contact, by name."""
    by_party: dict[str, list[Contact]] = {}
    for contact in (*_of_duties(found), *_of_relations(found)):
        by_party.setdefault(contact.party, []).append(contact)
    lines = Lines(found.department)
    for party in sorted(by_party):
        several = sorted(by_party[party], key=lambda contact: (contact.post.address, contact.text))[:_MOST]
        posts = {
            contact.post.address
            for one, other in combinations(several, 2)
            if _both_claim(one, other, found, lines)
            for contact in (one, other)
        }
        if posts:
            first = {contact.post.address: contact for contact in reversed(several) if contact.post.address in posts}
            yield Contested(party, tuple(first[address] for address in sorted(first)))


def _of_duties(found: Responsibilities) -> Iterator[Contact]:
    for holding in found.owned:
        text = normal(holding.text)
        if _FIRST.search(text) is None and _ONLY.search(text) is None:
            continue
        for start, end in _segments(text):
            words = text[start:end]
            sole = _ONLY.search(words) is not None and _ROLE.search(words) is not None
            if not sole and _FIRST.search(words) is None:
                continue
            matters = frozenset(
                claim.facet
                for claim in holding.reading.claims
                if claim.facet and claim.node != "M17" and _lies_in(claim.span, start, end)
            )
            for party in _parties(words, found):
                yield Contact(holding.post, party, holding.place, holding.text, sole, matters, holding.reading.scope, holding)


def _of_relations(found: Responsibilities) -> Iterator[Contact]:
    for post in found.department.active_posts:
        relations = post.value.relations
        if relations is None:
            continue
        for side in ("internal", "external"):
            for index, relation in enumerate(getattr(relations, side)):
                words = normal(f"{relation.party}{relation.about or ''}")
                if _ONLY.search(words) is None:
                    continue
                for party in list(_parties(normal(relation.party), found)) or [relation.party]:
                    place = Place(post.place.file, (*post.place.path, "relations", side, index))
                    yield Contact(post, party, place, f"{relation.party}：{relation.about or ''}".rstrip("："), sole=True)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        if end > start:
            yield start, end
        start = end + 1


def _lies_in(span: tuple[int, int], start: int, end: int) -> bool:
    return start <= span[0] and span[1] <= end


def _parties(words: str, found: Responsibilities) -> Iterator[str]:
    """The parties outside the department that a stretch of text names, by their usual names."""
    for token in found.matcher.tokens(words):
        party = token.entry.party
        sense = found.vocabulary.terms.get(token.entry.term)
        if not party and sense is not None and sense.kind == "party" and token.entry.term in ("customer", "key-account"):
            party = "客户"
        known = next(iter(found.department.parties(party)), None) if party else None
        if party and (known is None or known.kind != "post"):
            yield party


def _both_claim(one: Contact, other: Contact, found: Responsibilities, lines: Lines) -> bool:
    if one.post.address == other.post.address or posts_apart(one.post, other.post, found):
        return False
    if not one.scope.meets(other.scope, found.vocabulary.regions) or one.scope.own or other.scope.own:
        return False
    if one.holding is not None and other.holding is not None and declared_shared(found.department, one.holding, other.holding):
        return False
    if one.stages != other.stages:
        return False
    if one.sole and other.sole:
        return True
    if lines.one_leads(one.post.address, other.post.address):
        return False
    if found.seats[one.post.address].rank != found.seats[other.post.address].rank:
        return False
    return not (one.matters and other.matters and one.matters.isdisjoint(other.matters))
