"""The values that a template of Word is filled with: the same words that documents print, under the names of `kinds`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from salesduty.model.appraisal import Appraisal, AppraisalCycle
from salesduty.model.areas import profile_label
from salesduty.model.choices import Choice
from salesduty.model.department import Department as Spec
from salesduty.model.department import Function, Meeting, Promise, Signal, System
from salesduty.model.duty import Duty, Scope, Work
from salesduty.model.kpi import Measure, PostKpi, Share
from salesduty.model.part import Part
from salesduty.model.post import Authority, Post, Relation
from salesduty.model.process import Process, Step
from salesduty.model.values import cadence_label
from salesduty.results.paper import Detail, Paper
from salesduty.results.record import Kind, Record, Several, Value
from salesduty.text import amounts
from salesduty.text.printable import printable_lines
from salesduty.views import duties, kpis, naming, processes
from salesduty.views.blanks import day_in_words
from salesduty.views.cards import Card
from salesduty.views.handing import Handing, Things, handing
from salesduty.views.kinds import DEPARTMENT, POST, extra, kind_id, kinds
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import Outline, style_of
from salesduty.workspace.entities import Department, Placed


@dataclass(frozen=True, slots=True)
class Within:
    """What a value is said within: its department, the post whose words count, and the number of what it stands in."""

    department: Department
    post: Placed[Post] | None = None
    number: str = ""
    depth: int = 0
    handed: Mapping[str, Handing] = field(default_factory=dict)


def whole(department: Department) -> Mapping[str, Value]:
    """Return what a template sees of a department, by English name: what all its documents have in common."""
    within = Within(department)
    record = _record(department.spec, within)
    return {"department": record, **{key: record[key] for key in ("posts", "processes", "kpis", "appraisal")}}


def context(paper: Paper, shared: Mapping[str, Value], post: Record | None = None, card: Card | None = None) -> Record:
    """Return all that the template of `paper` sees: `shared` is the `whole` of its department, `post` the post it is about.

    `post` is one of `shared["posts"]`; None for a document about the whole department. `card` is what a scorecard scores,
    None for what is about all KPIs of the post.
    """
    about = kinds()["paper"]
    department = shared["department"]
    days = {"term_from": paper.effective, "term_to": str(department["review_by"]) if isinstance(department, Record) else ""}
    own = {name.key: day_in_words(days[name.key]) if name.key in days else getattr(paper, name.key) for name in about.names}
    values: dict[str, Value] = {**shared, "paper": _made(about, own), "hints": ""}
    if post is None:
        return _made(kinds()[DEPARTMENT], values)
    carried = post["kpis"] if isinstance(post["kpis"], Several) else Several()
    scored = carried if card is None else Several(carried[each.number - 1] for each in card.scored)
    cycle, weight = (card.word, kpis.percent(card.weight)) if card is not None else ("", "")
    return _made(kinds()[POST], {**values, "post": post, "cycle": cycle, "scored": scored, "weight": weight})


def _made(kind: Kind, values: Mapping[str, Value]) -> Record:
    return Record(kind, tuple(values[name.key] for name in kind.names))


def _record(part: Part, within: Within) -> Record:
    """The record of `part`: each field in words, then what is worked out."""
    return _completed(part, {name: _value(part, name, getattr(part, name), within) for name in type(part).model_fields}, within)


def _completed(part: Part, said: Mapping[str, Value], within: Within) -> Record:
    """The record of `part`, whose fields are `said`, with what is worked out besides."""
    more = [
        within.number if name.key == "number" else _EXTRA[type(part), name.key](part, within, said) for name in extra(type(part))
    ]
    return Record(kinds()[kind_id(type(part))], (*said.values(), *more))


def _blank(kind: Kind) -> Record:
    """A record in which nothing is written, so that a template need not ask whether it is there."""
    return Record(kind, tuple(Several() if name.many else _blank(kinds()[name.of]) if name.of else "" for name in kind.names))


def _value(part: Part, key: str, value: Any, within: Within) -> Value:
    for model in type(part).__mro__:
        if (model, key) in _SAYERS:
            return _SAYERS[model, key](part, value, within)
    if isinstance(value, Part):
        return _record(value, within)
    if isinstance(value, tuple):
        return _several(value, within)
    if value is None:
        name = kinds()[kind_id(type(part))].name(type(part).model_fields[key].alias or key)
        return _blank(kinds()[name.of]) if name is not None and name.of else ""
    return _word(value)


def _word(value: Any) -> str:
    if isinstance(value, Choice):
        return value.label
    return "\n".join(printable_lines(value)) if isinstance(value, str) else f"{value:g}"


def _several(values: Sequence[Any], within: Within) -> Several:
    numbered = (replace(within, number=str(number)) for number in range(1, len(values) + 1))
    return Several(
        _record(each, here) if isinstance(each, Part) else _word(each) for each, here in zip(values, numbered, strict=True)
    )


def _duties(found: Iterable[Duty], within: Within, depth: int = 0, outline: Outline | None = None) -> Several:
    """Duties with the numbers that documents give them, counted from 1 in what holds them."""
    counting = outline or _outline(within.department)
    records = []
    for duty in found:
        here = replace(within, number=_label(counting, depth), depth=depth + 1)
        records.append(_duty(duty, here, counting))
    return Several(records)


def _duty(duty: Duty, within: Within, outline: Outline) -> Record:
    """The record of a duty; those below it go on counting in `outline`, which has just counted this one."""
    said = {name: _value(duty, name, getattr(duty, name), within) for name in Duty.model_fields if name != "duties"}
    return _completed(duty, _with_duties(Duty, said, _duties(duty.duties, within, within.depth, outline)), within)


def _with_duties(part: type[Part], said: Mapping[str, Value], below: Several) -> Mapping[str, Value]:
    return {name: below if name == "duties" else said[name] for name in part.model_fields}


def _outline(department: Department) -> Outline:
    return Outline(style_of(department.spec.numbering))


def _label(outline: Outline, depth: int) -> str:
    """The label of the next item, without the numbers of chapters and sections, which a template has of its own."""
    label = outline.item(depth, "", ()).label
    return ".".join(label.split(".")[2:]) if label.startswith("1.1.") else label


def _flat(found: Value) -> Several:
    """Duties and all below them in one list."""
    flat: list[Value] = []
    waiting = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Several):
            waiting.extend(reversed(each))
        elif isinstance(each, Record):
            flat.append(each)
            waiting.append(each["duties"])
    return Several(flat)


def _functions(functions: Sequence[Function], within: Within) -> Several:
    """Functions, and the duties below them, numbered in one go as the handbook numbers them."""
    outline = _outline(within.department)
    records = []
    for function in functions:
        here = replace(within, number=_label(outline, 0))
        below = _duties(function.duties, here, 1, outline)
        said = {name: _value(function, name, getattr(function, name), here) for name in Function.model_fields if name != "duties"}
        records.append(_completed(function, _with_duties(Function, said, below), here))
    return Several(records)


def _measured(measures: Sequence[PostKpi], within: Within) -> Several:
    """The KPIs of a post, with what their definitions say."""
    post = within.post
    records = []
    for number, written in enumerate(measures, 1):
        full = within.department.measure(written, post)
        defined = within.department.kpi(written.ref, post) if written.ref else None
        home = kpis.home(defined, within.department)
        said = {
            name: _value(full, name, getattr(full, name), replace(within, department=within.department if own else home))
            for name in PostKpi.model_fields
            for own in (name in written.model_fields_set or name == "ref",)
        }
        records.append(_completed(full, said, replace(within, number=str(number))))
    return Several(records)


def _posts(department: Department) -> Several:
    placed, handed = in_reporting_order(department), handing(department)
    return Several(
        _record(each.value, Within(department, each, str(number), handed=handed)) for number, each in enumerate(placed, 1)
    )


def _team(within: Within) -> Several:
    """Who reports to the post, with headcounts."""
    below = within.department.reports.get(within.post.address, ()) if within.post is not None else ()
    told = ((each.value.name, each.value.headcount) for each in below)
    return Several(_word(name) + (f"（{people} 人）" if people else "") for name, people in told)


def _handed(within: Within, way: str) -> Several:
    found = within.handed.get(within.post.address) if within.post is not None else None
    things: Things = getattr(found, way) if found is not None else {}
    return _details(Detail(party, naming.JOIN.join(each)) for party, each in things.items())


def _steps(steps: Sequence[Step], within: Within) -> Several:
    known = within.department
    holders = ((step, known.accountable(step)) for step in steps)
    return Several(
        _record(step, replace(within, post=post, number=str(number))) for number, (step, post) in enumerate(holders, 1)
    )


def _scheme(department: Department) -> Record:
    """All schemes of a department as one, as its handbook prints them."""
    schemes = [placed.value for placed in department.appraisals]
    together: dict[str, Any] = {
        key: tuple(each for one in schemes for each in getattr(one, key)) for key in Appraisal.model_fields
    }
    return _record(Appraisal.model_construct(**together), Within(department))


def _details(found: Iterable[Detail]) -> Several:
    return Several(Record(kinds()["detail"], (each.label, each.text)) for each in found)


_Completer = Callable[[Any, Within, Mapping[str, Value]], Value]
_EXTRA: Mapping[tuple[type[Part], str], _Completer] = {
    (Spec, "posts"): lambda _, within, __: _posts(within.department),
    (Spec, "processes"): lambda _, within, __: _several([placed.value for placed in within.department.processes], within),
    (Spec, "kpis"): lambda _, within, __: _several([placed.value for placed in within.department.kpis], within),
    (Spec, "appraisal"): lambda _, within, __: _scheme(within.department),
    (Post, "department"): lambda _, within, __: _word(within.department.name),
    (Post, "team"): lambda _, within, __: _team(within),
    (Post, "given"): lambda _, within, __: _handed(within, "given"),
    (Post, "taken"): lambda _, within, __: _handed(within, "taken"),
    (Duty, "depth"): lambda _, within, __: str(within.depth),
    (Step, "holders"): lambda step, within, _: "\n".join(processes.holders(step, within.department)),
    (Scope, "summary"): lambda scope, *_: duties.scope_text(scope),
    **dict.fromkeys(
        ((Post, "all_duties"), (Function, "all_duties"), (Step, "all_duties")), lambda _, __, said: _flat(said["duties"])
    ),
    **dict.fromkeys(
        ((Duty, "details"), (Step, "details")),
        lambda work, within, _: _details(duties.details(work, within.department, within.post)),
    ),
}


def _party(_: Part, ref: str | None, within: Within) -> Value:
    return naming.party(within.department, ref) if ref else ""


def _parties(_: Part, refs: Sequence[str], within: Within) -> Value:
    return Several(naming.party(within.department, ref) for ref in refs)


def _cadence(_: Part, value: str | None, __: Within) -> Value:
    return cadence_label(value) if value else ""


def _areas(_: Part, ids: Sequence[str], __: Within) -> Value:
    return Several(naming.areas((each,)) for each in ids)


def _people(_: Part, count: int | None, __: Within) -> Value:
    return "" if count is None else f"{count} 人"


def _amount(_: Part, limit: str | None, __: Within) -> Value:
    return amounts.in_words(limit) if limit else ""


def _percent(_: Part, share: float | None, __: Within) -> Value:
    return "" if share is None else f"{share:g}%"


def _unlimited(_: Part, values: Sequence[str], __: Within) -> Value:
    return Several("不限" if each == "*" else _word(each) for each in values)


_Sayer = Callable[[Any, Any, Within], Value]
_SAYERS: Mapping[tuple[type[Part], str], _Sayer] = {
    **dict.fromkeys(((Spec, "headcount"), (Post, "headcount"), (Work, "performers")), _people),
    **dict.fromkeys(((Meeting, "cadence"), (Signal, "cadence"), (Work, "cadence")), _cadence),
    **dict.fromkeys(((Measure, "cycle"), (AppraisalCycle, "cycle")), _cadence),
    **dict.fromkeys(((Meeting, "chair"), (System, "owner"), (Signal, "owner"), (Promise, "receiver")), _party),
    **dict.fromkeys(((Post, "deputy"), (Relation, "party"), (Share, "post"), (Process, "owner")), _party),
    **dict.fromkeys(((Step, "accountable"), (Step, "escalate_to")), _party),
    **dict.fromkeys(((Meeting, "attendees"), (Signal, "proposes"), (AppraisalCycle, "posts")), _parties),
    **dict.fromkeys(((Post, "reports_to"), (Post, "appraised_by")), _parties),
    **dict.fromkeys(((Work, "from_"), (Work, "to"), (Work, "shared_with")), _parties),
    **dict.fromkeys(((Step, "do"), (Step, "review"), (Step, "support"), (Step, "inform")), _parties),
    **dict.fromkeys(((Function, "areas"), (Measure, "drivers")), _areas),
    **dict.fromkeys(((PostKpi, "weight"), (Share, "share")), _percent),
    **dict.fromkeys(((Authority, "limit"), (Scope, "amount")), _amount),
    **{(Scope, key): _unlimited for key in Scope.model_fields if key != "amount"},
    (Spec, "profile"): lambda _, value, __: _word(profile_label(value)) if value else "",
    (Spec, "functions"): lambda _, value, within: _functions(value, within),
    (Post, "duties"): lambda _, value, within: _duties(value, within),
    (Post, "kpis"): lambda _, value, within: _measured(value, within),
    (PostKpi, "ref"): lambda _, value, within: naming.kpi(within.department, value, within.post) if value else "",
    (PostKpi, "name"): lambda kpi, value, _: _word(value or kpi.ref or ""),
    (Process, "steps"): lambda _, value, within: _steps(value, within),
    (Work, "duties"): lambda _, value, within: _duties(value, within),
    (Work, "area"): lambda _, value, __: naming.areas((value,)) if value else "",
    (Work, "authority"): lambda _, value, within: naming.authority(within.department, value, within.post) if value else "",
    (Work, "kpis"): lambda _, refs, within: Several(naming.kpi(within.department, ref, within.post) for ref in refs),
    (Work, "systems"): lambda _, refs, within: Several(naming.system(within.department, ref) for ref in refs),
}
"""Whatever is not said just as it is written, by model and field."""
