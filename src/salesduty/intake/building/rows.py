"""A record by the keys of its columns, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesduty.intake.items import Unit
from salesduty.intake.passage import EMPTY, Passage, joined
from salesduty.intake.tables import Field, Record

A_COUNT = re.compile(r"[\d０-９一二三四五六七八九十两]|若干|不限")
"""What a number of heads has in it, unlike a heading that slipped into its column."""


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a record by their keys."""

    fields: Mapping[str, tuple[Field, ...]]

    @classmethod
    def of(cls, record: Record) -> Row:
        """Return the row that a record is."""
        found: dict[str, tuple[Field, ...]] = {}
        for each in record.fields:
            found[each.key] = (*found.get(each.key, ()), each)
        return cls(found)

    def units(self, key: str) -> tuple[Unit, ...]:
        """Return what stands in the columns `key`."""
        return tuple(unit for field in self.fields.get(key, ()) for unit in field.units)

    def all(self, key: str) -> list[Passage]:
        """Return what stands in the columns `key`, each item with its number."""
        return [each for unit in self.units(key) if (each := joined([unit.mark, unit.body]).strip()).text]

    def one(self, key: str) -> Passage | None:
        """Return all that stands in the columns `key` as one passage, the number that counts its only item left aside."""
        units = self.units(key)
        if len(units) == 1:
            return units[0].body if units[0].body.text else None
        whole = joined(part for unit in units for part in (unit.mark, unit.body, unit.end)).strip()
        return whole if whole.text else None

    def mark(self, key: str) -> Passage:
        """Return the number of the only item in the columns `key`."""
        units = self.units(key)
        return units[0].mark if len(units) == 1 else EMPTY

    def heading(self, key: str) -> Passage:
        """Return the heading of the first column `key`."""
        return next((field.label for field in self.fields.get(key, ())), EMPTY)

    def columns(self, key: str) -> Iterator[tuple[Passage, tuple[Unit, ...]]]:
        """Yield the columns `key` that have something in them, each with its heading."""
        yield from ((field.label, field.units) for field in self.fields.get(key, ()) if field.units)
