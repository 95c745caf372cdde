"""One duty explained: how each field was read, what the duty covers, which other duties it meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from salesduty.model.choices import DutyKind
from salesduty.model.duty import Scope
from salesduty.model.values import CADENCES, cadence_label
from salesduty.responsibility.claims import LIKELY, POSSIBLE, SURE, Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.overlaps import Lines, between, declared_shared
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.scope import DIMENSIONS, NOWHERE, inferred
from salesduty.results.coverage import State
from salesduty.results.explained import Characters, ClauseRead, Compared, Covers, Explained, Source, Told
from salesduty.results.place import Span
from salesduty.results.wording import Text
from salesduty.text.normal import normal

_MOST_MET = 500
"""So many duties are compared with the one that is asked about; the nearest in the document come first."""
_WIDTHS = {
    "personal": Text("个人名下", "one's own"),
    "unit": Text("本单位", "one's unit"),
    "wide": Text("多个单位", "several units"),
    "company": Text("全公司", "the whole company"),
}
_TIERS = {"new": Text("新客户", "new customers"), "old": Text("老客户", "old customers")}
_OWN = Text("自己的辖区", "one's own region")
_ANY = Text("不限", "not limited")
_UNTOLD = Text("看不出", "cannot be told")
_NAMES: dict[str, str] = {"sources": "from", "recipients": "to"}
_LISTS = (("inputs", LIKELY), ("outputs", SURE), ("sources", POSSIBLE), ("recipients", LIKELY))
"""The fields that hold several things, and how far what a sentence tells of each is to be trusted."""


def addresses(found: Responsibilities) -> Iterator[str]:
    """Yield the address of every active post and of every duty that can be explained."""
    for post in found.department.active_posts:
        yield post.address
    for holding in found.holdings:
        yield holding.address


def meant(found: Responsibilities, address: str) -> tuple[Holding, ...]:
    """Return the duties that `address` means: one, or all of a post or below a heading; none where it is not known."""
    exact = tuple(holding for holding in found.holdings if holding.address == address)
    return exact or tuple(holding for holding in found.holdings if holding.address.startswith(address + "/"))


def explained(holding: Holding, found: Responsibilities, span: Span) -> Explained:
    """Return how `holding`, a duty of the department `found`, was read. `span` is where it is written."""
    met = _met(holding, found)
    return Explained(
        department=found.department.id,
        post=holding.post.value.name,
        address=holding.address,
        file=holding.file,
        span=span,
        text=holding.reading.text,
        title=holding.duty.title or "",
        read=tuple(_fields(holding, found)),
        clauses=tuple(_clause(claim, holding, found) for claim in holding.reading.claims),
        covers=tuple(_covers(holding, found)),
        compared=tuple(_compared(holding, met, found)),
        met=len(met),
    )


def _fields(holding: Holding, found: Responsibilities) -> Iterator[Told]:
    main = holding.reading.main
    if main:
        yield from _of_claim(main[0], holding, found)
    yield _scope(holding, found)
    yield from _times(holding)
    yield from _lists(holding)
    yield _kind(holding)


def _of_claim(claim: Claim, holding: Holding, found: Responsibilities) -> Iterator[Told]:
    duty, reading = holding.duty, holding.reading
    titled = claim.span == (0, 0) and bool(holding.duty.title)
    inferred_by: Source = "title" if titled else "sentence"

    def told(field: str, value: Text, certainty: float, span: Characters, *, written: bool) -> Told:
        if written:
            return Told(field, value, 1.0, "written")
        words = duty.title or "" if titled else reading.words(span)
        return Told(field, value, round(certainty, 2), inferred_by, span, words)

    if claim.facet:
        name = found.vocabulary.area_name(claim.facet)
        value = Text(f"{name}（{claim.facet}）", f"{claim.facet} ({name})") if name != claim.facet else Text(name, name)
        yield told("area", value, claim.certainty, claim.facet_span, written=duty.area is not None)
    else:
        yield Told("area", _UNTOLD, 0.0, "usual")
    action = Text(claim.action.label, claim.action.value)
    yield told("action", action, claim.action_certainty, claim.verb_span, written=duty.action is not None)
    thing = duty.object or reading.words(claim.term_span) if claim.term or duty.object else ""
    if thing:
        yield told("object", Text(thing, thing), max(claim.certainty, POSSIBLE), claim.term_span, written=duty.object is not None)


def _scope(holding: Holding, found: Responsibilities) -> Told:
    reading, spelt = holding.reading, normal(holding.reading.text)
    if holding.duty.scope is not None:
        return Told("scope", _written_scope(holding.duty.scope), 1.0, "written")
    scope = reading.scope
    if scope == NOWHERE:
        return Told("scope", _ANY, 0.5, "usual")
    parts = [_dimension(name, sorted(scope.named[name])) for name in DIMENSIONS if name in scope.named]
    if scope.amount is not None:
        amount = _interval(scope.amount.low, scope.amount.high)
        parts.append(Text(f"{Scope.title_of('amount')} {amount}", f"amount {amount}"))
    if scope.width:
        parts.append(_WIDTHS[scope.width])
    if scope.own:
        parts.append(_OWN)
    said = inferred(spelt, found.matcher.tokens(spelt), found.vocabulary)
    words = [name for names in scope.named.values() for name in sorted(names)]
    span = _where(words, spelt)
    source: Source = "post" if said == NOWHERE else "sentence"
    return Told("scope", _joined(parts), LIKELY, source, span, reading.words(span))


def _interval(low: object, high: object) -> str:
    return f"{low if low is not None else ''}..{high if high is not None else ''}"


def _dimension(name: str, values: Iterable[str]) -> Text:
    texts = [_TIERS.get(value, Text(value, value)) for value in values]
    zh, en = "、".join(text.zh for text in texts), ", ".join(text.en for text in texts)
    return Text(f"{Scope.title_of(name)} {zh}", f"{name} {en}")


def _written_scope(scope: Scope) -> Text:
    parts = [_dimension(name, getattr(scope, name)) for name in DIMENSIONS if getattr(scope, name)]
    if scope.amount is not None:
        parts.append(Text(f"{Scope.title_of('amount')} {scope.amount}", f"amount {scope.amount}"))
    return _joined(parts) if parts else _ANY


def _joined(parts: Sequence[Text]) -> Text:
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _times(holding: Holding) -> Iterator[Told]:
    reading, duty = holding.reading, holding.duty
    if reading.cadence:
        how_often = reading.cadence if reading.cadence in CADENCES else cadence_label(reading.cadence)
        value = Text(cadence_label(reading.cadence), how_often)
        yield _at("cadence", value, reading.cadence_span, holding, written=duty.cadence is not None)
    if reading.sla:
        yield _at("sla", Text(reading.sla, reading.sla), reading.sla_span, holding, written=duty.sla is not None)


def _at(field: str, value: Text, span: Characters, holding: Holding, *, written: bool, certainty: float = SURE) -> Told:
    if written:
        return Told(field, value, 1.0, "written")
    return Told(field, value, certainty, "sentence", span, holding.reading.words(span))


def _lists(holding: Holding) -> Iterator[Told]:
    spelt = normal(holding.reading.text)
    for name, certainty in _LISTS:
        values: tuple[str, ...] = getattr(holding.reading, name)
        if values:
            key = _NAMES.get(name, name)
            written = bool(getattr(holding.duty, "from_" if key == "from" else key))
            value = Text("、".join(values), ", ".join(values))
            yield _at(key, value, _where(values, spelt), holding, written=written, certainty=certainty)


def _where(words: Iterable[str], spelt: str) -> Characters:
    """Where the first of `words` that stands in a normalised sentence does; nowhere where none does."""
    for word in words:
        at = spelt.find(normal(word))
        if at >= 0:
            return at, at + len(word)
    return 0, 0


def _kind(holding: Holding) -> Told:
    kind = holding.reading.kind
    value = Text(kind.label, kind.value)
    if holding.duty.kind is not None:
        return Told("kind", value, 1.0, "written")
    if kind == DutyKind.owned:
        return Told("kind", value, LIKELY, "usual")
    return Told("kind", value, SURE, "sentence", (0, len(holding.reading.text)), holding.reading.text)


def _clause(claim: Claim, holding: Holding, found: Responsibilities) -> ClauseRead:
    name = found.vocabulary.area_name
    return ClauseRead(
        role=claim.role,
        words=holding.reading.words(claim.span) or holding.duty.title or "",
        span=claim.span,
        area=claim.facet,
        name=name(claim.facet) if claim.facet else "",
        action=Text(claim.action.label, claim.action.value),
        certainty=round(claim.certainty, 2),
        others=tuple(name(facet) for facet in claim.facets[1:]),
    )


def _covers(holding: Holding, found: Responsibilities) -> Iterator[Covers]:
    for covered in found.coverage:
        for held in covered.held:
            if held.holding is holding:
                need = covered.need
                state = cast("State", covered.state)
                yield Covers(need.kind, need.name, need.group, need.address, held.part, held.confidence, state)


def _met(holding: Holding, found: Responsibilities) -> list[Holding]:
    """The owned duties of other posts that speak of an area that this one speaks of, or of none as this one does."""
    if not holding.owned:
        return []
    nodes = {facet.split(".", 1)[0] for claim in holding.reading.claims for facet in claim.facets} or {""}
    met = {id(each): each for node in sorted(nodes) for each in found.by_node.get(node, ())}
    return [each for each in met.values() if each.post.address != holding.post.address][:_MOST_MET]


def _compared(holding: Holding, met: Iterable[Holding], found: Responsibilities) -> Iterator[Compared]:
    """The conflicts, then the other levels, the surest first."""
    lines = Lines(found.department)
    told: list[Compared] = []
    for each in met:
        verdict = between(holding, each, found, lines)
        relation = verdict.relation
        if relation not in ("conflict", "layered"):
            continue
        why = verdict.why
        if relation == "conflict" and declared_shared(found.department, holding, each):
            relation, why = "layered", "shared"
        told.append(Compared(relation, each.post.value.name, each.address, each.text, why, round(verdict.certainty, 2)))
    yield from sorted(told, key=lambda one: (one.relation, -one.certainty, one.address))
