"""A check as a workbook: the coverage and the RACI matrix of each department, and the findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from salesduty.renderers.cells import A4, MOST_COLUMNS, STACKED, TURNED, SheetNames, downwards, height, is_stacked, put
from salesduty.renderers.checks.charted import (
    PARTS,
    SEVERITIES,
    STATES,
    grounds,
    groups,
    held_by,
    is_wanted,
    ladder,
    named,
    posts,
    titles,
)
from salesduty.renderers.looks import LETTERS
from salesduty.results.coverage import RACI, Chart, Checked, Row
from salesduty.results.finding import Finding
from salesduty.results.templates import Templates
from salesduty.text.printable import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

EXTENSION = "xlsx"

_COVERAGE, _MATRIX, _FINDINGS = "职责覆盖", "RACI", "问题"
# A fixed day keeps the bytes the same from run to run.
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zone
_TURNED_FROM = 8
"""From this many posts on their names are written downwards."""

_COVERAGE_COLUMNS = (
    ("类别", 10),
    ("流程", 14),
    ("事项", 24),
    ("要求", 7),
    ("状态", 10),
    *((word, 14) for _, word in PARTS.values()),
    ("层级", 22),
    ("依据", 48),
)
_MATRIX_COLUMNS = (("类别", 18), ("事项", 28), ("状态", 10))
_FINDING_COLUMNS = (("级别", 7), ("说明", 46), ("相关原文", 46), ("怎么做", 36), ("位置", 30), ("规则", 10), ("地址", 24))
_POSTS_A_PAGE = 24
_LEGEND = "A 决定并负责　R 执行　C 审核　S 协助　I 知会"


def render(checked: Checked, templates: Templates) -> bytes:  # noqa: ARG001 - a workbook has no template
    """Return `checked` as a workbook; the same check gives the same bytes. All words of files are written as text."""
    from xlsxwriter import Workbook

    packed = BytesIO()
    workbook = Workbook(packed, {"in_memory": True})
    workbook.set_properties({"title": "职责检查", "created": _DAY})
    book = _Book(workbook, [_FINDINGS])
    alone = len(checked.charts) == 1
    for name, chart in zip(titles(checked.charts), checked.charts, strict=True):
        _coverage(book, chart, "" if alone else name)
        _matrix(book, chart, "" if alone else name)
    _findings(book, checked.report.findings)
    workbook.close()
    return packed.getvalue()


class _Book:
    """A workbook with its cell formats, which remembers the names of its sheets."""

    def __init__(self, workbook: Workbook, reserved: Iterable[str]) -> None:
        self._workbook = workbook
        self._names = SheetNames(reserved)
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D9DCDF"}
        centred = {**cell, "align": "center", "valign": "vcenter"}
        head = {**centred, "bold": True, "bg_color": "#17455A", "font_color": "#FFFFFF"}
        self.head = workbook.add_format(head)
        self.stacked = workbook.add_format({**head, "rotation": STACKED, "text_wrap": False})
        self.turned = workbook.add_format({**head, "rotation": TURNED, "text_wrap": False})
        self.legend = workbook.add_format({"font_color": "#5B6269", "valign": "vcenter"})
        self.cell = workbook.add_format(cell)
        self.states = {
            "owned": workbook.add_format(cell),
            "supported-only": workbook.add_format({**cell, "bg_color": "#FBF5E4", "font_color": "#7D5700"}),
            "gap": workbook.add_format({**cell, "bg_color": "#FCE4DF", "font_color": "#A32A1B", "bold": True}),
            "optional": workbook.add_format({**cell, "font_color": "#5B6269"}),
        }
        self.empty = workbook.add_format(centred)
        self.parts = {
            part: workbook.add_format({**centred, "bg_color": back, "font_color": ink})
            for part, (back, ink) in ((part, LETTERS[RACI[part]]) for part in PARTS)
        }

    def sheet(self, department: str, kind: str) -> Worksheet:
        """Add a sheet, printed across on as few pages as its width takes."""
        sheet = self._workbook.add_worksheet(self._names.named(department, kind))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def findings(self) -> Worksheet:
        """Add the sheet of the findings, whose name has been kept free."""
        self._names.free(_FINDINGS)
        return self.sheet("", _FINDINGS)


def _coverage(book: _Book, chart: Chart, department: str) -> None:
    """A sheet with a line for each thing that is required or held."""
    sheet = book.sheet(department, _COVERAGE)
    _head(sheet, _COVERAGE_COLUMNS, book)
    names = dict(posts(chart))
    number = 0
    for group in groups(chart.rows):
        for row in group.rows:
            number += 1
            held = (_lines(held_by(row, part, names)) for part in PARTS)
            required = "要求" if row.required else ""
            said = [group.kind, group.process, named(row), required, STATES[row.state], *held, ladder(row), _evidence(row)]
            for column, text in enumerate(said):
                put(sheet, number, column, text, book.states[row.state] if column < _HELD_FROM else book.cell)
            sheet.set_row(number, _height(said, _COVERAGE_COLUMNS))
    sheet.freeze_panes(1, _NAME + 1)
    sheet.autofilter(0, 0, number, len(_COVERAGE_COLUMNS) - 1)


_NAME, _HELD_FROM = 2, 5


def _matrix(book: _Book, chart: Chart, department: str) -> None:
    """A sheet with the posts across, and in each field the letters of what the post has to do with the thing."""
    sheet = book.sheet(department, _MATRIX)
    first = len(_MATRIX_COLUMNS)
    across = posts(chart)[: MOST_COLUMNS - first]
    turned = len(across) >= _TURNED_FROM
    _head(sheet, _MATRIX_COLUMNS, book, row=1)
    put(sheet, 0, 0, _LEGEND, book.legend)
    for column, (_, name) in enumerate(across, first):
        look = book.stacked if is_stacked(name) else book.turned
        put(sheet, 1, column, name, look if turned else book.head)
    sheet.set_row(1, max(downwards(name) for _, name in across) if turned else 36)
    if across:
        sheet.set_column(first, first + len(across) - 1, 6 if turned else 14)
    number = 1
    for group in groups(row for row in chart.rows if is_wanted(row)):
        for row in group.rows:
            number += 1
            said = (group.title, named(row), STATES[row.state])
            for column, text in enumerate(said):
                put(sheet, number, column, text, book.states[row.state] if column else book.cell)
            for column, (address, _) in enumerate(across, first):
                parts = row.parts(address)
                put(sheet, number, column, "/".join(RACI[part] for part in parts), book.parts[parts[0]] if parts else book.empty)
            sheet.set_row(number, _height(said, _MATRIX_COLUMNS))
    sheet.freeze_panes(2, first)
    sheet.repeat_columns(0, first - 1)
    sheet.fit_to_pages(1 + len(across) // _POSTS_A_PAGE, 0)
    sheet.autofilter(1, 0, number, first + len(across) - 1)


def _findings(book: _Book, findings: Iterable[Finding]) -> None:
    """A sheet with a line for each finding, in the order of the report."""
    sheet = book.findings()
    _head(sheet, _FINDING_COLUMNS, book)
    number = 0
    for number, finding in enumerate(findings, 1):
        said = (
            SEVERITIES[finding.severity],
            printable(finding.message.zh),
            _lines(_sentences(finding)),
            printable(finding.fix.zh),
            _lines(f"{printable(file)}:{line}" for file, line in _places(finding)),
            finding.code,
            printable(finding.address),
        )
        for column, text in enumerate(said):
            put(sheet, number, column, text, book.cell)
        sheet.set_row(number, _height(said, _FINDING_COLUMNS))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, number, len(_FINDING_COLUMNS) - 1)


def _sentences(finding: Finding) -> Iterator[str]:
    """The source line of `finding`, and what it says of the other places."""
    texts = (finding.excerpt.strip(" -"), *(related.message.zh for related in finding.related))
    return (printable(text) for text in texts if text)


def _places(finding: Finding) -> Iterator[tuple[str, int]]:
    yield finding.file, finding.span.line
    for related in finding.related:
        yield related.file, related.span.line


def _evidence(row: Row) -> str:
    """Who holds `row` by which sentence, a line each."""
    return _lines(
        f"{printable(holder.name)} {PARTS[holder.part][1]}（{grounds(holder)}）"
        + (f"：{printable(holder.text)}" if holder.text else "")
        for holder in row.holders
    )


def _head(sheet: Worksheet, columns: Iterable[tuple[str, int]], book: _Book, row: int = 0) -> None:
    sheet.set_row(row, 24)
    for column, (heading, wide) in enumerate(columns):
        put(sheet, row, column, heading, book.head)
        sheet.set_column(column, column, wide)
    sheet.repeat_rows(0, row)


def _height(texts: Iterable[str], columns: Iterable[tuple[str, int]]) -> int:
    return height((text, width) for text, (_, width) in zip(texts, columns, strict=True))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
