"""Workbooks of Excel, WPS and their kin to lines with cells: a sheet is a table."""

from __future__ import annotations

from collections.abc import Iterable

from salesduty.intake.manuscript import Aside, Cell, Line, Manuscript
from salesduty.intake.package import opened
from salesduty.intake.readers.delimited import name_of
from salesduty.intake.sheets.workbook import Sheet, sheets


def read(data: bytes) -> Manuscript:
    """Return the cells of an xlsx or xlsm file. Raises Unreadable."""
    package = opened(data)
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    return manuscript("xlsx", tuple(sheets(package)), (("macros", ""),) if macros else ())


def manuscript(kind: str, found: Iterable[Sheet], notes: tuple[tuple[str, str], ...] = ()) -> Manuscript:
    """Return the sheets as lines with cells; hidden ones are put aside.

    `part` is the sheet, where there are several with something in them; `where` the cell as Excel calls it.
    """
    full = [sheet for sheet in found if sheet.cells or sheet.around]
    several = sum(not sheet.hidden and bool(sheet.cells) for sheet in full) > 1
    lines: list[Line] = []
    aside: list[Aside] = []
    told = list(notes)
    table = 0
    for sheet in full:
        if sheet.hidden:
            told.append(("hidden-sheet", sheet.name))
            aside += [Aside(each.text, each.row + 1, "hidden", _where(sheet, each.row, each.column)) for each in sheet.cells]
        else:
            told += [("hidden-cells", sheet.name)] if any(each.hidden for each in sheet.cells) else []
            lines += _lines(sheet, table, sheet.name if several else "")
            table += 1
        aside += [Aside(text, 1, reason, sheet.name) for text, reason in sheet.around]
    return Manuscript(kind, tuple(lines), tuple(aside), tuple(told))


def _where(sheet: Sheet, row: int, column: int) -> str:
    return f"{sheet.name}!{name_of(row, column)}"


def _lines(sheet: Sheet, table: int, part: str) -> list[Line]:
    found: list[Line] = []
    before = -1
    for each in sheet.cells:
        rows, columns = sheet.merged.get((each.row, each.column), (1, 1))
        cell = Cell(table, each.row, each.column, rows, columns)
        where, blank = _where(sheet, each.row, each.column), found != [] and each.row > before + 1
        for text in filter(None, (line.strip() for line in each.text.splitlines())):
            found.append(Line(text, each.row + 1, where, strong=each.strong, blank=blank, cell=cell, part=part))
            blank = False
        before = max(before, each.row + rows - 1)
    return found
