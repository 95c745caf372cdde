"""What the tables of a document say: labels with what is filled in, and rows under the headings of their columns."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.intake.items import Unit
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

    `kind` is the kind of table by `data/intake/columns.yaml`, whose keys the fields have. `table` tells grids of a document
    apart and `row` the rows. The headings are of all rows; only the first record claims them.
    """

    fields: tuple[Field, ...]
    table: int
    row: int
    kind: str = ""


Entry = Unit | Field | Record
Item = Clean | Field | Record
"""What a table yields before its plain lines are made units."""
