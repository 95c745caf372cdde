"""A document as a reader hands it on: lines in reading order, and what the reader put aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a line stands: the table's number in the document, row and column from 0, and how many it spans."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line, a paragraph, an item of a list, or a paragraph of a cell.

    `text` has the characters of the source alone. `number` is where a person finds it, counted from 1: the line of a text, the
    paragraph of a Word file, the row of a sheet; `where` says more where that is not enough (`Sheet1!B4`, `第 3 页`).
    What the program that shows the document adds stands beside: `label` the number or bullet that it draws, `depth` of the
    item in its list (from 0; -1 for no item), `heading` the level of a heading (1 to 9; 0 for none), `strong` for a line all in
    bold, `blank` for an empty line or a rule above. `part` names what it belongs to where a file has several documents in it
    (sheets of a workbook, articles of a page).
    """

    text: str
    number: int
    where: str = ""
    label: str = ""
    depth: int = -1
    heading: int = 0
    strong: bool = False
    blank: bool = False
    cell: Cell | None = None
    part: str = ""


NOWHERE = Line("", 0)


@dataclass(frozen=True, slots=True)
class Aside:
    """What a reader put aside: text of the source, where it stands, and a key of `results/reasons.py`."""

    text: str
    number: int
    reason: str
    where: str = ""


class Unreadable(Exception):
    """A file that cannot be read; `reason` is a key of `results.unreadable.TROUBLES`, `told` what its message names."""

    def __init__(self, reason: str, **told: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.told = told


MOST_LINES = 200_000
"""Lines and cells of a document. The register of a company with 1,000 posts has about half as many."""
MOST_CHARACTERS = 1_000_000
"""Characters in the lines of a document. A handbook of 500 pages has about 400,000."""


def refuse_too_much(lines: int, characters: int) -> None:
    """Raise Unreadable where a document has more lines or characters than can be worked through within a minute."""
    if lines > MOST_LINES:
        raise Unreadable("too-long", most=MOST_LINES)
    if characters > MOST_CHARACTERS:
        raise Unreadable("too-much", most=MOST_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document read: every character of the source is in a line or in `aside`, none in both.

    `kind` is the format it was read as (`txt`, `docx` …). `notes` are keys and words that a person should know.
    """

    kind: str
    lines: tuple[Line, ...]
    aside: tuple[Aside, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


def starts(lines: Iterable[Line]) -> tuple[int, ...]:
    """Return the number that the first character of each line has in the document, and one more for the end."""
    found = [0]
    for line in lines:
        found.append(found[-1] + len(line.text))
    return tuple(found)
