"""Text beside text: pages in two columns, and tables without ruled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.intake.pdf.rows import Row, Segment

_LEAST_ROWS = 5
_LEAST_WIDTH = 0.3
_LEAST_COLUMNS = 3
_LEAST_OF_TABLE = 3
_SPACING = 3.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in columns: the texts of each, by column; nothing where a cell is empty."""

    rows: tuple[tuple[tuple[Segment, ...], ...], ...]
    middle: float


def in_reading_order(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield runs of rows that are read one after the other: where a page has two columns, the left one first."""
    gutter = _gutter(rows)
    if gutter is None:
        yield list(rows)
        return
    whole: list[Row] = []
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        if any(each.left < gutter < each.right for each in row.segments):
            yield from (side for side in sides if side)
            sides = ([], [])
            whole.append(row)
            continue
        if whole:
            yield whole
            whole = []
        for side, found in zip(sides, _parted(row, gutter), strict=True):
            if found:
                side.append(Row(tuple(found), row.middle, row.size))
    yield from (side for side in (whole, *sides) if side)


def _parted(row: Row, gutter: float) -> tuple[list[Segment], list[Segment]]:
    return [each for each in row.segments if each.right <= gutter], [each for each in row.segments if each.right > gutter]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where a page is parted in two columns: rows on both sides, long ones, and hardly one across."""
    both = [row for row in rows if len(row.segments) == 2]
    if len(both) < _LEAST_ROWS:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    gaps = sorted((row.segments[0].right + row.segments[1].left) / 2 for row in both)
    gutter = gaps[len(gaps) // 2]
    parted = [row for row in both if row.segments[0].right <= gutter <= row.segments[1].left]
    across = sum(any(each.left < gutter < each.right for each in row.segments) for row in rows)
    widths = sorted(min(each.right - each.left for each in row.segments) for row in parted)
    if len(parted) < _LEAST_ROWS or across * 2 > len(parted) or widths[len(widths) // 2] < _LEAST_WIDTH * (right - left):
        return None
    return gutter


def with_tables(rows: Sequence[Row]) -> Iterator[Row | Table]:
    """Yield rows, those that stand in clear columns as tables."""
    place = 0
    while place < len(rows):
        stop = place
        while stop < len(rows) and len(rows[stop].segments) >= _LEAST_COLUMNS and _near(rows, place, stop):
            stop += 1
        if stop == place or (table := _table(rows, place, stop)) is None:
            yield rows[place]
            place += 1
            continue
        yield table[0]
        place = table[1]


def _near(rows: Sequence[Row], start: int, place: int) -> bool:
    return place == start or rows[place - 1].middle - rows[place].middle <= _SPACING * rows[place].size


def _table(rows: Sequence[Row], start: int, stop: int) -> tuple[Table, int] | None:
    """The table that begins in row `start`, and the row behind it; rows with fewer cells may go on with it."""
    spans = _spans([each for row in rows[start:stop] for each in row.segments])
    while stop < len(rows) and _near(rows, start, stop) and _fits(rows[stop], spans):
        stop += 1
        spans = _spans([each for row in rows[start:stop] for each in row.segments])
    if len(spans) < _LEAST_COLUMNS or sum(len(row.segments) == len(spans) for row in rows[start:stop]) < _LEAST_OF_TABLE:
        return None
    found: list[list[list[Segment]]] = []
    for row in rows[start:stop]:
        cells: list[list[Segment]] = [[] for _ in spans]
        for each in row.segments:
            cells[_column(each, spans)].append(each)
        if found and not cells[0]:
            for cell, more in zip(found[-1], cells, strict=True):
                cell += more
        else:
            found.append(cells)
    return Table(tuple(tuple(tuple(cell) for cell in row) for row in found), rows[start].middle), stop


def _spans(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """The columns that segments cover."""
    spans: list[tuple[float, float]] = []
    for each in sorted(segments, key=lambda each: each.left):
        if spans and each.left <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], each.right))
        else:
            spans.append((each.left, each.right))
    return spans


def _fits(row: Row, spans: Sequence[tuple[float, float]]) -> bool:
    """Whether each segment of a row stands in one column, and the row has two at least or goes on in a later column."""
    columns = [
        [place for place, span in enumerate(spans) if each.left < span[1] and each.right > span[0]] for each in row.segments
    ]
    return all(len(each) == 1 for each in columns) and (len(columns) > 1 or columns[0][0] > 0)


def _column(segment: Segment, spans: Sequence[tuple[float, float]]) -> int:
    return next(place for place, span in enumerate(spans) if segment.left < span[1] + 1 and segment.right > span[0] - 1)
