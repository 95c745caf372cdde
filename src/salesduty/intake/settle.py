"""What was built → a draft, and every character that no value claims → left out, with a reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from salesduty.intake.building.parts import Built, DutyPart, KpiPart, PostPart, ProcessPart, StepPart
from salesduty.intake.items import Unit
from salesduty.intake.manuscript import Line, Manuscript, starts
from salesduty.intake.noise import Put
from salesduty.intake.passage import Passage
from salesduty.intake.tables import Entry, Field
from salesduty.results.draft import (
    Draft,
    DraftDepartment,
    DraftDuty,
    DraftKpi,
    DraftPost,
    DraftProcess,
    DraftStep,
    LeftOut,
    Quoted,
)

_CONTROL = ("document_title", "document_no", "version", "effective", "review_by", "prepared_by", "reviewed_by", "approved_by")
_OF_POST = ("department", "group", "level", "headcount", "deputy"), ("aliases", "reports_to", "subordinates", "purpose", "rules")
_OF_STEP = ("text", "sla"), ("do", "to", "outputs")
_OF_DEPARTMENT = ("name", "company", "headcount", *_CONTROL), ("purpose", "meetings", "promises", "rules")
"""What drafts have of each: fields that hold one value, and fields that hold several."""
_VALUE = 1


def settle(file: str, manuscript: Manuscript, noise: Iterable[Put], entries: Iterable[Entry], built: Built) -> Draft:
    """Return the draft of the document `file`: values quoted from it, and in `left_out` whatever is in none of them."""
    begins = starts(manuscript.lines)
    desk = _Desk(manuscript.lines, begins, bytearray(begins[-1]))
    posts = tuple(desk.post(each) for each in built.posts)
    department = desk.department(built)
    functions = tuple(desk.duty(each) for each in built.functions)
    processes = tuple(desk.process(each) for each in built.processes)
    kpis = tuple(desk.kpi(each) for each in built.kpis)
    put = [*noise, *built.aside, *_shape(entries)]
    aside = [LeftOut(each.text, each.number, each.reason, each.where) for each in manuscript.aside if each.text.strip()]
    texts = [*(line.text for line in manuscript.lines), *(each.text for each in manuscript.aside)]
    size = sum(map(_visible, texts))
    left_out = tuple(sorted([*aside, *desk.left_out(put)], key=lambda each: each.line))
    return Draft(
        file, manuscript.kind, size, department, posts, functions, processes, kpis, left_out, manuscript.notes
    )  # fmt: skip


def _shape(entries: Iterable[Entry]) -> Iterable[Put]:
    """What of the entries is shape, where nobody claims it for more: numbers, labels, punctuation."""
    for entry in entries:
        if isinstance(entry, Unit):
            yield Put(entry.mark, "numbering")
            yield Put(entry.end, "punctuation")
        else:
            for field in (entry,) if isinstance(entry, Field) else entry.fields:
                yield Put(field.label, "heading")
                yield from _shape(field.units)


def _visible(text: str) -> int:
    return len("".join(text.split()))


@dataclass(frozen=True)
class _Desk:
    """Quotes passages and remembers which characters are spoken for."""

    lines: Sequence[Line]
    begins: Sequence[int]
    taken: bytearray

    def quote(self, passage: Passage) -> Quoted:
        """Claim the characters of a passage and return it as words with their place."""
        for at in passage.at:
            self.taken[at] = _VALUE
        line = self._line(passage.at[0]) if passage.text else Line("", 0)
        return Quoted(passage.text, line.number, line.where)

    def _line(self, at: int) -> Line:
        return self.lines[bisect_right(self.begins, at) - 1]

    def maybe(self, passage: Passage | None) -> Quoted | None:
        return self.quote(passage) if passage is not None and passage.text else None

    def all(self, passages: Iterable[Passage]) -> tuple[Quoted, ...]:
        return tuple(self.quote(each) for each in passages if each.text)

    def fields(self, fields: Mapping[str, Sequence[Passage]], *known: Sequence[str]) -> dict[str, tuple[Quoted, ...]]:
        """Return the fields that are `known`, by their names: those of one value, of which the first is claimed, and lists."""
        one, several = known
        single = {key: self.all(fields[key][:1]) for key in one if key in fields}
        return {**single, **{key: self.all(fields[key]) for key in several if key in fields}}

    def duty(self, part: DutyPart) -> DraftDuty:
        number = self.quote(part.mark).strip() if part.mark.text else part.label
        title, text = self.maybe(part.title), self.quote(part.text)
        details = tuple((key, self.quote(each)) for key, each in part.details if each.text)
        return DraftDuty(text, title, number, tuple(self.duty(each) for each in part.children), details)

    def kpi(self, part: KpiPart) -> DraftKpi:
        fields = {key: self.quote(passage) for key, passage in part.fields.items()}
        return DraftKpi(self.quote(part.name), scoring=self.all(part.scoring), **fields)

    def step(self, part: StepPart) -> DraftStep:
        fields = self.fields(part.fields, *_OF_STEP)
        return DraftStep(
            self.quote(part.name),
            text=next(iter(fields.get("text", ())), None),
            do=fields.get("do", ()),
            to=fields.get("to", ()),
            sla=next(iter(fields.get("sla", ())), None),
            outputs=fields.get("outputs", ()),
            children=tuple(self.duty(each) for each in part.children),
        )

    def process(self, part: ProcessPart) -> DraftProcess:
        steps = tuple(self.step(each) for each in part.steps)
        return DraftProcess(self.quote(part.name), steps, self.maybe(part.purpose))

    def post(self, part: PostPart) -> DraftPost:
        fields = self.fields(part.fields, *_OF_POST)
        return DraftPost(
            self.quote(part.name),
            part.part,
            name_inferred=part.name_inferred,
            **{key: next(iter(fields.get(key, ())), None) for key in ("department", "group", "level", "headcount", "deputy")},  # type: ignore[arg-type]
            **{key: fields.get(key, ()) for key in ("aliases", "reports_to", "subordinates", "purpose", "rules")},  # type: ignore[arg-type]
            duties=tuple(self.duty(each) for each in part.duties),
            authorities=tuple(self.duty(each) for each in part.authorities),
            qualifications=tuple((key, self.quote(each)) for key, each in part.qualifications if each.text),
            relations=tuple((key, self.quote(each)) for key, each in part.relations if each.text),
            kpis=tuple(self.kpi(each) for each in part.kpis),
        )

    def department(self, built: Built) -> DraftDepartment:
        fields = self.fields(built.department, *_OF_DEPARTMENT)
        return DraftDepartment(
            **{key: next(iter(fields.get(key, ())), None) for key in ("name", "company", "headcount")},  # type: ignore[arg-type]
            **{key: fields.get(key, ()) for key in ("purpose", "meetings", "promises", "rules")},  # type: ignore[arg-type]
            control={key: fields[key][0] for key in _CONTROL if fields.get(key)},
        )

    def left_out(self, put: Iterable[Put]) -> list[LeftOut]:
        """Return what no value claims, one for each line and reason, in order; who puts a character aside first says why."""
        reasons = ["unclear", "", *dict.fromkeys(each.reason for each in put)]
        places = {reason: place for place, reason in enumerate(reasons)}
        taken = bytearray(self.taken)
        for each in put:
            place = places[each.reason]
            for at in each.passage.at:
                taken[at] = taken[at] or place
        found = []
        for line, begin in zip(self.lines, self.begins, strict=False):
            known = taken[begin : begin + len(line.text)]
            if known.count(_VALUE) == len(known):
                continue
            runs = sorted((place, at) for at, place in enumerate(known) if place != _VALUE)
            for place, run in groupby(runs, key=lambda each: each[0]):
                text = _gathered(line.text, [at for _, at in run])
                if text.strip():
                    found.append(LeftOut(text, line.number, reasons[place], line.where))
        return found


def _gathered(text: str, places: Sequence[int]) -> str:
    """The characters of `text` at `places`, with a blank where some between are missing."""
    pieces = [
        text[place] if place - 1 == before else f" {text[place]}" for before, place in zip([-2, *places], places, strict=False)
    ]
    return "".join(pieces).strip()
