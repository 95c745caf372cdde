"""Posts that hold both sides of a pair of work that is to be kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from salesduty.model.choices import Action
from salesduty.model.post import Post
from salesduty.model.separation import Separation, Side
from salesduty.responsibility.approvals import says_yes
from salesduty.responsibility.claims import POSSIBLE
from salesduty.responsibility.deeds import Deed
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_HANDED_IN = re.compile(
    "批准|审批|核准|审核|复核|评审|送审|报[^,;。表名价]{0,8}(?:决定|核定|定夺|经理|总监|主管|部长|上级)|[向经请][^,;。]{1,8}(?:提|报|同意|确认)|签字|双方"
)
"""How the sentence of who does a thing tells that somebody else looks at it."""
_OTHERS_WORK = re.compile("(?:提交|提报|上报|呈报|报送|送审|报来|起草|编制|拟定|填报|填写|申请|制作|出具|转来)的")
"""How a sentence says that somebody else made what is reviewed."""

_CONTRACTS = frozenset(("C08", "C09", "C10"))
"""Areas that a contract goes through."""


@dataclass(frozen=True, slots=True)
class Both:
    """A post that holds both sides of a pair.

    `eased` tells that another post does what makes up for it; `others` are the posts that hold one side and not the
    other, by whether that is the first side: they could take it over.
    """

    pair: Separation
    post: Placed[Post]
    one: Deed
    other: Deed
    eased: bool
    others: tuple[tuple[Placed[Post], bool], ...]


def both(pair: Separation, found: Responsibilities) -> Iterator[Both]:
    """Yield each post of a department that holds both sides of `pair`, with the surest words for it, in order of address."""
    ones, others = _held(pair.one, pair, found), _held(pair.other, pair, found)
    for address in sorted(ones.keys() & others.keys()):
        chosen = _together(pair, ones[address], others[address], found.vocabulary)
        if chosen is None:
            continue
        post = chosen[0].post
        eased = pair.eased_by is not None and any(holder != address for holder in _held(pair.eased_by, pair, found))
        alone = (
            *((ones[each][0].post, True) for each in sorted(ones.keys() - others.keys())),
            *((others[each][0].post, False) for each in sorted(others.keys() - ones.keys())),
        )
        yield Both(pair, post, *chosen, eased=eased, others=alone)


def _held(side: Side, pair: Separation, found: Responsibilities) -> Mapping[str, Sequence[Deed]]:
    """What the posts do that `side` speaks of, by their addresses."""
    if not side.says_what and not pair.same:
        return {}
    meant = _Meant(side, found.vocabulary)
    held: dict[str, list[Deed]] = {}
    for deed in found.deeds:
        if meant.is_told_by(deed):
            held.setdefault(deed.post.address, []).append(deed)
    return held


class _Meant:
    """A side, made ready for asking whether a deed is what it speaks of."""

    def __init__(self, side: Side, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._words = _one_of(side.words)
        self._without = _one_of(side.without)
        self._areas = frozenset(side.areas)
        self._actions = frozenset(side.actions)
        self._verbs = frozenset(side.verbs)
        self._objects = frozenset(side.objects)
        self._structured = bool(side.areas or side.verbs or side.objects) or not side.words

    def is_told_by(self, deed: Deed) -> bool:
        """Tell whether a deed has one of the words, or all that the other fields ask for."""
        if self._actions and deed.claim.action not in self._actions:
            return False
        if not ((self._structured and self._is_met(deed)) or (self._words is not None and self._words.search(deed.around))):
            return False
        if self._without is not None and self._without.search(deed.around):
            return False
        return deed.claim.action != Action.decide or says_yes(deed.around)

    def _is_met(self, deed: Deed) -> bool:
        claim = deed.claim
        if self._areas and (claim.certainty < POSSIBLE or not any(self._is_in(facet) for facet in claim.facets)):
            return False
        if self._verbs and claim.verb not in self._verbs:
            return False
        return not self._objects or not self._objects.isdisjoint(self._things(deed))

    def _is_in(self, facet: str) -> bool:
        return facet in self._areas or facet.split(".", 1)[0] in self._areas

    def _things(self, deed: Deed) -> Iterator[str]:
        for term in (deed.claim.term, *deed.claim.modifiers):
            sense = self._vocabulary.terms.get(term)
            yield from sense.itself if sense is not None else (term,)


def _one_of(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(re.escape(normal(word)) for word in words)) if words else None


def _together(pair: Separation, ones: Sequence[Deed], others: Sequence[Deed], vocabulary: Vocabulary) -> tuple[Deed, Deed] | None:
    """The surest two deeds of a post that stand on the two sides and can be about one and the same case."""
    several = [
        (one, other)
        for one, other in product(ones, others)
        if one.claim is not other.claim
        and one.scope.meets(other.scope, vocabulary.regions)
        and (not pair.same or _is_one_thing(one, other, vocabulary))
    ]
    return max(several, key=lambda each: each[0].claim.certainty + each[1].claim.certainty, default=None)


def _is_one_thing(one: Deed, other: Deed, vocabulary: Vocabulary) -> bool:
    """Whether two deeds are about one thing by its name, and the second is not about what others have made."""
    sense = vocabulary.terms.get(one.claim.term)
    if not one.claim.term or one.claim.term != other.claim.term or sense is None or sense.kind is not None:
        return False
    if not (one.thing and other.thing) or not (one.thing in other.thing or other.thing in one.thing):
        return False
    if one.claim.node != other.claim.node and not {one.claim.node, other.claim.node} <= _CONTRACTS:
        return False
    if _HANDED_IN.search(normal(one.text)) and one.text != other.text:
        return False
    if min(one.claim.certainty, other.claim.certainty) < POSSIBLE:
        return False
    named = (vocabulary.terms.get(term) for term in other.claim.modifiers)
    people = any(sense is not None and sense.kind == "party" and "customer" not in sense.itself for sense in named)
    return not people and not _OTHERS_WORK.search(other.around)
