"""How far a duty, or the name of a post, meets a need."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.model.choices import Action
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.needs import Aspect, Need, pairs
from salesduty.responsibility.reading import Reading
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.coverage import Part

SAME, KIN, ALIKE = 1.0, 0.75, 0.6
"""The same facet; a facet of the same area that counts for it; the same words or the same thing."""
ENOUGH = 0.52
SURE = 0.7
"""From these confidences on somebody holds a need, and holds it for sure. The first is low on purpose: a gap is told only
where nobody comes near. The second is asked where the steps around name who does them, and this one does not."""

_SECOND = 0.8
"""What is left of it for an area that a clause may mean beside a likelier one."""

PARTS: dict[Action, Part] = {
    Action.decide: "decide",
    Action.plan: "do",
    Action.assign: "do",
    Action.do: "do",
    Action.report: "do",
    Action.coordinate: "do",
    Action.review: "review",
    Action.support: "support",
}


@dataclass(frozen=True, slots=True)
class Match:
    """How a duty meets one aspect of a need."""

    part: Part
    action: Action
    confidence: float
    span: tuple[int, int]


def best(reading: Reading, text: str, aspect: Aspect, need: Need, vocabulary: Vocabulary) -> Match | None:
    """Return the best match of a duty, whose sentence is the normalised `text`, with an aspect of `need`; None below `ENOUGH`."""
    found: Match | None = None
    for claim in reading.claims:
        if claim.role == "input":
            continue
        confidence = _of_claim(claim, aspect, vocabulary) * (1.0 if claim.role == "main" else 0.8)
        if confidence >= ENOUGH and (found is None or confidence > found.confidence):
            found = Match(PARTS[claim.action], claim.action, round(min(confidence, 1.0), 2), claim.span)
    unread = not any(claim.facet for claim in reading.main)
    if found is None and (unread or not need.understood) and (alike := _of_words(text, need)) >= ENOUGH:
        action = reading.main[0].action if reading.main else Action.do
        return Match(PARTS[action], action, round(alike, 2), (0, len(text)))
    return found


def _of_claim(claim: Claim, aspect: Aspect, vocabulary: Vocabulary) -> float:
    certainty = claim.certainty
    for index, facet in enumerate(claim.facets):
        if facet in aspect.facets or facet.split(".", 1)[0] in aspect.facets:
            return SAME * certainty * (_SECOND if index else 1.0)
    for index, facet in enumerate(claim.facets):
        if any(_counts_for(facet, wanted, vocabulary) for wanted in aspect.facets):
            return KIN * certainty * (_SECOND if index else 1.0)
    if (
        aspect.terms
        and claim.term
        and not claim.facet
        and not aspect.stated
        and _same_thing(claim.term, aspect.terms, vocabulary)
    ):
        return ALIKE * 0.9
    return 0.0


def _counts_for(facet: str, wanted: str, vocabulary: Vocabulary) -> bool:
    """Whether holding `facet` means holding `wanted`: another facet of the same area, or one that it counts for as well."""
    held = vocabulary.areas.get(facet)
    if held is not None and not held.also.isdisjoint((wanted, wanted.split(".", 1)[0])):
        return True
    if facet.split(".", 1)[0] != wanted.split(".", 1)[0]:
        return False
    if "." not in facet:
        return True
    return not any((node := vocabulary.areas.get(each)) is not None and node.apart for each in (facet, wanted))


def _same_thing(term: str, wanted: frozenset[str], vocabulary: Vocabulary) -> bool:
    sense = vocabulary.terms.get(term)
    if sense is None or sense.kind is not None or sense.area is None:
        return term in wanted and sense is None
    if not wanted.isdisjoint(sense.itself):
        return True
    return any((other := vocabulary.terms.get(each)) is not None and term in other.above for each in wanted)


def _of_words(text: str, need: Need) -> float:
    """The share of the pairs of characters in the name of the need that stand in the duty."""
    wanted = pairs((need.words,))
    if not wanted:
        return 0.0
    shared = sum(pair in text for pair in wanted)
    share = shared / len(wanted)
    return ALIKE * share if share >= 0.6 or (shared >= 1 and len(wanted) <= 2) else 0.0


def by_name(name: str, need: Need) -> float:
    """Return how far the name of a post says that it is there for `need`: 权证专员 for 权证办理."""
    wanted = pairs((need.words,))
    if not wanted:
        return 0.0
    shared = sum(pair in name for pair in wanted)
    return ALIKE * shared / len(wanted) if shared * 2 >= len(wanted) else 0.0
