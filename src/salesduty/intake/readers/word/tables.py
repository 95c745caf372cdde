"""Tables of Word files: which cell lies where on the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesduty.intake.readers.word.names import NAMES, attribute, child, number, switch, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_SPANNED = 500


@dataclass(slots=True)
class Box:
    """A cell: where it begins on the grid, from 0, and how many rows and columns it spans; `hidden` where one above covers it."""

    element: Element
    row: int
    column: int
    columns: int
    rows: int = 1
    heading: bool = False
    hidden: bool = False
    deleted: bool = False


def boxes(table: Element) -> tuple[Box, ...]:
    """Return the cells of a table row by row."""
    found: list[Box] = []
    open_above: dict[int, Box] = {}
    for row, (element, deleted) in enumerate(_inside(table, "w:tr")):
        properties = child(element, "w:trPr")
        column = number(value(properties, "w:gridBefore"), 0)
        heading = bool(switch(properties, "w:tblHeader"))
        deleted = deleted or child(properties, "w:del") is not None
        below: dict[int, Box] = {}
        before: Box | None = None
        for cell, _ in _inside(element, "w:tc"):
            looks = child(cell, "w:tcPr")
            columns = min(max(number(value(looks, "w:gridSpan"), 1), 1), _MOST_SPANNED)
            box = Box(cell, row, column, columns, heading=heading, deleted=deleted)
            if before is not None and _merge(looks, "w:hMerge") == "continue":
                before.columns += columns
                box.hidden = True
            else:
                before = box
            merge = _merge(looks, "w:vMerge")
            above = open_above.get(column)
            if merge == "continue" and above is not None and not box.hidden:
                above.rows += 1
                box.hidden = True
                below[column] = above
            elif merge:
                below[column] = box
            found.append(box)
            column += columns
        open_above = below
    return tuple(found)


def _merge(looks: Element | None, name: str) -> str:
    """How a cell is merged with the one before or above: `restart`, `continue`, or nothing."""
    merged = child(looks, name)
    return "" if merged is None else attribute(merged, "val") or "continue"


def _inside(element: Element, name: str, deleted: bool = False) -> Iterator[tuple[Element, bool]]:
    """The rows of a table or the cells of a row, those in content controls and tracked changes too."""
    for each in element:
        kind = NAMES[each.tag]
        if kind == name:
            yield each, deleted
        elif kind in ("w:sdt", "w:sdtContent", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:customXml", "w:smartTag"):
            yield from _inside(each, name, deleted or kind in ("w:del", "w:moveFrom"))
