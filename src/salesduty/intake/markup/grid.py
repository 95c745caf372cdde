"""Tables of a page: which cell a text stands in, and whether the table holds data or only arranges the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from salesduty.intake.manuscript import Cell

_MOST_COLUMNS = 1000
_LONG = 4
"""Paragraphs in a cell of a table of one row, from which it arranges a page."""


@dataclass(slots=True)
class Table:
    """A table being read, from its first tag on."""

    presents: bool = True
    ruled: bool = False
    row: int = -1
    column: int = 0
    heading: bool = False
    cell: Cell | None = None
    taken: dict[int, int] = field(default_factory=dict)
    texts: dict[tuple[int, int], int] = field(default_factory=dict)
    characters: int = 0
    nested: int = 0
    titled: bool = False
    headings: int = 0

    def next_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column = 0
        self.cell = None
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}

    def next_cell(self, rows: int, columns: int, heading: bool) -> None:
        """Begin a cell in the next free column."""
        if self.row < 0:
            self.row = 0
        while self.column in self.taken and self.column < _MOST_COLUMNS:
            self.column += 1
        columns = min(columns, max(1, _MOST_COLUMNS - self.column))
        self.cell = Cell(0, self.row, self.column, rows, columns, heading or self.heading)
        self.headings += heading
        for column in range(self.column, self.column + columns) if rows > 1 else ():
            self.taken[column] = rows
        self.column += columns

    def add(self, characters: int) -> None:
        """Note that a line of so many characters stands in the cell."""
        if self.cell is not None:
            place = (self.cell.row, self.cell.column)
            self.texts[place] = self.texts.get(place, 0) + 1
            self.characters += characters

    def has_data(self) -> bool:
        """Whether rows and columns of the table mean something."""
        if not self.presents or self.titled or self.nested * 2 > self.characters:
            return False
        rows: dict[int, int] = {}
        for row, _ in self.texts:
            rows[row] = rows.get(row, 0) + 1
        if max(rows.values(), default=0) < 2:
            return False
        if len(rows) > 1 or self.headings or self.ruled:
            return True
        return max(self.texts.values()) < _LONG
