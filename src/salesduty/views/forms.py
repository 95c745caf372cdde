"""Small builders of forms and tables, so that a view reads like the page it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from salesduty.results.paper import Column, Field, Form, Row, Table
from salesduty.results.said import Said
from salesduty.views import naming

Lines = tuple[str, ...]


def pair(label: str, value: str | Lines, span: int = 1) -> Field:
    """Return a field of a form; one with nothing in it is dropped by `form`."""
    return Field(label, _lines(value), span)


def form(fields: Iterable[Field]) -> Form | None:
    """Return `fields` as a form, two short ones to a row, a wide one alone; None where all are empty."""
    rows: list[tuple[Field, ...]] = []
    waiting: Field | None = None
    for field in fields:
        if not field.lines:
            continue
        if field.span > 1:
            if waiting is not None:
                rows.append((_wide(waiting),))
                waiting = None
            rows.append((_wide(field),))
        elif waiting is None:
            waiting = field
        else:
            rows.append((waiting, field))
            waiting = None
    if waiting is not None:
        rows.append((_wide(waiting),))
    return Form(tuple(rows)) if rows else None


def table(columns: Sequence[Column], rows: Iterable[Sequence[str | Lines]], anchors: Sequence[str] = ()) -> Table | None:
    """Return a table, or None where there is nothing in it. A column that is empty in every row is left out."""
    cells = [tuple(_lines(cell) for cell in row) for row in rows]
    kept = [index for index in range(len(columns)) if any(row[index] for row in cells)]
    if not kept:
        return None
    whole = sum(columns[index].share for index in kept)
    sized = tuple(
        Column(columns[index].title, round(columns[index].share * 100 / whole), columns[index].centred) for index in kept
    )
    named = [*map(naming.anchor, anchors), *[""] * (len(cells) - len(anchors))]
    return Table(sized, tuple(Row(tuple(row[index] for index in kept), named[place]) for place, row in enumerate(cells)))


def labelled(pairs: Iterable[tuple[str, str]]) -> Lines:
    """Return one line for each pair that says something: 时限：2 工作日."""
    return tuple(_behind(f"{label}：", text) for label, text in pairs if text)


def behind(label: str, lines: Lines) -> Lines:
    """Return `lines` with a label before the first, if there is a label and a line."""
    return (_behind(f"{label}：", lines[0]), *lines[1:]) if label and lines else lines


def _behind(label: str, text: str) -> str:
    return Said(label + text, text.key, len(label) + text.start) if isinstance(text, Said) else label + text


def _wide(field: Field) -> Field:
    return Field(field.label, field.lines, 3)


def _lines(value: str | Lines) -> Lines:
    if isinstance(value, str):
        return (value,) if value else ()
    return value
