"""A document's lines in order: tables read as tables, everything else as units."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from salesduty.intake.items import Unit, units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.tables.boxes import boxed
from salesduty.intake.tables.entry import Entry, Item
from salesduty.intake.tables.flat import flattened
from salesduty.intake.tables.forms import read

_FLAT = 1_000_000
"""Tables found in plain text are numbered from here, so that none has the number of one with cells."""


def entries(lines: Sequence[Clean], lexicon: Lexicon) -> tuple[Entry, ...]:
    """Return the document as units, fields and records, in reading order."""
    items: list[Item] = []
    for in_table, run in groupby(lines, key=lambda each: each.line.cell is not None):
        here = list(run)
        items += _tables(here, lexicon) if in_table else flattened(here, lexicon, _FLAT + len(items))
    return tuple(_placed(items, units([item for item in items if isinstance(item, Clean)], lexicon)))


def _tables(lines: Iterable[Clean], lexicon: Lexicon) -> Iterator[Item]:
    """Yield what the tables among `lines`, all of which stand in one, say."""
    tables: dict[int, list[Clean]] = {}
    for line in lines:
        tables.setdefault(line.line.cell.table if line.line.cell else -1, []).append(line)
    for number, found in tables.items():
        yield from read(boxed(found), number, lexicon)


def _placed(items: Sequence[Item], found: Sequence[Unit]) -> Iterator[Entry]:
    """Yield the items with units in place of lines: each unit where the line stands in which it begins."""
    order = sorted(
        (item.passage.at[0], place) for place, item in enumerate(items) if isinstance(item, Clean) and item.passage.text
    )
    begins = [begin for begin, _ in order]
    inside: dict[int, list[Unit]] = {}
    for unit in found:
        first = next((each.at[0] for each in (unit.mark, unit.body, unit.end) if each.text), None)
        place = order[bisect_right(begins, first) - 1][1] if first is not None and begins else 0
        inside.setdefault(place, []).append(unit)
    for place, item in enumerate(items):
        if isinstance(item, Clean):
            yield from inside.get(place, ())
        else:
            yield item
