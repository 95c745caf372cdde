"""A paper as plain data for the template: numbers and lengths worked out, words too wide for their place cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from salesduty.renderers.pages.drawings import drawn
from salesduty.renderers.pages.matrices import pieces
from salesduty.renderers.pages.measures import CELL, LITTLE, PADDING, SHORT, SIGNED, TEXT, fitted, lines
from salesduty.renderers.pages.sheets import HEADING, Sheet, sheets
from salesduty.renderers.word.look import EMU, ink_on, placed
from salesduty.results.drawing import Drawing
from salesduty.results.paper import (
    Block,
    Contents,
    Form,
    Heading,
    Item,
    Matrix,
    Paper,
    Paragraph,
    Signatures,
    Signing,
    Table,
)
from salesduty.results.theme import Theme

Data = dict[str, Any]
_LABEL, _VALUE = 1420 / 8845, 3002 / 8845
_STEP = 16.0
_CONTENTS = 14.0
_MARGIN = 32.0


@dataclass(frozen=True)
class _Places:
    """Which blocks can be led to: headings of the contents by what they say, and all by the address they stand for."""

    headings: Mapping[tuple[str, str, str], str]
    anchors: Mapping[str, str]
    wanted: frozenset[str]

    def name(self, block: Heading | Item) -> str:
        """Return the name of the place where `block` stands, empty where nothing leads there."""
        own = self.headings.get(_key(block), "") if isinstance(block, Heading) else self.anchors.get(block.anchor, "")
        return own if own in self.wanted else ""


def data(paper: Paper, theme: Theme) -> Data:
    """Return everything that the template needs to set `paper`, but the fonts."""
    places = _places(paper)
    return {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "company": paper.company,
        "number": paper.document_no,
        "version": paper.version,
        "effective": paper.effective,
        "cover": paper.cover,
        "header": theme.header or paper.title,
        "decimal": paper.numbering == "decimal",
        "accent": theme.accent,
        "accented": theme.accented,
        "shade": theme.shade,
        "ink": ink_on(theme.shade),
        "logo": _logo(theme.logo, cover=paper.cover),
        "sheets": [_sheet(sheet, paper, places) for sheet in sheets(paper.blocks)],
    }


def _logo(picture: bytes, *, cover: bool) -> Data:
    placing = placed(picture, cover=cover)
    # Typst takes bytes as numbers only.
    return {} if placing is None else {"bytes": list(picture), "width": placing.width / EMU, "height": placing.height / EMU}


def _sheet(sheet: Sheet, paper: Paper, places: _Places) -> Data:
    blocks: list[Data] = []
    before: Block | None = None
    for number, block in enumerate(sheet.blocks):
        measured = [] if isinstance(before, Heading) else list(_measured(sheet.blocks, number))
        said = _SETTERS[type(block)](block, before, sheet, paper, places)
        # The place that is measured from brings the room of a block of its own.
        signed = any(isinstance(after, Signing) for after in sheet.blocks[number + 1 : number + 2])
        blocks += [*measured, {"kind": block.kind, "tight": bool(measured), "signed": signed, **said}]
        before = block
    return {"width": sheet.paper_width, "height": sheet.paper_height, "blocks": blocks}


def _measured(blocks: Sequence[Block], number: int) -> Iterator[Data]:
    """What tells a drawing how much of the page is left: a place before it, and before the headings that stick to it."""
    headings = list(takewhile(lambda block: isinstance(block, Heading), blocks[number:]))
    after = number + len(headings)
    if after < len(blocks) and isinstance(blocks[after], Drawing):
        yield {"kind": "rest", "above": len(headings) * HEADING}


def _heading(block: Heading, before: Block | None, sheet: Sheet, paper: Paper, places: _Places) -> Data:
    return {
        "level": block.level,
        "text": fitted(block.text, TEXT, sheet.width - _MARGIN),
        "label": _numbered(block.label, paper),
        # A heading without a number that is not a small one belongs to the front of the document and stands in the middle.
        "front": not block.label and block.level < 3,
        "break": block.new_page or isinstance(before, Contents),
        "name": places.name(block),
    }


def _paragraph(block: Paragraph, _before: Block | None, sheet: Sheet, _paper: Paper, _places: _Places) -> Data:
    return {"lines": [fitted(line, TEXT, sheet.width) for line in block.lines]}


def _item(block: Item, _before: Block | None, sheet: Sheet, paper: Paper, places: _Places) -> Data:
    room = sheet.width - block.depth * _STEP - _MARGIN
    return {
        "indent": block.depth * _STEP,
        "label": _numbered(block.label, paper),
        "title": fitted(block.title, TEXT, room),
        "lines": [fitted(line, TEXT, room) for line in block.lines],
        "details": [[detail.label, fitted(detail.text, 12, room)] for detail in block.details],
        "name": places.name(block),
    }


def _form(block: Form, _before: Block | None, sheet: Sheet, _paper: Paper, _places: _Places) -> Data:
    rows = []
    height = 0
    for row in block.rows:
        fields = []
        tall = 0
        for field in row:
            room = sheet.width * (1 - _LABEL if field.span == 3 else _VALUE) - 2 * PADDING
            label = fitted(field.label, CELL, sheet.width * _LABEL - 2 * PADDING)
            # A wide field without text is there to be written in by hand.
            blank = field.span == 3 and not any(line.strip() for line in field.lines)
            said = [fitted(line, CELL, room) for line in field.lines]
            fields.append({"label": label, "span": field.span, "lines": said, "blank": blank})
            tall = max(tall, _height(field.lines, room), 3 if blank else 1)
        rows.append({"fields": fields, "whole": tall <= SHORT})
        height += tall
    return {"rows": rows, "whole": height <= LITTLE, "together": height <= SIGNED}


def _table(block: Table, _before: Block | None, sheet: Sheet, _paper: Paper, _places: _Places) -> Data:
    shares = sum(column.share for column in block.columns) or 1
    rooms = [sheet.width * column.share / shares - 2 * PADDING for column in block.columns]
    rows = []
    height = 0
    for row in block.rows:
        cells = tuple(zip(row.cells, rooms, strict=True))
        tall = max((_height(cell, room) for cell, room in cells), default=1)
        rows.append([tall <= SHORT, [[fitted(line, CELL, room) for line in cell] for cell, room in cells]])
        height += tall
    return {
        "shares": [column.share for column in block.columns],
        "titles": [fitted(column.title, CELL, room) for column, room in zip(block.columns, rooms, strict=True)],
        "centred": [column.centred for column in block.columns],
        "rows": rows,
        "whole": height <= LITTLE,
    }


def _height(cell: tuple[str, ...], room: float) -> int:
    """How many lines a cell takes."""
    return max(sum(lines(line, CELL, room) for line in cell), 1)


def _matrix(block: Matrix, _before: Block | None, sheet: Sheet, _paper: Paper, _places: _Places) -> Data:
    return {
        "pieces": pieces(block, sheet.width),
        "legend": [[each.label, each.text] for each in block.legend],
    }


def _drawing(block: Drawing, _before: Block | None, sheet: Sheet, _paper: Paper, places: _Places) -> Data:
    return drawn(block, sheet, places.anchors)


def _signatures(block: Signatures, _before: Block | None, sheet: Sheet, _paper: Paper, _places: _Places) -> Data:
    return {"parties": [fitted(party, CELL, sheet.width * 0.29 - 2 * PADDING) for party in block.parties]}


def _signing(block: Signing, _before: Block | None, sheet: Sheet, _paper: Paper, _places: _Places) -> Data:
    room = sheet.width / len(block.sides) - _MARGIN
    return {
        "sides": [
            {
                "title": fitted(side.title, TEXT, room),
                "blanks": [[fitted(blank.label, TEXT, room), fitted(blank.text, TEXT, room)] for blank in side.blanks],
            }
            for side in block.sides
        ]
    }


def _contents(block: Contents, _before: Block | None, sheet: Sheet, paper: Paper, places: _Places) -> Data:
    entries = []
    for entry in block.entries:
        indent = (entry.level - 1) * _CONTENTS
        text = fitted(entry.text, _CONTENTS, sheet.width - indent - _MARGIN)
        entries.append([indent, _numbered(entry.label, paper), text, places.headings[_key(entry)]])
    return {"title": block.title, "entries": entries}


_SETTERS: Mapping[type[Block], Any] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Item: _item,
    Form: _form,
    Table: _table,
    Matrix: _matrix,
    Drawing: _drawing,
    Signatures: _signatures,
    Signing: _signing,
    Contents: _contents,
}


def _numbered(label: str, paper: Paper) -> str:
    """The number with the gap that stands between it and the text."""
    return f"{label} " if label and (paper.numbering == "decimal" or label.endswith(".")) else label


def _places(paper: Paper) -> _Places:
    headings: dict[tuple[str, str, str], str] = {}
    anchors: dict[str, str] = {}
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Heading):
            headings[_key(block)] = f"b{number}"
        if isinstance(block, (Heading, Item)) and block.anchor:
            anchors.setdefault(block.anchor, f"b{number}")
    listed = {headings[_key(entry)] for block in paper.blocks if isinstance(block, Contents) for entry in block.entries}
    pointed = {anchors[anchor] for anchor in _pointing(paper) if anchor in anchors}
    return _Places(headings, anchors, frozenset(listed | pointed))


def _pointing(paper: Paper) -> Iterator[str]:
    return (box.anchor for block in paper.blocks if isinstance(block, Drawing) for box in block.boxes if box.anchor)


def _key(heading: Heading) -> tuple[str, str, str]:
    return (heading.label, heading.text, heading.anchor)
