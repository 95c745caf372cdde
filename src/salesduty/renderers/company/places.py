"""The tags in a Word file, each with its place and the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from salesduty.results.wording import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml$")
_CORE = "docProps/core.xml"
_TAG = re.compile(r"(\{\{|\{%)(.*?)(\}\}|%\})|\{#.*?#\}", re.DOTALL)
_LEFT = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|[{｛]｛|｛[{％%]|[}｝]｝")
_PARTS = {
    "document": Text("正文", "body"),
    "header": Text("页眉", "header"),
    "footer": Text("页脚", "footer"),
    "footnotes": Text("脚注", "footnotes"),
    "core": Text("文档属性", "properties"),
}
_PARAGRAPH = Text("{part}第 {number} 段", "{part}, paragraph {number}")
_CELL = Text("{part}第 {table} 个表格第 {row} 行第 {cell} 格", "{part}, table {table}, row {row}, cell {cell}")
_ELSEWHERE = Text("{part}", "{part}")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph that may hold tags: where it is, what it says, and the numbers of what it stands in.

    `container` is the body, cell or text box; `cell`, `row` and `table` are 0 outside tables. `filled` is False where tags
    would not be filled, as in comments.
    """

    place: Text
    text: str
    paragraph: int
    container: int
    cell: int = 0
    row: int = 0
    table: int = 0
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is typed: `{{` or `{%`, what docxtpl wants to know (`p`, `tr`, `tc`, `r` or nothing), and the rest."""

    spot: Spot
    typed: str
    opening: str
    prefix: str
    body: str

    @property
    def near(self) -> str:
        """The words around the tag."""
        at = self.spot.text.find(self.typed)
        start = max(0, at - _NEAR // 3)
        return self.spot.text[start : start + max(_NEAR, min(len(self.typed) + 10, 2 * _NEAR))].strip()


_PREFIXED = re.compile(r"-?(tr|tc|p|r)\s(.*)$", re.DOTALL)


def tags(spot: Spot) -> Iterator[Tag]:
    """Yield the tags of a paragraph that end in it, without comments."""
    for match in _TAG.finditer(spot.text):
        if match[1] is None:
            continue
        body = " ".join(match[2].split("\n"))
        prefixed = _PREFIXED.match(body)
        prefix, body = (prefixed[1], prefixed[2]) if prefixed else ("", body)
        yield Tag(spot, match[0], match[1], prefix, body.strip().strip("-").strip())


def halves(spot: Spot) -> list[str]:
    """Return what looks like the beginning or the end of a tag that is not whole, or is written with Chinese braces."""
    return [match[0] for match in _LEFT.finditer(_TAG.sub("", spot.text))]


def mismatched(spot: Spot) -> list[str]:
    """Return the tags that begin one way and end another, as in `{{ x %}`."""
    pairs = {"{{": "}}", "{%": "%}"}
    return [match[0] for match in _TAG.finditer(spot.text) if match[1] is not None and pairs[match[1]] != match[3]]


def spots(parts: Mapping[str, bytes]) -> Iterator[Spot]:
    """Yield every paragraph of a Word file, and every other text that may hold tags."""
    number = 0
    for name in sorted(parts, key=lambda name: (not name.endswith("document.xml"), name)):
        if not (name.startswith("word/") and name.endswith(".xml")) and name != _CORE:
            continue
        known = _FILLED.match(name)
        kind = "core" if name == _CORE else known[1].rstrip("0123456789") if known else ""
        part = _PARTS.get(kind, Text(name, name))
        walk = _Walk(part, kind == "core", bool(kind), number)
        yield from walk.spots(ElementTree.fromstring(parts[name]))  # noqa: S314 - `package.opened` has refused entities
        number = walk.number


class _Walk:
    """Goes through one part, counting paragraphs, tables, rows and cells as people do."""

    def __init__(self, part: Text, core: bool, filled: bool, number: int) -> None:
        self.number = number
        self._part = part
        self._core = core
        self._filled = filled
        self._counts: Counter[tuple[str, int]] = Counter()
        self._ordinals: dict[int, int] = {0: 0}

    def spots(self, root: Element) -> Iterator[Spot]:
        waiting: list[tuple[Element, Spot]] = [(root, Spot(self._said(_ELSEWHERE), "", 0, self._next(), filled=self._filled))]
        while waiting:
            element, around = waiting.pop()
            if element.tag == _FALLBACK:
                continue
            here = self._within(element, around)
            if element.tag == f"{_W}p" or (self._core and element.text):
                yield here
            for value in element.attrib.values():
                if "{{" in value or "{%" in value:
                    yield Spot(here.place, value, here.paragraph, here.container, filled=here.filled)
            waiting += [(child, here) for child in reversed(element)]

    def _within(self, element: Element, around: Spot) -> Spot:
        kind = element.tag.rpartition("}")[2] if element.tag.startswith(_W) else ""
        if kind == "tbl":
            return self._moved(around, table=self._counted("table", 0), row=0, cell=0)
        if kind == "tr":
            return self._moved(around, row=self._counted("row", around.table), cell=0)
        if kind == "tc":
            cell = self._counted("cell", around.row)
            numbers = {"table": around.table, "row": around.row, "cell": cell}
            place = _CELL.filled({"part": self._part, **{key: self._ordinals[number] for key, number in numbers.items()}})
            return self._moved(around, cell=cell, container=cell, place=place)
        if kind == "txbxContent":
            return self._moved(around, container=self._next())
        if kind == "p":
            place = around.place
            if not around.cell:
                self._counts["paragraph", 0] += 1
                place = _PARAGRAPH.filled({"part": self._part, "number": self._counts["paragraph", 0]})
            return self._moved(around, paragraph=self._next(), text=_text(element), place=place)
        if self._core and element.text:
            return self._moved(around, paragraph=self._next(), text=element.text)
        return around

    def _moved(self, spot: Spot, **changes: object) -> Spot:
        values = {name: getattr(spot, name) for name in Spot.__dataclass_fields__}
        return Spot(**{**values, **changes})

    def _said(self, place: Text) -> Text:
        return place.filled({"part": self._part})

    def _counted(self, kind: str, within: int) -> int:
        """A number for the next table, the next row within a table or the next cell within a row."""
        self._counts[kind, within] += 1
        number = self._next()
        self._ordinals[number] = self._counts[kind, within]
        return number

    def _next(self) -> int:
        self.number += 1
        return self.number


def _text(paragraph: Element) -> str:
    """The text of a paragraph, without that of text boxes in it, which are paragraphs of their own."""
    said: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{_W}t", f"{_W}instrText"):
            said.append(element.text or "")
        elif element.tag == f"{_W}tab":
            said.append(" ")
        elif element.tag not in (f"{_W}txbxContent", f"{_W}p", _FALLBACK):
            waiting.extend(reversed(element))
    return "".join(said)
