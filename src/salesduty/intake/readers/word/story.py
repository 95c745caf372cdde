"""A story of a Word file, block by block, as lines in reading order and what is put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from salesduty.intake.manuscript import Aside, Cell, Line, Unreadable
from salesduty.intake.readers.word.names import NAMES, attribute, child, number, value
from salesduty.intake.readers.word.numbering import Counters
from salesduty.intake.readers.word.runs import Read, Runs, Tagged
from salesduty.intake.readers.word.styles import Style, Styles, level
from salesduty.intake.readers.word.tables import boxes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_PARAGRAPHS = 100_000
_CONTENTS = "Table of Contents"
_NO_LIST = "0"


class Story:
    """Turns blocks into lines.

    By the id of a relationship, `part` returns the texts of a drawing and `chunk` the lines of another file.
    """

    def __init__(
        self,
        styles: Styles,
        counters: Counters,
        part: Callable[[str], Iterable[str]],
        chunk: Callable[[str], Iterable[Line]],
        where: str = "",
    ) -> None:
        self.lines: list[Line] = []
        self.tagged: dict[int, Tagged] = {}
        """What is tagged, by the place of its line in `lines`."""
        self.aside: list[Aside] = []
        self._styles = styles
        self._counters = counters
        self._runs = Runs(styles)
        self._part = part
        self._chunk = chunk
        self._paragraphs = 0
        self._tables = 0
        self._blank = False
        self._where = where
        self._cell: Cell | None = None
        self._held: list[Element] | None = None

    def block(self, element: Element, reason: str = "") -> None:
        """Take the next block: a paragraph, a table, or a container of them; all of it aside where there is a `reason`."""
        match NAMES[element.tag]:
            case "w:p":
                self._paragraph(element, reason)
            case "w:tbl":
                self._table(element, reason)
            case "w:sdt":
                self._control(element, reason)
            case "w:altChunk":
                self._foreign(attribute(element, "id"))
            case "w:del" | "w:moveFrom":
                self._all(element, reason or "deleted")
            case "mc:AlternateContent":
                self._all(element[0] if len(element) else (), reason)
            case "w:sectPr" | "w:sdtPr" | "w:tblPr" | "w:tcPr" | "w:pPr":
                return
            case _:
                self._all(element, reason)

    def _all(self, elements: Iterable[Element], reason: str) -> None:
        for each in elements:
            self.block(each, reason)

    def _control(self, element: Element, reason: str) -> None:
        content, properties = child(element, "w:sdtContent"), child(element, "w:sdtPr")
        if content is None:
            return
        gallery = value(child(properties, "w:docPartObj"), "w:docPartGallery")
        if gallery == _CONTENTS:
            reason = reason or "contents"
        elif child(properties, "w:showingPlcHdr") is not None:
            reason = reason or "prompt"
        self._all(content, reason)

    def _paragraph(self, element: Element, reason: str) -> None:
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise Unreadable("too-long", most=MOST_PARAGRAPHS)
        looks = child(element, "w:pPr")
        name = value(looks, "w:pStyle")
        style = self._styles.of(name)
        label, depth = self._label(looks, name, style)
        read = self._runs.read(element, style, reason or ("contents" if style.contents else ""))
        outline = value(looks, "w:outlineLvl")
        heading = level(outline) if outline else style.heading
        self._put(read, label, depth, heading)
        for part in read.parts:
            self.aside.extend(Aside(text, self._paragraphs, "drawing", self._where) for text in self._part(part))
        self._hang(read.boxes, reason)

    def _label(self, looks: Element | None, name: str, style: Style) -> tuple[str, int]:
        """What Word draws before the paragraph, and how deep it lies in its list; -1 for no item."""
        written = child(looks, "w:numPr")
        own = value(written, "w:numId")
        key = own or style.list
        numbering = self._counters.known(key)
        if not key or key == _NO_LIST or numbering is None:
            return "", -1
        depth = number(value(written, "w:ilvl"), -1)
        if depth < 0:
            depth = numbering.level_of(name, style.level)
        label = self._counters.label(key, depth)
        return label, depth if label else -1

    def _put(self, read: Read, label: str, depth: int, heading: int) -> None:
        first, shown = True, False
        for text, strong, tagged in read.lines():
            if not text.strip():
                continue
            if tagged:
                self.tagged[len(self.lines)] = tagged
            self.lines.append(
                Line(
                    text,
                    self._paragraphs,
                    self._where,
                    label if first else "",
                    depth if first else -1,
                    heading,
                    strong,
                    self._blank and first,
                    self._cell,
                )
            )
            first, shown = False, True
        for text, reason in read.asides():
            self.aside.append(Aside(text, self._paragraphs, reason, self._where))
        self._blank = not shown or read.page

    def _hang(self, contents: Iterable[Element], reason: str) -> None:
        """The boxes that hang on what was read: their paragraphs come behind it, behind the table if it stands in one."""
        if self._held is not None:
            self._held.extend(contents)
            return
        for each in contents:
            where, self._where = self._where, self._where or "文本框"
            self._all(each, reason)
            self._where = where

    def _table(self, element: Element, reason: str) -> None:
        self._tables += 1
        table, cells = self._tables, boxes(element)
        # A table of one cell is a frame around text.
        framed = len(cells) == 1
        cell, where, held = self._cell, self._where, self._held
        hanging = self._held = [] if held is None else held
        for each in cells:
            self._cell = cell if framed else Cell(table, each.row, each.column, each.rows, each.columns, each.heading)
            self._where = where if framed else f"表 {table} 第 {each.row + 1} 行"
            covered = "hidden" if each.hidden else ""
            self._all(each.element, reason or ("deleted" if each.deleted else covered))
        self._cell, self._where, self._held = cell, where, held
        if held is None:
            self._hang(hanging, reason)
        self._blank = False

    def _foreign(self, key: str) -> None:
        for each in self._chunk(key):
            self._paragraphs += 1
            self.lines.append(replace(each, number=self._paragraphs, where=self._where, cell=self._cell))
