"""The questions behind findings that rest on inference: which field, once written, would settle them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from salesduty.model.department import Function
from salesduty.model.duty import Duty
from salesduty.model.part import Part
from salesduty.model.process import Step
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.needs import Need, pairs
from salesduty.responsibility.overlaps import Conflict, overlaps
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.results.place import Place
from salesduty.results.suggestion import Asked
from salesduty.results.wording import Text
from salesduty.text.normal import normal
from salesduty.text.visible import one_line

_LONGEST = 30
_ELSEWHERE = "ZZ999"
"""An area that nobody speaks of: what a duty is about, if it is not about what it was read as."""
_GAP = Text(
    "这句看不出领域；如果说的是“{area}”，“{need}”就有人负责了",
    "no area can be told from this; if it is “{area}”, “{need}” is held",
)
_GAP_OTHERWISE = Text("不要写；“{need}”确实没有人负责", "leave it; then nobody holds “{need}” indeed")
_OVERLAP = Text(
    "“{area}”有“{mine}”和“{theirs}”两个岗位，把握 {percent}%：确认这句是“{area}”、动作是“{action}”",
    "“{mine}” and “{theirs}” both hold “{area}”, {percent}% sure: confirm that this is “{area}” and that it is to {verb}",
)
_OVERLAP_OTHERWISE = Text(
    "写真正的 area 或 action（只是协助写 support）；两个岗位各管一片，写 scope；确实共同负责，写 shared_with: [{partner}]",
    "write the true area or action (support, if it only helps); write scope if the two divide it, "
    "shared_with: [{partner}] if they share it",
)
_UNREAD = Text("“{need}”看不出是什么领域，没法和职责对照", "no area can be told from “{need}”, so no duty can be set against it")
_UNREAD_GUESS = Text(
    "“{need}”看不出是什么领域；用词最像“{like}”，那是“{area}”",
    "no area can be told from “{need}”; its words are nearest to “{like}”, which is “{area}”",
)
_UNREAD_OTHERWISE = Text("写上它对应的 {field}，或换一个说得更明白的名称", "write its {field}, or give it a plainer name")
Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may be so or not: `added` says that it is, `contrary` that it is not, both by English keys.

    `part` is the model of what stands at `place`. `added` is empty where no value can be guessed; `trial` then is one
    that would make a difference. `weight` is how grave the finding is that hangs on it.
    """

    asked: Asked
    part: type[Part]
    place: Place
    address: str
    text: str
    added: Fields
    reason: Text
    otherwise: Text
    contrary: Fields = field(default_factory=dict)
    trial: Fields = field(default_factory=dict)


def questions(found: Responsibilities) -> Iterator[Question]:
    """Yield the questions about one department, one for each place, gaps first."""
    asked: set[Place] = set()
    for question in (*_gaps(found), *_overlaps(found)):
        if question.place not in asked:
            asked.add(question.place)
            yield question


def _gaps(found: Responsibilities) -> Iterator[Question]:
    for covered in found.coverage:
        if covered.state != "gap":
            continue
        if not covered.need.understood:
            yield _about_need(covered.need, found)
        elif (doubtful := found.doubt(covered)) is not None and (area := _likeliest(covered, found)):
            values = {"area": found.vocabulary.area_name(area), "need": one_line(covered.need.name, _LONGEST)}
            reason, otherwise = _GAP.filled(values), _GAP_OTHERWISE.filled(values)
            yield Question("gap", Duty, doubtful.place, doubtful.address, doubtful.text, {"area": area}, reason, otherwise)


def _likeliest(covered: Coverage, found: Responsibilities) -> str:
    """The area that the name of a need most likely means."""
    facets = covered.need.facets
    for claim in sentence(covered.need.name, found.vocabulary, found.matcher).main:
        if claim.facet in facets:
            return claim.facet
    return facets[0] if facets else ""


def _about_need(need: Need, found: Responsibilities) -> Question:
    part, key = (Function, "areas") if need.kind == "function" else (Step, "area")
    like = _alike(need, found)
    name = one_line(need.name, _LONGEST)
    otherwise = _UNREAD_OTHERWISE.filled({"field": key})
    if like is None:
        held = next((facet for holding in found.owned for claim in holding.reading.main if (facet := claim.facet)), "")
        reason = _UNREAD.filled({"need": name})
        trial = {key: held} if held else {}
        return Question("unread", part, need.place, need.address, need.name, {}, reason, otherwise, trial=trial)
    holding, area = like
    values = {"need": name, "like": one_line(holding.text, _LONGEST), "area": found.vocabulary.area_name(area)}
    return Question("unread", part, need.place, need.address, need.name, {key: area}, _UNREAD_GUESS.filled(values), otherwise)


def _alike(need: Need, found: Responsibilities) -> tuple[Holding, str] | None:
    """The duty that shares most pairs of characters with the name of a need, and the area that it is read as."""
    wanted = pairs((normal(need.name),)) if need.name else frozenset()
    best: tuple[int, Holding, str] | None = None
    for holding in found.owned if wanted else ():
        text = normal(holding.text)
        shared = sum(pair in text for pair in wanted)
        area = next((claim.facet for claim in holding.reading.main if claim.facet), "")
        if shared and area and (best is None or shared > best[0]):
            best = (shared, holding, area)
    return (best[1], best[2]) if best is not None else None


def _overlaps(found: Responsibilities) -> Iterator[Question]:
    for overlap in overlaps(found):
        conflict = overlap.conflicts[0]
        sides = [
            (conflict.verdict.one, conflict.one, conflict.other),
            (conflict.verdict.other, conflict.other, conflict.one),
        ]
        doubtful = [(claim, mine, theirs) for claim, mine, theirs in sides if claim is not None and _can_be_asked(claim, mine)]
        for claim, mine, theirs in sorted(doubtful, key=lambda side: (side[0].certainty, side[1].address)):
            yield _of_side(claim, mine, theirs, conflict, found)


def _can_be_asked(claim: Claim, holding: Holding) -> bool:
    """Whether an area is inferred that one field can confirm: a sentence about several areas would lose the others."""
    facets = {each.facet for each in holding.reading.main if each.facet}
    return holding.duty.area is None and bool(claim.facet) and facets == {claim.facet}


def _of_side(claim: Claim, mine: Holding, theirs: Holding, conflict: Conflict, found: Responsibilities) -> Question:
    added = {"area": claim.facet}
    if mine.duty.action is None:
        added["action"] = claim.action.value
    others = claim.facets[1:]
    contrary = {**added, "area": others[0] if others else _ELSEWHERE}
    values: dict[str, object] = {
        "area": found.vocabulary.area_name(claim.facet),
        "mine": one_line(mine.post.value.name, _LONGEST),
        "theirs": one_line(theirs.post.value.name, _LONGEST),
        "percent": round(conflict.verdict.certainty * 100),
        "action": claim.action.label,
        "verb": claim.action.value,
        "partner": one_line(theirs.post.value.id or theirs.post.value.name, _LONGEST),
    }
    reason, otherwise = _OVERLAP.filled(values), _OVERLAP_OTHERWISE.filled(values)
    return Question("overlap", Duty, mine.place, mine.address, mine.text, added, reason, otherwise, contrary)
