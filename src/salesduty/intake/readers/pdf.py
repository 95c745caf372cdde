"""PDF with a text layer to lines: paragraphs in reading order, tables with cells, what belongs to the page put aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesduty.intake.manuscript import Aside, Cell, Line, Manuscript, Unreadable
from salesduty.intake.pdf.columns import Table, in_reading_order, with_tables
from salesduty.intake.pdf.furniture import furniture
from salesduty.intake.pdf.glyphs import Glyph, Page, pages
from salesduty.intake.pdf.grid import Grid, grids
from salesduty.intake.pdf.rows import Paragraph, Row, paragraphs, rows, stacked

_LARGER = 1.15
_LONGEST_HEADING = 40
_MOST_LEVELS = 6
_GAP = 2.4


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page taken apart: rows of its text, and of each table the rows of each cell."""

    height: float
    rows: tuple[Row, ...]
    tables: tuple[tuple[Grid, tuple[tuple[Cell, tuple[Row, ...]], ...]], ...]
    turned: str


def read(data: bytes) -> Manuscript:
    """Return what a PDF says. Raises Unreadable."""
    sheets = [_taken_apart(page) for page in pages(data)]
    if not any(each.rows or each.tables for each in sheets):
        raise Unreadable("no-text")
    body = _body_size(sheets)
    larger = sorted({round(row.size) for each in sheets for row in each.rows if row.size > _LARGER * body}, reverse=True)
    levels = {size: min(level, _MOST_LEVELS) for level, size in enumerate(larger, 1)}
    edges = furniture([(each.height, each.rows) for each in sheets])
    lines: list[Line] = []
    aside: list[Aside] = []
    table = 0
    for number, sheet in enumerate(sheets):
        where = f"第 {number + 1} 页"
        kept = [row for place, row in enumerate(sheet.rows) if (number, place) not in edges]
        gone = [row for place, row in enumerate(sheet.rows) if (number, place) in edges]
        for line in _lines(sheet, kept, table, levels):
            lines.append(replace(line, number=len(lines) + 1, where=where))
            table = max(table, line.cell.table + 1 if line.cell else 0)
        aside += [Aside(row.text, max(1, len(lines)), "page", where) for row in gone]
        if sheet.turned:
            aside.append(Aside(sheet.turned, max(1, len(lines)), "watermark", where))
    empty = sum(not (each.rows or each.tables) for each in sheets)
    return Manuscript("pdf", tuple(lines), tuple(aside), (("pages-without-text", str(empty)),) if empty else ())


def _taken_apart(page: Page) -> _Sheet:
    found = grids(page.rules)
    cells: list[dict[Cell, list[Glyph]]] = [{} for _ in found]
    free: list[Glyph] = []
    turned: list[str] = []
    for glyph in page.glyphs:
        if glyph.turned:
            turned.append(glyph.text)
            continue
        x = (glyph.left + glyph.right) / 2
        for grid, inside in zip(found, cells, strict=True):
            if (cell := grid.cell(x, glyph.middle)) is not None:
                inside.setdefault(cell, []).append(glyph)
                break
        else:
            free.append(glyph)
    tables = tuple(
        (grid, tuple((cell, tuple(rows(inside[cell]))) for cell in sorted(inside, key=lambda each: (each.row, each.column))))
        for grid, inside in zip(found, cells, strict=True)
        if any(glyph.text.strip() for each in inside.values() for glyph in each)
    )
    return _Sheet(page.height, tuple(rows(free)), tables, "".join(turned).strip())


def _body_size(sheets: Sequence[_Sheet]) -> float:
    """The size that most of the text is set in, that of tables where there is nothing else."""
    sizes: Counter[int] = Counter()
    for sheet in sheets:
        inside = [row for _, cells in sheet.tables for _, found in cells for row in found]
        for row in (*sheet.rows, *inside):
            sizes[round(row.size)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=1)


def _lines(sheet: _Sheet, kept: Sequence[Row], table: int, levels: dict[int, int]) -> Iterator[Line]:
    """The lines of a page: the text above each table, the table, the text below."""
    left = list(kept)
    for grid, cells in sheet.tables:
        above = [row for row in left if row.middle > grid.rows[0]]
        left = left[len(above) :]
        for line in _text(above, table, levels):
            table = max(table, line.cell.table + 1 if line.cell else 0)
            yield line
        for cell, found in cells:
            for text, strong in _cell(found, grid.right(cell)):
                yield Line(text, 0, strong=strong, cell=replace(cell, table=table))
        table += 1
    yield from _text(left, table, levels)


def _cell(found: Sequence[Row], right: float) -> Iterator[tuple[str, bool]]:
    if upright := stacked(found):
        yield upright, all(row.strong for row in found)
        return
    # What is set in the middle of a cell ends before its edge; the widest row shows where rows are full.
    widest = max((row.right for row in found), default=right)
    full = right if len(found) < 2 or right - widest > 2 * found[0].size else widest
    for each in paragraphs(found, full):
        yield each.text, each.strong


def _text(kept: Sequence[Row], table: int, levels: dict[int, int]) -> Iterator[Line]:
    for run in in_reading_order(kept):
        right = max(row.right for row in run) if run else 0.0
        waiting: list[Row] = []
        for each in with_tables(run):
            if isinstance(each, Row):
                waiting.append(each)
                continue
            yield from _paragraphs(waiting, right, levels)
            waiting = []
            yield from _cells(each, table)
            table += 1
        yield from _paragraphs(waiting, right, levels)


def _paragraphs(waiting: Sequence[Row], right: float, levels: dict[int, int]) -> Iterator[Line]:
    before: Paragraph | None = None
    for each in paragraphs(waiting, right):
        blank = before is not None and before.after - each.middle > _GAP * max(before.size, each.size)
        heading = levels.get(round(each.size), 0) if len(each.text) <= _LONGEST_HEADING else 0
        yield Line(each.text, 0, heading=heading, strong=each.strong, blank=blank)
        before = each


def _cells(found: Table, table: int) -> Iterator[Line]:
    for number, row in enumerate(found.rows):
        for column, cell in enumerate(row):
            if cell:
                text = "".join(each.text for each in cell)
                yield Line(text, 0, strong=all(each.strong for each in cell), cell=Cell(table, number, column))
