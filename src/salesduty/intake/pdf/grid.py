"""Ruled lines to tables: which rectangles they part a page into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from salesduty.intake.manuscript import Cell
from salesduty.intake.pdf.glyphs import Rule

_NEAR = 3.5
"""Points: lines nearer than this are one, as the borders of two cells side by side."""
_MOST_CELLS = 20_000


@dataclass(slots=True)
class Grid:
    """A table of ruled lines: edges of columns from left to right and of rows from top to bottom, and the cell of each square."""

    columns: list[float]
    rows: list[float]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def cell(self, x: float, y: float) -> Cell | None:
        """Return the cell that a point stands in, if it is within the table."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_left([-each for each in self.rows], -y) - 1
        return self.cells.get((row, column))

    def right(self, cell: Cell) -> float:
        """Return where a cell ends."""
        return self.columns[cell.column + cell.columns]


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the tables on a page from top to bottom."""
    found = [_grid(group) for group in _groups(rules)]
    return sorted((each for each in found if each is not None), key=lambda each: -each.rows[0])


def _groups(rules: Sequence[Rule]) -> Iterable[list[Rule]]:
    """Rules that meet."""
    parents = list(range(len(rules)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    upright = sorted((rule.at, place) for place, rule in enumerate(rules) if rule.upright)
    places = [at for at, _ in upright]
    for place, rule in enumerate(rules):
        if rule.upright:
            continue
        for other in range(bisect_left(places, rule.start - _NEAR), bisect_right(places, rule.stop + _NEAR)):
            at = upright[other][1]
            if rules[at].start - _NEAR <= rule.at <= rules[at].stop + _NEAR:
                parents[root(at)] = root(place)
    groups: dict[int, list[Rule]] = {}
    for place, rule in enumerate(rules):
        groups.setdefault(root(place), []).append(rule)
    return groups.values()


def _clustered(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    last = None
    for each in sorted(places):
        if last is None or each - last > _NEAR:
            found.append(each)
        last = each
    return found


def _grid(rules: Sequence[Rule]) -> Grid | None:
    columns = _clustered(rule.at for rule in rules if rule.upright)
    rows = _clustered(rule.at for rule in rules if not rule.upright)[::-1]
    wide, high = len(columns) - 1, len(rows) - 1
    if wide < 1 or high < 1 or wide * high < 2 or wide * high > _MOST_CELLS:
        return None
    grid = Grid(columns, rows)
    beside, below = _marked(rules, grid)
    for row in range(high):
        for column in range(wide):
            if (row, column) in grid.cells:
                continue
            across = 1
            while column + across < wide and (row, column + across) not in beside and (row, column + across) not in grid.cells:
                across += 1
            down = 1
            while row + down < high and (row + down, column) not in below:
                down += 1
            cell = Cell(0, row, column, down, across)
            for each in range(row, row + down):
                for other in range(column, column + across):
                    grid.cells.setdefault((each, other), cell)
    return grid if len(set(grid.cells.values())) > 1 and wide > 1 else None


def _marked(rules: Iterable[Rule], grid: Grid) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The squares with a line on their left, and those with a line above."""
    beside: set[tuple[int, int]] = set()
    below: set[tuple[int, int]] = set()
    heights = [(top + bottom) / 2 for top, bottom in zip(grid.rows, grid.rows[1:], strict=False)]
    widths = [(left + right) / 2 for left, right in zip(grid.columns, grid.columns[1:], strict=False)]
    for rule in rules:
        if rule.upright:
            column = bisect_right(grid.columns, rule.at + 0.01) - 1
            beside.update((row, column) for row, y in enumerate(heights) if rule.start <= y <= rule.stop)
        else:
            row = bisect_left([-each for each in grid.rows], -rule.at - _NEAR)
            below.update((row, column) for column, x in enumerate(widths) if rule.start <= x <= rule.stop)
    return beside, below
