"""Who has what to do with what, as a table that can be filtered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from salesduty.results.paper import Detail, Matrix

_WIDEST = 40
"""More columns than this nobody reads: each row names who has a part in it instead."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is, where it is told, whether nobody holds it, its signs by column, and the posts that have one.

    `posts` are the numbers of those columns, and `held` their names, anchors and signs.
    """

    label: str
    anchor: str
    open: bool
    cells: tuple[str, ...]
    posts: str
    held: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The table; `groups` are numbered from 0 in their order. A `wide` one has no columns of posts."""

    corner: str
    columns: tuple[tuple[str, str], ...]
    legend: tuple[Detail, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    wide: bool
    gaps: int


def laid_out(matrix: Matrix, open_rows: frozenset[str]) -> Grid:
    """Return `matrix` in groups; rows that `open_rows` names by anchor, and rows without any sign, are open."""
    wide = len(matrix.columns) > _WIDEST
    lines = tuple(_lines(matrix, open_rows, wide=wide))
    groups = tuple((name, tuple(line for _, line in each)) for name, each in groupby(lines, lambda pair: pair[0]))
    gaps = sum(line.open for _, line in lines)
    return Grid(matrix.corner, matrix.columns, matrix.legend, groups, wide, gaps)


def _lines(matrix: Matrix, open_rows: frozenset[str], *, wide: bool) -> Iterator[tuple[str, Line]]:
    for row in matrix.rows:
        places = [place for place, cell in enumerate(row.cells) if cell]
        held = tuple((*matrix.columns[place], row.cells[place]) for place in places) if wide else ()
        is_open = not places or bool(row.anchor and row.anchor in open_rows)
        yield row.group, Line(row.label, row.anchor, is_open, () if wide else row.cells, " ".join(map(str, places)), held)
