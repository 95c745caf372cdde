"""Room to fill in by hand, where the model says nothing."""

from __future__ import annotations

from salesduty.results.paper import Column, Field, Row, Table
from salesduty.text.dates import parse_date
from salesduty.views.forms import Lines

BLANK: Lines = ("",)
"""The lines of a cell that is there to be filled in."""
BLANK_DAY = "＿＿＿＿ 年 ＿＿ 月 ＿＿ 日"
SIGNING_DAY = "　　年　月　日"


def day_in_words(day: str | None) -> str:
    """Return a day as contracts have it: 2026 年 3 月 1 日; room for one where there is none, or none that can be read."""
    found = parse_date(day) if day else None
    return f"{found.year} 年 {found.month} 月 {found.day} 日" if found else BLANK_DAY


def to_fill_in(label: str, lines: int = 1) -> Field:
    """Return a field of a form that is left empty, with room for some handwritten `lines`, a row of its own."""
    return Field(label, BLANK * lines, 3)


def empty_table(columns: tuple[Column, ...], rows: int) -> Table:
    """Return a table with `rows` numbered rows to fill in; its first column is for the number."""
    others = ((),) * (len(columns) - 1)
    return Table(columns, tuple(Row(((str(number),), *others)) for number in range(1, rows + 1)))
