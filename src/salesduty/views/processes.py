"""Processes as tables of steps."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.duty import Duty
from salesduty.model.post import Post
from salesduty.model.process import Process, Step
from salesduty.results.paper import Block, Column
from salesduty.results.said import Said
from salesduty.text.printable import printable
from salesduty.views import duties, naming
from salesduty.views.forms import Lines, form, labelled, pair, table
from salesduty.views.outline import Outline
from salesduty.workspace.entities import Department, Placed

_HAND_OFF = ("from", "inputs", "outputs", "to", "acceptance")


def sections(process: Placed[Process], department: Department, outline: Outline) -> Iterator[Block]:
    """Yield a process: its heading, what it is for, and its steps."""
    yield outline.section(naming.said(process.value.name, f"{process.address}#name"), process.address)
    yield from about(process, department)
    found = steps(process, department)
    if found is not None:
        yield found


def about(process: Placed[Process], department: Department) -> Iterator[Block]:
    """Yield what a process is for, what starts it and who answers for it, where any of it is written."""
    found = form(
        (
            pair(naming.label(Process, "purpose"), naming.lines(process.value.purpose, f"{process.address}#purpose"), 3),
            pair(naming.label(Process, "trigger"), naming.lines(process.value.trigger, f"{process.address}#trigger"), 3),
            pair(naming.label(Process, "owner"), naming.party(department, process.value.owner) if process.value.owner else "", 3),
        )
    )
    if found is not None:
        yield found


def steps(process: Placed[Process], department: Department) -> Block | None:
    """Return the steps of a process as a table; None where it has none."""
    columns = (
        Column("序号", 7, centred=True),
        Column("环节与内容", 27),
        Column("责任岗位", 22),
        Column(naming.label(Step, "sla"), 11, centred=True),
        Column("交接", 33),
    )
    anchors = [f"{process.address}/{step.id or f'#{number}'}" for number, step in enumerate(process.value.steps, 1)]
    rows = [
        _row(number, step, department, at) for number, (step, at) in enumerate(zip(process.value.steps, anchors, strict=True), 1)
    ]
    return table(columns, rows, anchors)


def _row(number: int, step: Step, department: Department, at: str) -> tuple[str | Lines, ...]:
    post = department.accountable(step)
    known = {detail.label: detail.text for detail in duties.details(step, department, post, at)}
    handed = {label: known.pop(label, "") for label in (naming.label(Step, key) for key in _HAND_OFF)}
    sla = known.pop(naming.label(Step, "sla"), "")
    below = tuple(
        line
        for place, duty in enumerate(step.duties, 1)
        for line in _sub_duties(duty, department, post, f"{at}/{duty.id or f'#{place}'}")
    )
    return (
        str(number),
        (naming.said(step.name, f"{at}#name"), *naming.lines(step.text, f"{at}#text"), *below, *labelled(known.items())),
        holders(step, department),
        sla,
        labelled(handed.items()),
    )


def _sub_duties(duty: Duty, department: Department, post: Placed[Post] | None, at: str) -> Lines:
    """A line for a duty within a step and for each one below it; it knows its text where nothing follows that."""
    title, text = printable(duty.title or ""), printable(duty.text or "")
    more = "；".join(labelled((detail.label, detail.text) for detail in duties.details(duty, department, post)))
    said = f"· {title}：{text}" if title and text else f"· {title or text}"
    line = f"{said}（{more}）" if more else said
    if text and not more:
        line = Said(line, f"{at}#text", len(line) - len(text))
    below = (
        line
        for place, each in enumerate(duty.duties, 1)
        for line in _sub_duties(each, department, post, f"{at}/{each.id or f'#{place}'}")
    )
    return (*((line,) if title or text or more else ()), *below)


def holders(step: Step, department: Department) -> Lines:
    """Return who decides, does, reviews, helps with and is told of a step, one line each."""
    return labelled(_holders(step, department))


def _holders(step: Step, department: Department) -> Iterator[tuple[str, str]]:
    if step.accountable:
        yield "决定", naming.party(department, step.accountable)
    for key, word in (("do", "执行"), ("review", "审核"), ("support", "协助"), ("inform", "知会")):
        yield word, naming.parties(department, getattr(step, key))
    if step.escalate_to:
        yield "升级", naming.party(department, step.escalate_to)
