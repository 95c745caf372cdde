"""Tables: forms to fields, grids to records, and lines that were a table before somebody flattened it."""

from __future__ import annotations

from salesduty.intake.tables.entry import Entry, Field, Record
from salesduty.intake.tables.order import entries

__all__ = ["Entry", "Field", "Record", "entries"]
