"""What a handbook says about the department as a whole: control, functions, organisation, meetings, appraisal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from salesduty.model.appraisal import Appraisal, AppraisalCycle, Grade
from salesduty.model.areas import profile_label
from salesduty.model.choices import Status
from salesduty.model.department import Department as Spec
from salesduty.model.department import Meeting, Outside, Promise, Signal, System, Waiver
from salesduty.model.post import Post
from salesduty.model.values import cadence_label
from salesduty.results.paper import Block, Column, Paragraph
from salesduty.text.printable import printable
from salesduty.views import duties, naming, post
from salesduty.views.forms import form, pair, table
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import Outline
from salesduty.workspace.entities import Department, Placed

_Listed = TypeVar("_Listed", Meeting, System, Signal, Promise, Waiver)

_CONTROL_WORDS: Mapping[str, Callable[[Any], str]] = {
    "headcount": lambda people: f"{people} 人",
    "profile": lambda profile: printable(profile_label(profile)),
}
_CONTROL = (
    "company",
    "document_no",
    "version",
    "effective",
    "review_by",
    "profile",
    "headcount",
    "prepared_by",
    "reviewed_by",
    "approved_by",
)


def control(department: Department, title: str) -> Iterator[Block]:
    """Yield the document control table."""
    spec = department.spec
    named = naming.said(spec.document_title, f"{department.id}#document_title") or title
    fields = [
        pair(naming.label(Spec, "document_title"), named, 3),
        pair(naming.label(Spec, "name"), naming.said(spec.name, f"{department.id}#name")),
    ]
    fields.extend(pair(naming.label(Spec, key), _said(department, key)) for key in _CONTROL)
    yield from _present(form(fields))


def _said(department: Department, key: str) -> str:
    value = getattr(department.spec, key)
    if value is None:
        return ""
    return _CONTROL_WORDS[key](value) if key in _CONTROL_WORDS else naming.said(value, f"{department.id}#{key}")


def purpose(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on what the department is for."""
    if department.spec.purpose:
        yield outline.chapter(naming.label(Spec, "purpose"), f"{department.id}#purpose")
        yield Paragraph(naming.lines(department.spec.purpose, f"{department.id}#purpose"))


def functions(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on the functions of the department, each with the duties below it."""
    if not department.spec.functions:
        return
    yield outline.chapter(naming.label(Spec, "functions"), f"{department.id}#functions")
    for index, function in enumerate(department.spec.functions):
        anchor = f"{department.id}/functions/{function.id or f'#{index + 1}'}"
        areas = duties.areas(function.areas)
        name, text = naming.said(function.name, f"{anchor}#name"), naming.lines(function.text, f"{anchor}#text")
        yield outline.item(0, name, text, areas, anchor)
        yield from duties.items(function.duties, department, outline, None, anchor, 1)


def organisation(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on posts, superiors and headcounts, and on who stands outside."""
    if not department.posts and not department.spec.outside:
        return
    yield outline.chapter("组织架构与汇报关系", f"{department.id}#organisation")
    columns = (
        Column(naming.label(Post, "name"), 25),
        Column(naming.label(Post, "level"), 11, centred=True),
        Column(naming.label(Post, "headcount"), 11, centred=True),
        Column(naming.label(Post, "reports_to"), 20),
        Column(naming.label(Post, "deputy"), 17),
        Column(naming.label(Post, "group"), 18),
        Column(naming.label(Post, "status"), 12, centred=True),
    )
    posts = [(placed.value, placed.address) for placed in in_reporting_order(department)]
    rows = [
        (
            naming.said(each.name, f"{address}#name"),
            each.level.label if each.level else "",
            str(each.headcount) if each.headcount is not None else "",
            naming.parties(department, each.reports_to),
            naming.party(department, each.deputy) if each.deputy else "",
            post.group_text(each),
            each.status.label if each.status is not Status.active else "",
        )
        for each, address in posts
    ]
    yield from _present(table(columns, rows))
    outsiders = naming.JOIN.join(_outsider(outside) for outside in department.spec.outside)
    yield from _present(form([pair(naming.label(Spec, "outside"), outsiders, 3)]))


def meetings(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on the meetings of the department."""
    columns = (
        Column(naming.label(Meeting, "name"), 22),
        Column("频次与时间", 15),
        Column(naming.label(Meeting, "chair"), 14),
        Column(naming.label(Meeting, "attendees"), 17),
        Column(naming.label(Meeting, "inputs"), 16),
        Column(naming.label(Meeting, "outputs"), 16),
    )
    rows = [
        (
            (naming.said(meeting.name, f"{at}#name"), *naming.lines(meeting.purpose, f"{at}#purpose")),
            tuple(part for part in (cadence_label(meeting.cadence or ""), naming.said(meeting.when, f"{at}#when")) if part),
            naming.party(department, meeting.chair) if meeting.chair else "",
            naming.parties(department, meeting.attendees),
            naming.listed(meeting.inputs, f"{at}#inputs"),
            naming.listed(meeting.outputs, f"{at}#outputs"),
        )
        for meeting, at in _placed(department, "meetings", department.spec.meetings)
    ]
    anchors = [f"{department.id}/meetings/{meeting.id}" if meeting.id else "" for meeting in department.spec.meetings]
    yield from _chapter(outline, department, "meetings", table(columns, rows, anchors))


def systems(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on systems."""
    columns = (
        Column(naming.label(System, "name"), 30),
        Column(naming.label(System, "purpose"), 46),
        Column(naming.label(System, "owner"), 24),
    )
    rows = [
        (
            naming.said(system.name, f"{at}#name"),
            naming.lines(system.purpose, f"{at}#purpose"),
            naming.party(department, system.owner) if system.owner else "",
        )
        for system, at in _placed(department, "systems", department.spec.systems)
    ]
    anchors = [f"{department.id}/systems/{system.id}" if system.id else "" for system in department.spec.systems]
    yield from _chapter(outline, department, "systems", table(columns, rows, anchors))


def signals(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on what the department watches."""
    columns = (
        Column(naming.label(Signal, "watch"), 22),
        Column("来源与频次", 14),
        Column(naming.label(Signal, "owner"), 13),
        Column(naming.label(Signal, "means"), 20),
        Column(naming.label(Signal, "response"), 18),
        Column(naming.label(Signal, "proposes"), 13),
    )
    rows = [
        (
            naming.lines(signal.watch, f"{at}#watch"),
            (*naming.lines(signal.source, f"{at}#source"), *((cadence_label(signal.cadence),) if signal.cadence else ())),
            naming.party(department, signal.owner) if signal.owner else "",
            naming.lines(signal.means, f"{at}#means"),
            naming.lines(signal.response, f"{at}#response"),
            naming.parties(department, signal.proposes),
        )
        for signal, at in _placed(department, "signals", department.spec.signals)
    ]
    yield from _chapter(outline, department, "signals", table(columns, rows))


def promises(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on the times within which the department answers."""
    columns = (Column(naming.label(Promise, "text"), 70), Column(naming.label(Promise, "receiver"), 30))
    rows = [
        (
            naming.lines(promise.text, f"{at}#text"),
            naming.party(department, promise.receiver) if promise.receiver else "",
        )
        for promise, at in _placed(department, "promises", department.spec.promises)
    ]
    anchors = [f"{department.id}/promises/{promise.id}" if promise.id else "" for promise in department.spec.promises]
    yield from _chapter(outline, department, "promises", table(columns, rows, anchors))


def rules(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on the rules that the department has made for itself."""
    if department.spec.rules:
        yield outline.chapter(naming.label(Spec, "rules"), f"{department.id}#rules")
        for number, rule in enumerate(department.spec.rules, 1):
            yield outline.item(0, "", naming.lines(rule, f"{department.id}#rules/{number}"))


def waivers(department: Department, outline: Outline) -> Iterator[Block]:
    """Yield the chapter on rules that the department knowingly does not keep."""
    columns = (
        Column(naming.label(Waiver, "rule"), 12),
        Column(naming.label(Waiver, "at"), 18),
        Column(naming.label(Waiver, "reason"), 24),
        Column(naming.label(Waiver, "approver"), 13),
        Column(naming.label(Waiver, "until"), 14),
        Column(naming.label(Waiver, "control"), 19),
    )
    rows = [
        tuple(
            naming.lines(getattr(waiver, key), f"{at}#{key}") for key in ("rule", "at", "reason", "approver", "until", "control")
        )
        for waiver, at in _placed(department, "waivers", department.spec.waivers)
    ]
    yield from _chapter(outline, department, "waivers", table(columns, rows))


def appraisal(department: Department, placed: Placed[Appraisal], outline: Outline) -> Iterator[Block]:
    """Yield the sections of the appraisal scheme."""
    scheme = placed.value
    if scheme.principles:
        yield outline.section(naming.label(Appraisal, "principles"))
        for number, principle in enumerate(scheme.principles, 1):
            at = f"{placed.address}/principles/#{number}"
            yield outline.item(0, naming.said(principle.title, f"{at}#title"), naming.lines(principle.text, f"{at}#text"))
    if scheme.cycles:
        yield outline.section(naming.label(Appraisal, "cycles"))
        yield from _present(_cycles(department, placed))
    if scheme.grades:
        yield outline.section(naming.label(Appraisal, "grades"))
        yield from _present(grades(placed))
    if scheme.uses:
        yield outline.section(naming.label(Appraisal, "uses"))
        for number, use in enumerate(scheme.uses, 1):
            yield outline.item(0, "", naming.lines(use, f"{placed.address}#uses/{number}"))


def grades(scheme: Placed[Appraisal]) -> Block | None:
    """Return the grades of a scheme as a table, None where it has none."""
    keys = ("name", "score", "share", "consequence")
    columns = tuple(Column(naming.label(Grade, key), share) for key, share in zip(keys, (18, 20, 20, 42), strict=True))
    rows = [
        tuple(naming.lines(getattr(grade, key), f"{scheme.address}/grades/#{number}#{key}") for key in keys)
        for number, grade in enumerate(scheme.value.grades, 1)
    ]
    return table(columns, rows)


def _cycles(department: Department, scheme: Placed[Appraisal]) -> Block | None:
    columns = (
        Column(naming.label(AppraisalCycle, "cycle"), 18, centred=True),
        Column(naming.label(AppraisalCycle, "levels"), 18),
        Column(naming.label(AppraisalCycle, "posts"), 24),
        Column(naming.label(AppraisalCycle, "focus"), 40),
    )
    rows = [
        (
            cadence_label(cycle.cycle),
            naming.JOIN.join(level.label for level in cycle.levels),
            naming.parties(department, cycle.posts),
            naming.lines(cycle.focus, f"{scheme.address}/cycles/#{number}#focus"),
        )
        for number, cycle in enumerate(scheme.value.cycles, 1)
    ]
    return table(columns, rows)


def _outsider(outside: Outside) -> str:
    aliases = naming.texts(outside.aliases)
    return f"{printable(outside.name)}（又称{aliases}）" if aliases else printable(outside.name)


def _placed(department: Department, key: str, parts: Iterable[_Listed]) -> Iterator[tuple[_Listed, str]]:
    """Each of the parts of a department with its address."""
    for number, part in enumerate(parts, 1):
        yield part, f"{department.id}/{key}/{getattr(part, 'id', None) or f'#{number}'}"


def _chapter(outline: Outline, department: Department, key: str, block: Block | None) -> Iterator[Block]:
    """The chapter on the field `key` of the department, if there is anything in it."""
    if block is not None:
        yield outline.chapter(naming.label(Spec, key), f"{department.id}#{key}")
        yield block


def _present(block: Block | None) -> Iterator[Block]:
    if block is not None:
        yield block
