"""岗位责任制: the handbook of a department."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from salesduty.results.paper import Block, Contents, Heading, Paper, Signatures
from salesduty.text.printable import printable
from salesduty.views import department as about
from salesduty.views import kpis, naming, post, processes
from salesduty.views.department_paper import department_paper
from salesduty.views.documents import TITLES
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import Outline, headings, style_of
from salesduty.workspace.entities import Department


def papers(department: Department) -> Iterator[Paper]:
    """Yield the handbook of `department`."""
    spec = department.spec
    title = printable(spec.document_title or f"{spec.name}{TITLES['handbook']}")
    body = tuple(_body(department))
    blocks = (
        Heading(1, "文件控制", anchor=naming.anchor(f"{department.id}#control")),
        *about.control(department, title),
        Contents("目录", headings(body, 1 if style_of(spec.numbering) == "chinese" else 2)),
        *body,
    )
    paper = department_paper(department, "handbook", blocks)
    yield replace(paper, name=title, title=title, start=spec.numbering.start, cover=True)


def _body(department: Department) -> Iterator[Block]:
    spec = department.spec
    outline = Outline(style_of(spec.numbering), spec.numbering.start)
    yield from outline.title(naming.said(spec.name, f"{department.id}#name"))
    yield from about.purpose(department, outline)
    yield from about.functions(department, outline)
    yield from about.organisation(department, outline)
    posts = in_reporting_order(department)
    for number, placed in enumerate(posts):
        name = naming.said(placed.value.name, f"{placed.address}#name")
        yield outline.chapter(name, placed.address, new_page=number > 0)
        yield from post.sections(placed, department, outline)
    yield from _processes(department, outline)
    yield from about.meetings(department, outline)
    definitions = kpis.definitions(department.kpis, department)
    if definitions is not None:
        yield outline.chapter("绩效指标定义", f"{department.id}#kpis")
        yield definitions
    if department.appraisals:
        yield outline.chapter("绩效考核方案", f"{department.id}/appraisal")
        for placed_scheme in department.appraisals:
            yield from about.appraisal(department, placed_scheme, outline)
    yield from about.systems(department, outline)
    yield from about.signals(department, outline)
    yield from about.promises(department, outline)
    yield from about.rules(department, outline)
    yield from about.waivers(department, outline)
    if posts:
        yield outline.chapter("签署确认", f"{department.id}#signatures")
        yield Signatures(tuple(printable(placed.value.name) for placed in posts if placed.value.status == "active"))


def _processes(department: Department, outline: Outline) -> Iterator[Block]:
    if department.processes:
        yield outline.chapter("业务流程与交接", f"{department.id}#processes")
        for process in department.processes:
            yield from processes.sections(process, department, outline)
