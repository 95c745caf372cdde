"""A page or a piece of one to lines: what stands in which block, list and table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from salesduty.intake.account import BULLET, Account
from salesduty.intake.manuscript import Cell, Line
from salesduty.intake.markup.entities import entities
from salesduty.intake.markup.grid import Table
from salesduty.intake.markup.inline import COUNTED, NUMBER_ALONE, Row, Run, stacked
from salesduty.intake.markup.shapes import CONTROLS, HEADINGS, INLINE, STRONG, VOID, Shape, drawn, shape, span
from salesduty.intake.markup.tokens import CLOSE, CODE, OPEN, TEXT, Token, tokens
from salesduty.intake.passage import Passage, joined

_HANZI = re.compile("[\u3400-\u9fff]")
_CODE = re.compile(
    r"=>|[{}]|\w\(|\);|[+=]=?\s*[\"'`(]\s*$|^[\s\"'`+,;()\[\]=:/\\-]+$|^\s*(?:import|export|return|const|let|var|function|class|def)\b"
)
_PROGRAMS = frozenset({"<!--", "<%", "<?", "script", "style", "svg"})
_BOXES = frozenset({"span", "em", "i", "b", "strong", "small", "label"})
"""Of these two of different classes side by side are things of their own, as a name and a number beside it."""
_DEEPEST = 200
_DIGITS = 6
_LONGEST_HEADING = 60
_LONGEST_MENU = 60
_LONGEST_LINK, _LEAST_LINKS = 12, 4
"""A list of so many links or more, none longer than this, is a menu."""
_MOST_WORDS_OF_A_MENU = 200
_LIST_OF_PAGE = 3
"""Paragraphs of its own in an item of a list, beyond which the list arranges a page."""


@dataclass(slots=True)
class _Element:
    name: str
    shape: Shape
    begin: int
    box: str = ""
    list: str = ""
    counter: int = 0
    muted: str = ""


@dataclass(slots=True)
class _Item:
    """An item of a list: `paragraphs` of its own, and whether it holds what no item of a list does."""

    paragraphs: int = 0
    arranges: bool = False


@dataclass(slots=True)
class _Set:
    """A line that is set, before it is known what its table and its list are for."""

    row: Row
    looks: Line
    table: int
    cell: Cell | None
    items: tuple[int, ...]
    first: bool
    label: str


class Page:
    """Reads the tokens of `view`, a text with markup, into lines of `account`."""

    def __init__(self, view: Passage, account: Account, *, code: str = "script", tables: int = 0) -> None:
        self.view, self.account, self.code = view, account, code
        self.first_table = tables
        self.open: list[_Element] = []
        self.names: dict[str, int] = {}
        self.run, self.rows = Run(), list[Row]()
        self.sets: list[_Set] = []
        self.tables: list[Table] = []
        self.inside: list[int] = []
        self.items: list[_Item] = []
        self.within: list[int] = []
        self.label, self.first, self.blank = "", False, False
        self.pending: Row | None = None
        self.ended = False
        self.box = ""
        self.title: list[Passage] = []
        self.scripts: list[Passage] = []

    def read(self) -> int:
        """Add the lines to the account and return the number that the next table of the document has."""
        for token in tokens(self.view.text):
            if token.kind == TEXT:
                self._text(token)
            elif token.kind == CODE:
                self._put(token.start, token.stop, "script" if token.name in _PROGRAMS else "markup")
                if token.name == "script":
                    self.scripts.append(self.view.cut(token.start, token.stop))
            elif token.kind == OPEN:
                self._opened(token)
            elif token.kind == CLOSE:
                self._closed(token)
        self._end_block()
        while self.open:
            self._close(self.open.pop())
        self._release()
        return self._settle()

    def _put(self, start: int, stop: int, reason: str) -> None:
        self.account.put_passage(self.view.cut(start, stop), reason)

    def _count(self, *names: str) -> bool:
        return any(self.names.get(name) for name in names)

    # texts

    def _text(self, token: Token) -> None:
        passage = self.view.cut(token.start, token.stop)
        self.box = self.box if not passage.text.strip() else ""
        if self.open and (muted := self.open[-1].muted):
            self.account.put_passage(passage, muted)
            return
        if self._count("title") and not self._count("body", "svg"):
            self.title.append(entities(passage, self.account))
            return
        if not passage.text.strip():
            if self.run.pieces:
                self.run.add(passage, strong=False, link=False, apart=False)
            return
        if not _HANZI.search(passage.text) and not self._count("pre", "textarea") and _CODE.search(passage.text):
            passage = self._without_code(passage)
        passage = entities(passage, self.account)
        if self.open and self.open[-1].shape.symbols and len(passage.text.strip()) == 1:
            self.account.put_passage(passage, "numbering")
            self.label, self.first = self.label or BULLET, True
            return
        self.run.add(passage, self._strong(), self._count("a"), self.ended)
        self.ended = False

    def _without_code(self, passage: Passage) -> Passage:
        """Put aside the lines of a text that are of a program around the page."""
        pieces, start = [], 0
        for line in passage.text.splitlines(keepends=True):
            piece = passage.cut(start, start + len(line))
            start += len(line)
            if line.strip() and _CODE.search(line):
                self.account.put_passage(piece, self.code)
            else:
                pieces.append(piece)
        return joined(pieces)

    def _strong(self) -> bool:
        return any(each.name in STRONG or each.shape.strong for each in self.open[-12:])

    # elements

    def _opened(self, token: Token) -> None:
        self._put(token.start, token.stop, "markup")
        name = token.name
        if name == "br":
            self._break()
            return
        attributes = token.attributes() if token.rest.strip(" /") else {}
        self._implied(name)
        if name not in INLINE:
            self._end_block()
        self.blank = self.blank or name == "hr"
        if name == "input":
            self._value(token, attributes)
        if name in VOID or token.rest.endswith("/") or len(self.open) >= _DEEPEST:
            return
        element = _Element(name, shape(name, attributes), len(self.sets), attributes.get("class", "") if name in _BOXES else "")
        if element.box and self.box not in ("", element.box) and not self.run.ends_with_colon():
            self._break()
        element.muted = self._muted(element)
        self.open.append(element)
        self.names[name] = self.names.get(name, 0) + 1
        self._begun(element, attributes)

    def _muted(self, element: _Element) -> str:
        """The reason why what is in an element is put aside; nothing where it is read."""
        if self.open and self.open[-1].muted:
            return self.open[-1].muted
        if element.shape.hidden:
            return "watermark"
        return "boilerplate" if element.name in CONTROLS else ""

    def _begun(self, element: _Element, attributes: dict[str, str]) -> None:
        name = element.name
        if name in ("ul", "ol", "menu", "dir"):
            element.list = attributes.get("type", "1") or "1" if name == "ol" else "ul"
            start = attributes.get("start", "")
            element.counter = int(start) - 1 if start.isdecimal() and len(start) < _DIGITS else 0
        elif name == "li":
            self._item(attributes)
        elif name == "table":
            presents = attributes.get("role") not in ("presentation", "none")
            self.tables.append(Table(presents, attributes.get("border", "0") not in ("0", "")))
            self.inside.append(len(self.tables) - 1)
        elif self.inside:
            self._in_table(name, attributes)
        if name in HEADINGS and self.inside and self.tables[self.inside[-1]].cell is not None:
            self.tables[self.inside[-1]].titled = True
        if name in HEADINGS or name == "table":
            for each in self.within:
                self.items[each].arranges = True

    def _in_table(self, name: str, attributes: dict[str, str]) -> None:
        table = self.tables[self.inside[-1]]
        if name == "thead":
            table.heading = True
        elif name in ("tbody", "tfoot"):
            table.heading = False
        elif name == "tr":
            table.next_row()
        elif name in ("td", "th"):
            table.next_cell(span(attributes, "rowspan"), span(attributes, "colspan"), name == "th")

    def _item(self, attributes: dict[str, str]) -> None:
        parent = next((each for each in reversed(self.open) if each.list), None)
        self.items.append(_Item())
        self.within.append(len(self.items) - 1)
        self.first, self.label = True, BULLET
        if parent is not None and parent.list != "ul":
            told = attributes.get("value", "")
            parent.counter = int(told) if told.isdecimal() and len(told) < _DIGITS else parent.counter + 1
            self.label = drawn(parent.list, parent.counter)

    def _value(self, token: Token, attributes: dict[str, str]) -> None:
        """What is filled in in a field of a form is read as well."""
        value = attributes.get("value", "")
        if attributes.get("type", "text") != "text" or not _HANZI.search(value) or (self.open and self.open[-1].muted):
            return
        at = self.view.text.find(value, token.start, token.stop)
        if at >= 0:
            self.run.add(self.view.cut(at, at + len(value)), strong=False, link=False, apart=False)

    def _implied(self, name: str) -> None:
        """Close what ends where `name` begins, though its end was left out."""
        if name == "li":
            self._close_to("li", {"ul", "ol", "menu", "dir", "table", "td", "th"})
        elif name in ("td", "th"):
            self._close_to("td", {"table", "tr"})
            self._close_to("th", {"table", "tr"})
        elif name == "tr":
            self._close_to("tr", {"table"})
        elif name in ("dt", "dd"):
            self._close_to("dt", {"dl"})
            self._close_to("dd", {"dl"})
        elif name == "option":
            self._close_to("option", {"select", "datalist"})
        elif name not in INLINE and name != "script":
            self._close_to("p", {"table", "td", "th", "li", "div", "button", "body"})

    def _close_to(self, name: str, limits: set[str]) -> None:
        """Close the innermost open `name` unless one of `limits` stands before it, and all within."""
        if not self.names.get(name):
            return
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].name == name:
                self._close_down(place)
                return
            if self.open[place].name in limits:
                return

    def _close_down(self, place: int) -> None:
        self._end_block()
        while len(self.open) > place:
            self._close(self.open.pop())

    def _closed(self, token: Token) -> None:
        self._put(token.start, token.stop, "markup")
        name = token.name
        if name in ("br", "p") and not self.names.get(name):
            self._break()
            return
        if not self.names.get(name):
            if name not in INLINE:
                self._end_block()
            return
        if name in INLINE:
            place = next((each for each in range(len(self.open) - 1, -1, -1) if self.open[each].name == name), -1)
            self._close(self.open.pop(place))  # what was opened inside of it goes on, as in browsers
            self.ended = name in ("a", "button", "label")
            return
        limits = {"td", "th"} if name not in ("td", "th", "tr", "table", "tbody", "thead", "tfoot", "body", "html") else {"table"}
        self._close_to(name, limits - {name})

    def _close(self, element: _Element) -> None:
        self.names[element.name] -= 1
        self.box = element.box
        if element.name not in INLINE:
            self._end_block()
        if element.name == "li" and self.within:
            item = self.items[self.within.pop()]
            item.arranges = item.arranges or item.paragraphs > _LIST_OF_PAGE
        elif element.name == "table" and self.inside:
            self._release()
            table = self.tables[self.inside.pop()]
            if self.inside and table.has_data():
                self.tables[self.inside[-1]].nested += table.characters
        elif element.name in ("td", "th"):
            self._release()
        if element.shape.turns or (element.list and self._only_links(element)):
            self._menu(element.begin, element.name)

    def _only_links(self, element: _Element) -> bool:
        """Whether a list is one of short links and nothing else."""
        found = self.sets[element.begin :]
        short = all(each.row.links and len(each.row.passage) <= _LONGEST_LINK for each in found)
        return len(found) >= _LEAST_LINKS and short

    def _menu(self, begin: int, name: str) -> None:
        """Put aside the lines since `begin` where they only lead to other pages."""
        self._release()
        found = self.sets[begin:]
        size = sum(len(each.row.passage) for each in found)
        links = sum(each.row.links for each in found)
        if size <= _LONGEST_MENU or links * 2 >= size or (name == "footer" and size <= _MOST_WORDS_OF_A_MENU):
            for each in found:
                self.account.put_passage(each.row.passage, "boilerplate")
            del self.sets[begin:]

    # lines

    def _break(self) -> None:
        """End a line within a block."""
        rows = list(self.run.rows(kept=self._count("pre", "textarea")))
        if not rows and not self.rows:
            self.blank = self.blank or bool(self.sets)
        elif not rows:
            self.rows.append(Row(self.view.cut(0, 0), strong=False, links=0))
        self.rows += rows

    def _end_block(self) -> None:
        """End a block: its lines are known."""
        self.rows += self.run.rows(kept=self._count("pre", "textarea"))
        rows, self.rows = self.rows, []
        for row in stacked(rows):
            if not row.passage.text.strip():
                self.blank = True
                continue
            if self.pending is not None:
                row = Row(joined([self.pending.passage, row.passage]), row.strong, row.links)
                self.pending = None
            if NUMBER_ALONE.fullmatch(row.passage.text):
                self.pending = row
            else:
                self._set(row)

    def _release(self) -> None:
        """Set a number that nothing came after."""
        if self.pending is not None:
            row, self.pending = self.pending, None
            self._set(row)

    def _set(self, row: Row) -> None:
        heading = next((HEADINGS[each.name] for each in reversed(self.open) if each.name in HEADINGS), 0)
        if len(row.passage) > _LONGEST_HEADING:
            heading = 0
        level = next((each.shape.level for each in reversed(self.open) if each.shape.level >= 0), -1)
        table = self.inside[-1] if self.inside else -1
        cell = self.tables[table].cell if self.inside else None
        looks = Line("", 0, depth=level, heading=heading, strong=row.strong, blank=self.blank)
        self.sets.append(_Set(row, looks, table, cell, tuple(self.within), self.first, self.label))
        if self.within:
            self.items[self.within[-1]].paragraphs += 1
        if self.inside:
            self.tables[table].add(len(row.passage))
        self.first, self.label, self.blank = False, "", False

    def _settle(self) -> int:
        numbers: dict[int, int] = {}
        for place, table in enumerate(self.tables):
            if table.has_data():
                numbers[place] = self.first_table + len(numbers)
        self._put_title()
        for each in self.sets:
            cell = replace(each.cell, table=numbers[each.table]) if each.cell is not None and each.table in numbers else None
            depth, label = each.looks.depth, each.label if each.looks.depth >= 0 or not each.items else ""
            if each.first and each.items and not self.items[each.items[-1]].arranges:
                depth, label = sum(not self.items[item].arranges for item in each.items) - 1, each.label
            if COUNTED.match(each.row.passage.text):
                label = ""  # who writes the number has told the browser not to draw one
            self.account.line(each.row.passage, replace(each.looks, cell=cell, depth=depth, label=label))
        return self.first_table + len(numbers)

    def _put_title(self) -> None:
        """The title of a window names the document where no heading does."""
        passage = joined(self.title).strip() if self.title else None
        if passage is None:
            return
        if any(each.looks.heading for each in self.sets) or not _HANZI.search(passage.text):
            self.account.put_passage(passage, "page")
        else:
            self.account.line(passage, Line("", 0))
