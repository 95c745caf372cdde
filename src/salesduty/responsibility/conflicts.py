"""Whether two duties of two posts are the same responsibility, two levels of one, or two things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import Literal

from salesduty.model.choices import Action, DutyKind
from salesduty.responsibility.claims import POSSIBLE, Claim
from salesduty.responsibility.content import likeness
from salesduty.responsibility.parallel import sentences_alike
from salesduty.responsibility.reading import WRITTEN, Reading
from salesduty.responsibility.scope import TELLING
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.responsibility.wording import same
from salesduty.text.normal import normal

Relation = Literal["conflict", "layered", "related", "none"]

_LED = frozenset(("M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M15", "M17", "M21"))
"""Areas in which every level has its own part, so that two levels that say the same hold one above the other."""
_LED_FAR = frozenset(("M12", "M13", "M14", "M16", "M18", "M19", "M20"))
"""Areas in which that is so from the top to the bottom; in the others a manager may well work beside the staff."""
_TEAMS = frozenset(("M04", "M07", "M08", "M09", "M10", "M17"))
"""Areas in which a post that is there for one line of business speaks of that line's people."""
_DEALERS_APART = frozenset(("C13", "C14", "C15", "C16"))
"""Areas in which dealers are one kind of customer beside the others."""
_OWN_REPORT = "M10.report"
"""Where everybody reports, each on his own work."""
_THROUGHOUT = frozenset(("key", "dealer"))
_SURE_ENOUGH = 0.5
_COPY, _VERBATIM = 0.9, 0.97
"""Likeness from which two sentences are one, even where the verb was exchanged for one of another kind, or for one of those
that are above the work."""
_ABOVE = frozenset((Action.decide, Action.review))
"""What is done about the work of others."""
_SECOND = 0.7
"""How far a facet is to be trusted that is only the second that a clause may mean."""
_ALIKE = 0.6
"""Share of the lesser content from which two clauses speak of one matter though the vocabulary does not know it."""
_FEWEST = 3
"""Pairs of characters that must agree for that."""
_ENOUGH = 2
"""Pairs of characters of unknown words that tell two matters apart."""
_UPPER = frozenset((Action.decide, Action.plan, Action.assign, Action.review))
"""What one does above others who have a hand in the same thing."""
_FIRST, _AGAIN = frozenset(("初审", "预审", "初核", "初评")), frozenset(("复审", "复核", "终审", "会审", "审定", "复评"))
"""Reviews that come one after the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two duties relate, on which claim of each it rests, and how sure that is."""

    relation: Relation
    one: Claim | None = None
    other: Claim | None = None
    certainty: float = 0.0
    why: str = ""


NOTHING = Verdict("none")
_RANK: dict[str, int] = {"conflict": 3, "layered": 2, "related": 1, "none": 0}


def judge(
    one: Reading,
    other: Reading,
    vocabulary: Vocabulary,
    *,
    steps: int = 0,
    alike: bool = False,
    peers: bool = False,
    least: float = 0.0,
) -> Verdict:
    """Return how the duties of two posts relate: the gravest relation of any two of their claims.

    `steps` is how many levels lie between the two posts, `alike` whether their names differ only in what they are for,
    `peers` whether reporting lines show that neither stands above the other. A conflict less certain than `least` is none.
    """
    if DutyKind.owned not in (one.kind, other.kind) or one.kind != other.kind:
        return NOTHING
    meets = one.scope.meets(other.scope, vocabulary.regions) and not _other_ground(one, other)
    best = NOTHING
    for mine in one.main:
        for theirs in other.main:
            verdict = _claims(mine, theirs, vocabulary, steps=steps)
            if verdict.relation == "conflict" and _is_doubtful(mine, one, theirs, other):
                verdict = replace(verdict, relation="related", why="object")
            if verdict.relation == "conflict":
                verdict = _narrowed(verdict, one, other, vocabulary, meets=meets, steps=steps, peers=peers)
            best = _graver(verdict, best)
    if best.relation in ("none", "related") and best.why != "scope" and meets and not steps:
        best = _whole(one, other) or best
    if copied := _copied(one, other, best) if meets and not alike and not steps else None:
        return copied
    if best.relation == "conflict" and best.certainty < least:
        return replace(best, relation="related")
    if best.relation == "conflict" and not _is_written(best) and (alike or _is_pattern(best, one, other)):
        return replace(best, relation="related", why="pattern")
    return best


def _copied(one: Reading, other: Reading, best: Verdict) -> Verdict | None:
    """A conflict of two sentences that are the same in other words, whatever was made of them, and do the same."""
    if _is_written(best) or best.why == "stage" or not (one.main and other.main):
        return None
    if not (likeness := same(one.units, other.units)):
        return None
    actions = {one.main[0].action, other.main[0].action}
    written = "action" in one.written or "action" in other.written
    if Action.support in actions:
        return None
    if len(actions) > 1 and not written and likeness < (_COPY if _ABOVE.isdisjoint(actions) else _VERBATIM):
        return None
    mine, theirs = (best.one, best.other) if best.one and best.other else (one.main[0], other.main[0])
    return Verdict("conflict", mine, theirs, max(likeness, best.certainty), "wording")


def _graver(one: Verdict, other: Verdict) -> Verdict:
    """The graver of two verdicts, then the surer; of equal ones always the same, whichever duty came first."""
    mine, theirs = (_RANK[one.relation], one.certainty), (_RANK[other.relation], other.certainty)
    if mine != theirs:
        return one if mine > theirs else other
    return one if _order(one) < _order(other) else other


def _order(verdict: Verdict) -> list[tuple[str, str, str, tuple[int, int]]]:
    return sorted(
        (claim.facet, claim.action.value, claim.term, claim.span) for claim in (verdict.one, verdict.other) if claim is not None
    )


def _is_pattern(verdict: Verdict, one: Reading, other: Reading) -> bool:
    """Whether one sentence is the other with another thing put in; other words for one thing are none."""
    if one.scope.amount is not None and other.scope.amount is not None:
        return False  # the amounts tell them apart or do not, and here they meet
    mine, theirs = verdict.one, verdict.other
    if mine is None or theirs is None:
        return False
    if mine.term and mine.term == theirs.term and _around(one.text, mine) == _around(other.text, theirs):
        return False
    return sentences_alike(normal(one.text), normal(other.text))


def _around(text: str, claim: Claim) -> str:
    """The sentence without the words that tell the verb and the thing."""
    (first, upto), (then, end) = sorted((claim.verb_span, claim.term_span))
    return f"{text[:first]} {text[upto:then]} {text[end:]}"


def _is_doubtful(mine: Claim, one: Reading, theirs: Claim, other: Reading) -> bool:
    """Whether an object alone told the area, by words that have nothing in common, and the verbs differ too."""
    if max(mine.certainty, theirs.certainty) > POSSIBLE or mine.verb == theirs.verb or mine.content & theirs.content:
        return False
    return set(one.words(mine.term_span)).isdisjoint(other.words(theirs.term_span))


def _narrowed(
    verdict: Verdict, one: Reading, other: Reading, vocabulary: Vocabulary, *, meets: bool, steps: int, peers: bool
) -> Verdict:
    """A conflict that is none, since the two hold different parts of it or come one after the other."""
    mine, theirs = verdict.one, verdict.other
    if mine is None or theirs is None or _is_written(verdict):
        return verdict if meets else replace(verdict, relation="related", why="scope")
    words = one.words(mine.verb_span), other.words(theirs.verb_span)
    if any(words[side] in _FIRST and words[1 - side] in _AGAIN for side in (0, 1)):
        return replace(verdict, relation="layered", why="stage")
    wide = {reading.scope.width in ("wide", "company") for reading in (one, other)}
    if (len(wide) == 2 and not peers and (steps or mine.node in _LED)) or (steps and _lies_within(one, other, vocabulary)):
        return replace(verdict, relation="layered", why="level")
    if not (meets and _same_segment(mine, one, theirs, other)):
        return replace(verdict, relation="related", why="scope")
    return verdict


def _claims(mine: Claim, theirs: Claim, vocabulary: Vocabulary, *, steps: int) -> Verdict:
    shared = _shared_facet(mine, theirs)
    alike = likeness(mine.content, theirs.content)
    if not shared:
        return _one_above_the_other(mine, theirs, vocabulary) or _by_words(mine, theirs, alike)
    checking = mine.action != theirs.action and _both_check(mine, theirs)
    certainty = _certainty(mine, theirs, alike) * _SECOND ** (_beside(mine, shared) + _beside(theirs, shared) + checking)

    def verdict(relation: Relation, why: str) -> Verdict:
        return Verdict(relation, mine, theirs, certainty, why)

    if not _same_thing(mine, theirs, shared, vocabulary):
        return verdict("related", "object")
    if mine.action != theirs.action and not checking:
        return verdict("layered", "action")
    if mine.action == Action.support:
        return verdict("related", "support")
    if mine.action == Action.report and shared == _OWN_REPORT and certainty < WRITTEN:
        return verdict("related", "own")
    if _is_led(shared, steps) and certainty < WRITTEN:
        return verdict("layered", "level")
    return verdict("conflict" if certainty >= _SURE_ENOUGH else "related", "same")


def _beside(claim: Claim, shared: str) -> bool:
    """Whether a claim means another facet rather than the shared one, or only its area is known."""
    return (shared != claim.facet and "." in shared) or "." not in claim.facet


def _both_check(mine: Claim, theirs: Claim) -> bool:
    """Whether one reviews what the other checks: 核对 is doing and reviewing at once."""
    return {mine.action, theirs.action} == {Action.do, Action.review} and "check" in (mine.verb, theirs.verb)


def _certainty(mine: Claim, theirs: Claim, alike: float) -> float:
    """How sure it is that two claims of one facet mean one matter; what is written is not doubted."""
    certainty = min(mine.certainty, theirs.certainty) * sqrt(min(mine.action_certainty, theirs.action_certainty))
    if certainty >= WRITTEN:
        return certainty
    if max(mine.certainty, theirs.certainty) == WRITTEN and min(mine.certainty, theirs.certainty) > POSSIBLE:
        certainty = sqrt(certainty)
    if min(len(mine.strange), len(theirs.strange)) >= _ENOUGH and not mine.strange & theirs.strange:
        certainty -= 0.3
    return min(certainty + 0.2 * alike, 0.95)


def _one_above_the_other(mine: Claim, theirs: Claim, vocabulary: Vocabulary) -> Verdict | None:
    """A ladder across areas: one drafts a contract, the other reviews it."""
    if not mine.term or mine.term != theirs.term or not mine.facet or not theirs.facet or mine.action == theirs.action:
        return None
    sense = vocabulary.terms.get(mine.term)
    if sense is None or sense.kind is not None or _UPPER.isdisjoint((mine.action, theirs.action)):
        return None
    return Verdict("layered", mine, theirs, min(mine.certainty, theirs.certainty) * _SECOND, "action")


def _by_words(mine: Claim, theirs: Claim, alike: float) -> Verdict:
    """How two claims relate whose matter the vocabulary does not know, by the words that they share."""
    shared = len(mine.content & theirs.content) if alike >= _ALIKE else 0
    if shared < _FEWEST or WRITTEN in (mine.certainty, theirs.certainty):
        return NOTHING
    certainty = min(0.8, 0.4 + 0.06 * shared) * alike
    if mine.action != theirs.action:
        return Verdict("layered", mine, theirs, certainty, "action")
    return Verdict("conflict" if certainty >= _SURE_ENOUGH else "related", mine, theirs, certainty, "words")


def _whole(one: Reading, other: Reading) -> Verdict | None:
    """A conflict of two sentences that nobody's vocabulary knows, but that speak of one matter and do the same with it."""
    content, others = _content(one), _content(other)
    alike = likeness(content, others)
    if alike < _ALIKE or len(content & others) < _FEWEST or one.written or other.written:
        return None
    best = None
    for mine in one.main:
        for theirs in other.main:
            same = mine.action == theirs.action and bool(mine.verb or theirs.verb)
            if same and mine.content & others and theirs.content & content:
                verdict = Verdict("conflict", mine, theirs, 0.5 * alike + 0.1, "words")
                best = verdict if best is None else _graver(verdict, best)
    return best


def _content(reading: Reading) -> frozenset[str]:
    return frozenset[str]().union(*(claim.content for claim in reading.claims))


def _shared_facet(mine: Claim, theirs: Claim) -> str:
    """The facet that both may mean; a node alone meets its facets."""
    if not mine.facet or not theirs.facet:
        return ""
    common = [(at + theirs.facets.index(facet), facet) for at, facet in enumerate(mine.facets) if facet in theirs.facets]
    if common:
        return min(common)[1]
    if "." not in mine.facet or "." not in theirs.facet:
        return mine.facet if mine.node == theirs.node else ""
    return ""


def _other_ground(one: Reading, other: Reading) -> bool:
    """Whether a sentence speaks of the post's own region, which is not where the other post is."""
    return (one.scope.own or other.scope.own) and not (one.scope.written or other.scope.written)


def _lies_within(one: Reading, other: Reading, vocabulary: Vocabulary) -> bool:
    """Whether the region of one is a part of the other's."""
    places = [reading.scope.named.get("region", frozenset[str]()) for reading in (one, other)]
    wholes = [frozenset[str]().union(*(vocabulary.regions.get(name, frozenset((name,))) for name in names)) for names in places]
    return all(places) and wholes[0] != wholes[1] and (places[0] <= wholes[1] or places[1] <= wholes[0])


def _same_segment(mine: Claim, one: Reading, theirs: Claim, other: Reading) -> bool:
    """Whether both speak of the same part of the business, as far as their words tell."""
    if one.scope.written or other.scope.written:
        return True
    told, told_there = mine.segments or _told(one), theirs.segments or _told(other)
    named, others = told or one.segments, told_there or other.segments
    if mine.node not in _DEALERS_APART:
        named, others = named - {"dealer"}, others - {"dealer"}
    if named and others:
        return not named.isdisjoint(others)
    if not (told or told_there) and mine.node not in _TEAMS:
        return True
    return (named or others).isdisjoint(TELLING) if not (named and others) else named == others


def _told(reading: Reading) -> frozenset[str]:
    """The customers that any part of a sentence names, which are meant throughout."""
    return frozenset[str]().union(*(claim.segments for claim in reading.main)) & _THROUGHOUT


def _same_thing(mine: Claim, theirs: Claim, facet: str, vocabulary: Vocabulary) -> bool:
    """Whether the things can be one: equal, one a kind of the other, or one of them not told."""
    if not mine.term or not theirs.term or mine.term == theirs.term:
        return True
    one, other = vocabulary.terms.get(mine.term), vocabulary.terms.get(theirs.term)
    if one is None or other is None:
        return mine.certainty < WRITTEN or theirs.certainty < WRITTEN
    if other.id in one.above or one.id in other.above:
        return True
    return not set(one.above) & set(other.above) and (facet in (one.area, other.area) or not (one.area and other.area))


def is_shared_out(facet: str) -> bool:
    """Tell whether an area is work that two posts can fight over even where one leads the other; targets go down the line."""
    return facet.split(".", 1)[0] not in _LED


def _is_led(facet: str, steps: int) -> bool:
    node = facet.split(".", 1)[0]
    return (steps >= 1 and node in _LED) or (steps >= 2 and node in _LED_FAR) or steps >= 3


def _is_written(verdict: Verdict) -> bool:
    return verdict.one is not None and verdict.other is not None and verdict.one.certainty == verdict.other.certainty == WRITTEN
