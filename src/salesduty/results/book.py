"""A workbook ready to be written: sheets of typed cells. What a view makes for people who go on counting in Excel.

A sheet has its title in the first row, then the rows of `above`, a header, the rows of the table, its totals, and `below`. Views
write formulas against this order, with `first_row` and `letters`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Manner = Literal["text", "number", "percent", "entry", "mark"]
"""How a column looks: an `entry` is a number that people fill in, a `mark` is short and centred, a percentage is a part of 1."""
Tone = Literal["alarm", "notice", "parent", "A", "R", "C", "S", "I"]
"""How a cell stands out: something is wrong, is to be looked at, stands above what follows, or is a letter of a matrix."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as Excel reads it in every language, `=SUM(D2:D9)`, and the value that it has now.

    `text` is never made of words of files: what it says is run.
    """

    text: str
    value: float | str


Cell = str | float | Formula | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its title, its width in characters, how it looks, and what may be chosen or typed in it.

    `choices` is a short list to choose from, in which something else may still be typed unless it is `strict`; `least` and `most`
    bound a number. `hidden` columns are for programs. The title of an `upright` column is written downwards.
    """

    title: str
    width: int
    manner: Manner = "text"
    choices: tuple[str, ...] = ()
    strict: bool = True
    least: float | None = None
    most: float | None = None
    hidden: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A label and its value outside of the table: the label in `room` columns from `at` on, the value in `span` ones behind it.

    An `entry` is for people to fill in, with room for so many `lines`. Without a label the value itself stands in `at`.
    """

    label: str
    value: Cell = None
    at: int = 0
    span: int = 1
    room: int = 1
    entry: bool = False
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Highlight:
    """How the columns `first` to `last` look where `when` holds, a formula written for their first cell."""

    when: str
    tone: Tone
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. `totals` are the last rows of the table, which a filter leaves alone; `frozen` columns stay in view.

    On paper it is `landscape`, and as wide as `pages`. Of a `protected` one only entries can be changed until somebody lifts the
    protection, which has no password.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[tuple[Line, ...], ...] = ()
    below: tuple[tuple[Line, ...], ...] = ()
    totals: tuple[tuple[Cell, ...], ...] = ()
    highlights: tuple[Highlight, ...] = ()
    frozen: int = 1
    landscape: bool = True
    pages: int = 1
    filtered: bool = True
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook. `folder` and `name` are what its file is called after; the rest is told in its properties.

    `post` is the name of the post that it is about, if it is about one; `source` is a digest of the files that it was made from.
    """

    document: str
    folder: str
    name: str
    title: str
    company: str
    sheets: tuple[Sheet, ...]
    post: str = ""
    version: str = ""
    source: str = ""
    cycle: str = ""


def first_row(above: int) -> int:
    """Return the number, counted from 1, of the first row of the table of a sheet with so many lines `above`."""
    return above + 3


def letters(column: int) -> str:
    """Return how Excel calls a column counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
