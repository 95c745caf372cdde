"""Workbooks of Excel and WPS (xlsx, xlsm): their sheets, row by row, within bounds.

calamine gives 0.3 for a cell that shows 30%, and not its format; so this reads the XML, through the guarded package that Word
files are read through.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesduty.intake.manuscript import Unreadable
from salesduty.intake.package import Package
from salesduty.intake.sheets.shown import BUILT_IN, shown

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_CELLS = 200_000
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ROW_DEPTH = 2
_TRUE = {"1": "TRUE", "0": "FALSE"}
_HEADER_CODES = re.compile(r'&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z&]', re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Found:
    """A cell with something in it: row and column from 0, what it shows, all in bold or not, in a hidden row or column or not."""

    row: int
    column: int
    text: str
    strong: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet: its cells in order, what is merged (rows and columns by the first cell), texts around the cells with reasons."""

    name: str
    hidden: bool
    cells: list[Found] = field(default_factory=list)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    around: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Styles:
    codes: tuple[str, ...]
    strong: tuple[bool, ...]


def sheets(package: Package) -> Iterator[Sheet]:
    """Yield the sheets of a workbook in order. Raises Unreadable."""
    main = package.main("xl/workbook.xml")
    root = package.xml(main)
    if root is None:
        raise Unreadable("damaged")
    relations = package.relations(main)
    since_1904 = any(_local(each) == "workbookPr" and each.get("date1904") in ("1", "true") for each in root)
    parts = {each.kind: each.target for each in relations.values()}
    styles = _styles(package.xml(parts.get("styles", "xl/styles.xml")))
    strings = _Strings(package, parts.get("sharedStrings", "xl/sharedStrings.xml"))
    left = [MOST_CELLS]
    for entry in root.iter():
        if _local(entry) != "sheet":
            continue
        key = next((value for name, value in entry.attrib.items() if name.rpartition("}")[2] == "id"), "")
        relation = relations.get(key)
        if relation is None or relation.kind != "worksheet":
            continue
        sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") != "visible")
        _Read(package, sheet, styles, strings, left, since_1904).read(relation.target)
        yield sheet


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


class _Strings:
    """The texts that cells share, read when the first cell asks."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._part = package, part
        self._texts: list[str] | None = None

    def text(self, number: str) -> str:
        if self._texts is None:
            self._texts = [_text(each) for _, each in self._package.blocks(self._part, 1)]
        return self._texts[int(number)] if number.isdecimal() and int(number) < len(self._texts) else ""


def _text(element: Element) -> str:
    """The text of a shared or inline string, without the reading aids of East Asian texts."""
    found = []
    for each in element:
        if _local(each) == "t":
            found.append(each.text or "")
        elif _local(each) == "r":
            found += [part.text or "" for part in each if _local(part) == "t"]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(found))


def _styles(root: Element | None) -> _Styles:
    codes, bold, cells = dict(BUILT_IN), list[bool](), list[tuple[str, bool]]()
    for block in root if root is not None else ():
        if _local(block) == "numFmts":
            codes |= {
                int(each.get("numFmtId", "0")): each.get("formatCode", "")
                for each in block
                if each.get("numFmtId", "").isdecimal()
            }
        elif _local(block) == "fonts":
            bold = [any(_local(mark) == "b" and mark.get("val", "1") not in ("0", "false") for mark in each) for each in block]
        elif _local(block) == "cellXfs":
            for each in block:
                code, font = each.get("numFmtId", "0"), each.get("fontId", "0")
                known = codes.get(int(code), "") if code.isdecimal() else ""
                cells.append((known, font.isdecimal() and int(font) < len(bold) and bold[int(font)]))
    return _Styles(tuple(code for code, _ in cells), tuple(strong for _, strong in cells))


@dataclass(slots=True)
class _Read:
    package: Package
    sheet: Sheet
    styles: _Styles
    strings: _Strings
    left: list[int]
    since_1904: bool
    row: int = -1
    unseen: list[tuple[int, int]] = field(default_factory=list)

    def read(self, part: str) -> None:
        for above, block in self.package.blocks(part, _ROW_DEPTH):
            kind, outer = _local(block), above.rpartition("}")[2]
            if kind == "row":
                self._row(block)
            elif kind == "col" and block.get("hidden") in ("1", "true"):
                first, last = block.get("min", "0"), block.get("max", "0")
                self.unseen += [(int(first) - 1, int(last) - 1)] if first.isdecimal() and last.isdecimal() else []
            elif kind == "mergeCell":
                self._merge(block.get("ref", ""))
            elif outer == "headerFooter" and (told := _HEADER_CODES.sub(" ", block.text or "").strip()):
                self.sheet.around.append((told, "page"))
        self._beside(part)

    def _row(self, row: Element) -> None:
        told = row.get("r", "")
        self.row = int(told) - 1 if told.isdecimal() else self.row + 1
        hidden = row.get("hidden") in ("1", "true")
        column = -1
        for cell in row:
            address = _ADDRESS.fullmatch(cell.get("r", ""))
            column = _column(address[1]) if address else column + 1
            text, strong = self._cell(cell)
            if not text.strip():
                continue
            self.left[0] -= 1
            if self.left[0] < 0:
                raise Unreadable("too-long", most=MOST_CELLS)
            unseen = hidden or any(first <= column <= last for first, last in self.unseen)
            self.sheet.cells.append(Found(self.row, column, text, strong, unseen))

    def _cell(self, cell: Element) -> tuple[str, bool]:
        style = int(told) if (told := cell.get("s", "0")).isdecimal() else 0
        strong = style < len(self.styles.strong) and self.styles.strong[style]
        kind, value = cell.get("t", "n"), ""
        for each in cell:
            if _local(each) == "v":
                value = each.text or ""
            elif _local(each) == "is":
                return _text(each), strong
        if kind == "s":
            return self.strings.text(value.strip()), strong
        if kind == "b":
            return _TRUE.get(value.strip(), value), strong
        if kind != "n":
            return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), strong
        code = self.styles.codes[style] if style < len(self.styles.codes) else ""
        return shown(value.strip(), code, since_1904=self.since_1904) if value.strip() else "", strong

    def _merge(self, reference: str) -> None:
        begin, _, end = reference.partition(":")
        first, last = _ADDRESS.fullmatch(begin), _ADDRESS.fullmatch(end)
        if first and last:
            row, column = int(first[2]) - 1, _column(first[1])
            self.sheet.merged[row, column] = (int(last[2]) - row, _column(last[1]) - column + 1)

    def _beside(self, part: str) -> None:
        """Comments and text boxes, which lie in parts of their own."""
        for relation in self.package.relations(part).values():
            reason = {"comments": "comment", "threadedComment": "comment", "drawing": "drawing"}.get(relation.kind)
            if reason is None or relation.external or posixpath.splitext(relation.target)[1].lower() != ".xml":
                continue
            root = self.package.xml(relation.target)
            texts = [each.text or "" for each in root.iter() if _local(each) in ("t", "text")] if root is not None else []
            if told := "".join(texts).strip():
                self.sheet.around.append((told, reason))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
