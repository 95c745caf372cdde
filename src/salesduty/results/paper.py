"""A document ready to be set: headings, items, tables. What a view makes and a renderer prints.

Texts are already resolved (names for ids, words for values) and safe to print; numbers stand in `label`, and a
format with numbering of its own (Word) makes the same ones from `level`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from salesduty.results.drawing import Drawing
from salesduty.results.record import Record

NumberingStyle = Literal["chinese", "decimal"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the highest. `label` is its number, empty for one without; `anchor` is its address."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    label: str = ""
    anchor: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; `lines` are kept apart."""

    kind: ClassVar[str] = "paragraph"
    lines: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing known about a duty or a step: a label and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered duty; `depth` counts from 0 below its heading. `lines` are its text after the `title`."""

    kind: ClassVar[str] = "item"
    depth: int
    label: str
    title: str
    lines: tuple[str, ...]
    details: tuple[Detail, ...] = ()
    anchor: str = ""

    @property
    def level(self) -> int:
        """The level of the item in a multi-level list that headings open: 2 for the first, counted from 0."""
        return self.depth + 2


@dataclass(frozen=True, slots=True)
class Form:
    """A table of labels and values, two pairs to a row; a pair that is `wide` takes a row of its own."""

    kind: ClassVar[str] = "form"
    rows: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value in a form, and how many of the three columns beside the label the value takes."""

    label: str
    lines: tuple[str, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, in hundredths."""

    title: str
    share: int
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: for each column the lines of its cell."""

    cells: tuple[tuple[str, ...], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that repeats on each page."""

    kind: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a matrix: the group that it belongs to, what it is, and the short sign of each column."""

    group: str
    label: str
    cells: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who has what to do with what: `columns` are named with their addresses, cells hold letters told by `legend`.

    It may be wider than any page: a format for pages sets it in pieces of some columns, each with the labels of the rows.
    """

    kind: ClassVar[str] = "matrix"
    corner: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contract: 甲方（盖章）, and the lines it fills in, each a label and what is known already."""

    title: str
    blanks: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the sides of a contract sign and seal, beside each other; it is never cut by the end of a page."""

    kind: ClassVar[str] = "signing"
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Orientation:
    """From here on pages are landscape, or portrait again; it begins a new page where there are pages.

    One that comes before all other blocks holds for the title above them as well: the document begins that way.
    """

    kind: ClassVar[str] = "orientation"
    landscape: bool


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on: who, and room for name, signature and date."""

    kind: ClassVar[str] = "signatures"
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""

    kind: ClassVar[str] = "contents"
    title: str
    entries: tuple[Heading, ...]


Block = Heading | Paragraph | Item | Form | Table | Matrix | Drawing | Signatures | Signing | Contents | Orientation


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. `folder` and `name` are what its file is called after; `start` is the first chapter's number.

    `post` is the name of the post it is about, if it is about one; `source` is a digest of the files that it was made from.
    `cycle` is how often what it is about comes round, where that tells it from others.
    Lines are `Said` where the model says them itself.
    `values` is what a company's own Word file is filled with instead of `blocks`, where that is asked for.
    """

    document: str
    folder: str
    name: str
    title: str
    subtitle: str
    company: str
    document_no: str
    version: str
    effective: str
    blocks: tuple[Block, ...]
    numbering: NumberingStyle = "chinese"
    start: int = 1
    cover: bool = True
    post: str = ""
    source: str = ""
    cycle: str = ""
    values: Record | None = None
