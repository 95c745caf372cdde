"""A department as a page: its handbook with what can be found in it and what was found about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.results.finding import Finding
from salesduty.results.judged import Judged
from salesduty.results.paper import Heading, Item, Paper, Row, Table
from salesduty.results.site import Entry, Note, Page
from salesduty.text.printable import printable
from salesduty.views import chart, handbook, naming, raci
from salesduty.workspace.entities import Department

_KINDS = {
    "functions": "职能",
    "kpis": "指标",
    "authorities": "权限",
    "processes": "环节",
    "meetings": "会议",
    "systems": "系统",
    "promises": "承诺",
}
"""What the segment of an address before an id says of a row or an item."""


def page(department: Department, found: Judged) -> Page:
    """Return the page of `department`, of which `found` tells who holds what and what is wrong."""
    (paper,) = handbook.papers(department)
    entries = tuple(_entries(paper, department))
    anchors = {entry.anchor for entry in entries}
    people = sum(placed.value.headcount or 0 for placed in department.active_posts)
    return Page(
        name=printable(department.name),
        paper=paper,
        drawings=chart.drawings(department) if department.posts else (),
        matrix=raci.matrix(department, found),
        open=frozenset(raci.anchor(row, department) for row in found.chart.rows if row.state in ("gap", "supported-only")),
        notes=tuple((_note(finding, department), tuple(_anchors(finding, department, anchors))) for finding in found.findings),
        figures=(
            ("个岗位", len(department.posts)),
            *((("人（编制）", people),) if people else ()),
            ("条职责", sum(entry.kind == "职责" for entry in entries)),
            *((("个流程", len(department.processes)),) if department.processes else ()),
        ),
        entries=entries,
    )


def _entries(paper: Paper, department: Department) -> Iterator[Entry]:
    """Everything with an anchor in the chapters of `paper`."""
    posts = {naming.anchor(placed.address) for placed in department.posts}
    processes = {naming.anchor(placed.address) for placed in department.processes}
    within = ""
    for block in paper.blocks:
        if isinstance(block, Heading) and block.anchor:
            kind = "岗位" if block.anchor in posts else "流程" if block.anchor in processes else ""
            if not block.anchor.endswith("#duties"):
                within = block.text
                yield Entry(kind or "章节", block.text, "", "", block.anchor)
        elif isinstance(block, Item) and block.anchor:
            text = " ".join((*block.lines, *(f"{detail.label}：{detail.text}" for detail in block.details)))
            yield Entry(_kind(block.anchor, department), block.title, text, within, block.anchor)
        elif isinstance(block, Table):
            for row in block.rows:
                if row.anchor:
                    yield _of_row(row, _kind(row.anchor, department), within)


def _of_row(row: Row, kind: str, within: str) -> Entry:
    """What a row of a table says; it is called what its first telling cell says first."""
    cells = [cell for cell in row.cells if cell and not (len(cell) == 1 and cell[0].isdecimal())]
    title, *rest = [line for cell in cells for line in cell] or [""]
    return Entry(kind, title, " ".join(rest), within, row.anchor)


def _kind(anchor: str, department: Department) -> str:
    """What the thing at `anchor` is: a segment in front of its last says so, or it is a duty."""
    below = anchor.removeprefix(naming.anchor(department.id) + "/").split("/")[:-1]
    return next((_KINDS[segment] for segment in below[:2] if segment in _KINDS), "职责")


def _note(finding: Finding, department: Department) -> Note:
    return Note(
        severity=finding.severity,
        message=printable(finding.message.zh),
        fix=printable(finding.fix.zh),
        rule=f"{finding.code} {finding.name}",
        place=f"{naming.file(finding.file, department)}:{finding.span.line}",
    )


def _anchors(finding: Finding, department: Department, anchors: set[str]) -> Iterator[str]:
    """The places of the page that `finding` is about, the innermost that the page has."""
    found = (_nearest(side.address, anchors) for side in finding.sides if side.address.startswith(f"{department.id}/"))
    return iter(dict.fromkeys(filter(None, found)))


def _nearest(address: str, anchors: Iterable[str]) -> str:
    while address:
        if naming.anchor(address) in anchors:
            return naming.anchor(address)
        address = address.rpartition("/")[0]
    return ""
