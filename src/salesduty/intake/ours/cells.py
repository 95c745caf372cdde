"""Sheets of a workbook as rows of texts, which is all that a register needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesduty.intake.manuscript import Unreadable
from salesduty.intake.package import Package

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WORKBOOK = "xl/workbook.xml"
_LETTERS = re.compile(r"([A-Z]{1,3})\d+")
_MOST_COLUMNS = 200
_ROWS = 2

Rows = list[tuple[int, list[str]]]
"""Rows by their number in the sheet, each with what stands in its cells."""


def sheets(package: Package) -> Iterator[tuple[str, Rows]]:
    """Yield the sheets of a workbook with their names. Raises Unreadable."""
    main = package.main(_WORKBOOK)
    book = package.xml(main)
    if book is None:
        raise Unreadable("damaged")
    relations = package.relations(main)
    strings = next((each.target for each in relations.values() if each.kind == "sharedStrings"), "")
    shared = [_text(each) for _, each in package.blocks(strings, 1)] if strings in package else []
    for each in book.iter():
        if _local(each) == "sheet":
            key = next((value for name, value in each.items() if name.endswith("}id")), "")
            if key in relations and relations[key].target in package:
                yield each.get("name", ""), list(_rows(package, relations[key].target, shared))


def _rows(package: Package, name: str, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    last = 0
    for above, row in package.blocks(name, _ROWS):
        if not above.endswith("sheetData"):
            continue
        last = int(row.get("r", "")) if row.get("r", "").isdecimal() else last + 1
        cells: list[str] = []
        for cell in row:
            match = _LETTERS.fullmatch(cell.get("r", ""))
            column = _column(match[1]) if match else len(cells)
            if column < _MOST_COLUMNS:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = _said(cell, shared)
        yield last, cells


def _column(letters: str) -> int:
    number = 0
    for each in letters:
        number = number * 26 + ord(each) - ord("A") + 1
    return number - 1


def _said(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    found = next((each.text or "" for each in cell if _local(each) == "v"), "")
    if kind == "s":
        return shared[int(found)] if found.isdecimal() and int(found) < len(shared) else ""
    return found


def _text(element: Element) -> str:
    """All text of a string, without what stands above its characters."""
    said = []
    for each in element:
        if _local(each) == "t":
            said.append(each.text or "")
        elif _local(each) in ("r", "is"):
            said.append(_text(each))
    return "".join(said).replace("\r\n", "\n").replace("_x000D_", "")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
