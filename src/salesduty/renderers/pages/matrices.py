"""A matrix cut into tables of as many columns as a page takes, each with the labels of the rows."""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import Any

from salesduty.renderers.pages.measures import PADDING, fitted
from salesduty.results.paper import Matrix, MatrixRow
from salesduty.text.measure import width

SIZE = 9.0
_NARROW = 3.0
_LEAST, _MOST = 30.0, 66.0
_LABEL_LEAST, _LABEL_PART = 84.0, 0.32


def pieces(matrix: Matrix, room: float) -> list[dict[str, Any]]:
    """Return the tables that `matrix` becomes on pages `room` points wide, of nearly the same number of columns each."""
    widest = max((width(row.label, SIZE) for row in matrix.rows), default=0.0) + 2 * PADDING
    label = min(max(widest, _LABEL_LEAST), room * _LABEL_PART)
    most = max(int((room - label) / _LEAST), 1)
    count = max(ceil(len(matrix.columns) / most), 1)
    each = ceil(len(matrix.columns) / count)
    column = min((room - label) / max(each, 1), _MOST)
    return [
        {
            "corner": matrix.corner,
            "label": label,
            "column": column,
            "titles": [fitted(title, SIZE, column - _NARROW) for title, _ in matrix.columns[start : start + each]],
            "groups": [
                {"title": group, "rows": [_row(row, label, column, slice(start, start + each)) for row in rows]}
                for group, rows in groupby(matrix.rows, key=lambda row: row.group)
            ],
        }
        for start in range(0, max(len(matrix.columns), 1), max(each, 1))
    ]


def _row(row: MatrixRow, label: float, column: float, part: slice) -> list[Any]:
    return [fitted(row.label, SIZE, label - 2 * PADDING), [fitted(cell, SIZE, column - _NARROW) for cell in row.cells[part]]]
