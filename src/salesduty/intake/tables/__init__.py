"""Tables: forms to fields, grids to records, and lines that were a table before somebody flattened it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salesduty.intake.items import Unit, units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage


@dataclass(frozen=True, slots=True)
class Field:
    """A label of a form and what is filled in beside or below it. `key` is the field that the label announces, if known."""

    label: Passage
    key: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a grid under the headings of its columns: each heading once, with the field that it announces or an empty key.

    `table` tells grids of a document apart and `row` the rows. The headings are of all rows; only the first record claims them.
    """

    fields: tuple[Field, ...]
    table: int
    row: int


Entry = Unit | Field | Record


def entries(lines: Sequence[Clean], lexicon: Lexicon) -> tuple[Entry, ...]:
    """Return the document as units, fields and records, in reading order."""
    return units(lines, lexicon)
