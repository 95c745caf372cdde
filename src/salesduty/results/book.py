"""A workbook ready to be written: sheets of typed cells. What a view makes for people who go on counting in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Manner = Literal["text", "number", "percent", "date", "entry", "mark"]
"""How a column looks and what may be typed in it; `entry` is for people to fill in, `mark` holds short centred signs."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as Excel reads it in every language, `=SUM(D2:D9)`, and the value that it has now."""

    text: str
    value: float | str


Cell = str | float | Formula | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its title, its width in characters, how it looks, and what may be chosen or typed in it.

    `choices` is a list to choose from; `least` and `most` bound a number. `hidden` columns are for programs.
    """

    title: str
    width: int
    manner: Manner = "text"
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: `above` are lines before the table (label and value), `below` lines after it; `frozen` columns stay in view.

    `totals` is a last row of the table that a filter leaves alone; `landscape` is how it is printed.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[tuple[str, str], ...] = ()
    below: tuple[tuple[str, str], ...] = ()
    totals: tuple[Cell, ...] = ()
    frozen: int = 1
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook. `folder` and `name` are what its file is called after; `about` is told in its properties."""

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
