"""流程与交接: every process of a department, drawn in lanes, with its steps and what is handed over to whom."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.process import Process, Step
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Block, Column, Heading, Orientation, Paper, Paragraph
from salesduty.text.printable import printable
from salesduty.views import naming, processes, swimlanes, taking_part
from salesduty.views.department_paper import department_paper
from salesduty.views.forms import Lines, table
from salesduty.views.outline import FlatOutline, Outline, style_of
from salesduty.workspace.entities import Department, Placed


def papers(department: Department) -> Iterator[Paper]:
    """Yield the paper on the processes of `department`."""
    yield department_paper(department, "process", (Orientation(landscape=True), *_body(department)))


def drawings(process: Placed[Process], department: Department) -> tuple[Drawing, ...]:
    """Return `process` as drawings in lanes that fit a page each; none where it has no steps."""
    found = taking_part.parts(process, department)
    title = f"{printable(process.value.name).removesuffix('流程')}流程图"
    return swimlanes.drawings(found, title, taking_part.rank(department), naming.anchor(process.address))


def _body(department: Department) -> Iterator[Block]:
    if not department.processes:
        yield Paragraph(("本部门还没有写流程。",))
        return
    overview = _overview(department)
    if len(department.processes) > 1 and overview is not None:
        yield overview
    outline = FlatOutline(style_of(department.spec.numbering))
    for process in department.processes:
        yield outline.chapter(printable(process.value.name), process.address, new_page=len(department.processes) > 1)
        yield from processes.about(process, department)
        found = drawings(process, department)
        for drawing in found:
            if len(found) > 1:
                yield Heading(2, drawing.title, new_page=drawing is not found[0])
            yield drawing
        for title, block in (("环节", processes.steps(process, department)), ("交接", _hand_offs(process, department))):
            if block is not None:
                yield Outline.section(outline, title)
                yield block


def _overview(department: Department) -> Block | None:
    """What processes there are, before each is told on pages of its own."""
    columns = (
        Column(naming.label(Process, "name"), 24),
        Column(naming.label(Process, "trigger"), 26),
        Column(naming.label(Process, "owner"), 14),
        Column("环节数", 8, centred=True),
        Column(naming.label(Process, "purpose"), 28),
    )
    rows = [
        (
            printable(process.value.name),
            naming.said(process.value.trigger, f"{process.address}#trigger"),
            naming.party(department, process.value.owner) if process.value.owner else "",
            str(len(process.value.steps)),
            naming.said(process.value.purpose, f"{process.address}#purpose"),
        )
        for process in department.processes
    ]
    return table(columns, rows)


def _hand_offs(process: Placed[Process], department: Department) -> Block | None:
    """What goes from whom to whom in each step, on what terms and by when."""
    columns = (
        Column("环节", 20),
        Column("交出方", 15),
        Column("交接内容", 20),
        Column("接收方", 15),
        Column(naming.label(Step, "acceptance"), 20),
        Column(naming.label(Step, "sla"), 10, centred=True),
    )
    rows: list[tuple[str | Lines, ...]] = []
    given: set[tuple[str, str]] = set()
    for number, step in enumerate(process.value.steps, 1):
        name = f"{number} {printable(step.name)}"
        holders = naming.parties(department, step.do or ((step.accountable,) if step.accountable else ()))
        sources = naming.parties(department, step.from_)
        new = [item for item in map(printable, step.inputs) if (item, holders) not in given]
        if sources and sources != holders and new:
            rows.append((name, sources, naming.JOIN.join(new), holders, "", ""))
        if step.to:
            key = f"{process.address}/{step.id or f'#{number}'}"
            handed = naming.JOIN.join(map(printable, step.outputs))
            receivers = naming.parties(department, step.to)
            given.update((printable(item), naming.party(department, ref)) for item in step.outputs for ref in step.to)
            terms = naming.said(step.acceptance, f"{key}#acceptance")
            rows.append((name, holders, handed, receivers, terms, naming.said(step.sla, f"{key}#sla")))
    return table(columns, rows)
