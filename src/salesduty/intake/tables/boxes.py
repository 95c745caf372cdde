"""Cells of one table, each with all its lines, wherever they come from: a program's cells or columns found in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY, Passage, joined

_MOST_AREA = 400_000
"""Squares of a table beyond which spans are not believed: they come from a file that was made to hurt."""


@dataclass(frozen=True, eq=False)
class Box:
    """A cell that has something in it, and where it lies; equal to nothing but itself."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Clean, ...]
    heading: bool = False

    @cached_property
    def passage(self) -> Passage:
        """All its characters, line after line."""
        return joined(each.passage for each in self.lines).strip()

    @cached_property
    def text(self) -> str:
        """Its characters without white space."""
        return "".join("".join(each.passage.text for each in self.lines).split())


def boxed(lines: Sequence[Clean]) -> tuple[Box, ...]:
    """Return the cells of the `lines` of one table, row by row, with spans cut to what the table has."""
    cells: dict[tuple[int, int], list[Clean]] = {}
    for each in lines:
        if each.line.cell is not None:
            cells.setdefault((each.line.cell.row, each.line.cell.column), []).append(each)
    last_row, last_column = max(row for row, _ in cells), max(column for _, column in cells)
    width = max([last_column + 1, *(_spans(found)[1] for found in cells.values() if len(cells) == 1)])
    boxes = []
    for (row, column), found in sorted(cells.items()):
        rows, columns, heading = _spans(found)
        boxes.append(Box(row, column, min(rows, last_row + 1 - row), min(columns, width + 1 - column), tuple(found), heading))
    if sum(box.rows * box.columns for box in boxes) > _MOST_AREA:
        boxes = [replace(box, rows=1, columns=1) for box in boxes]
    return tuple(boxes)


def _spans(lines: Sequence[Clean]) -> tuple[int, int, bool]:
    cell = lines[0].line.cell
    return (1, 1, False) if cell is None else (max(1, cell.rows), max(1, cell.columns), cell.heading)


def rows_of(boxes: Iterable[Box]) -> dict[int, list[Box]]:
    """Return the boxes by the row in which they begin, in order."""
    rows: dict[int, list[Box]] = {}
    for box in sorted(boxes, key=lambda each: (each.row, each.column)):
        rows.setdefault(box.row, []).append(box)
    return rows


def covering(boxes: Iterable[Box]) -> dict[tuple[int, int], Box]:
    """Return which box lies on each square."""
    return {square: box for box in boxes for square in squares(box)}


def squares(box: Box) -> Iterator[tuple[int, int]]:
    """Yield the squares that a box takes."""
    for row in range(box.row, box.row + box.rows):
        for column in range(box.column, box.column + box.columns):
            yield row, column


def turned(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return the table with rows for columns."""
    return tuple(
        sorted(
            (replace(box, row=box.column, column=box.row, rows=box.columns, columns=box.rows) for box in boxes),
            key=lambda each: (each.row, each.column),
        )
    )


def whole(boxes: Iterable[Box]) -> Passage:
    """Return all that stands in boxes as one passage."""
    return joined(box.passage for box in boxes) if boxes else EMPTY
