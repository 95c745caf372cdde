"""Tables read from top to bottom: labels with values beside them, sections over the whole width, and grids among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from salesduty.intake.columns import bare
from salesduty.intake.items import Unit, units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY
from salesduty.intake.tables.boxes import Box, covering, rows_of, turned
from salesduty.intake.tables.duties import numbered, opens_duty
from salesduty.intake.tables.entry import Field, Item
from salesduty.intake.tables.facts import FACTS
from salesduty.intake.tables.grids import grid, head_of
from salesduty.intake.tables.headings import field_of, short

_COLON = re.compile(r"[:：]$")
_LONGEST_LABEL = 12
_FEWEST = 2
_DEEPEST = 6
_LISTS = frozenset({"duties", "functions"})
_KPI, _OF_APPRAISAL = "kpi", frozenset({"cycle", "fill", "post"})
"""The kind of table that is filled in for an appraisal, and what its columns say of the appraisal itself."""


def read(boxes: Sequence[Box], table: int, lexicon: Lexicon) -> list[Item]:
    """Return what a table says: fields, records, and lines that are no more than lines."""
    return _Table(table, lexicon).read(boxes, "", 0)


@dataclass(frozen=True, slots=True)
class _Table:
    table: int
    lexicon: Lexicon

    def read(self, boxes: Sequence[Box], section: str, depth: int) -> list[Item]:
        """Read an area that stands in `section`, the field that its label or the bar above announces, `depth` labels deep."""
        if not boxes or depth > _DEEPEST:
            return [line for box in boxes for line in box.lines]
        if self._lies(boxes):
            boxes = turned(boxes)
        cover, by_row = covering(boxes), rows_of(boxes)
        left, width = min(box.column for box in boxes), max(box.column + box.columns for box in boxes)
        if left:
            boxes = [replace(box, column=box.column - left) for box in boxes]
            cover, by_row, width = covering(boxes), rows_of(boxes), width - left
        numbers, labels = list(by_row), self._label_columns(by_row.values())
        items: list[Item] = []
        place = 0
        while place < len(numbers):
            row = by_row[numbers[place]]
            if len(row) > 1 and (head := head_of(row, cover, width, self.lexicon)) is not None:
                below = next((p for p in range(place, len(numbers)) if numbers[p] >= numbers[place] + head.rows), len(numbers))
                found, taken = grid(head, [by_row[number] for number in numbers[below:]], cover, self.table, self.lexicon)
                if taken or not any(field_of(box.text, self.lexicon) for box in row):
                    items += found
                    place = below + taken
                    continue
            tall = row[0].rows if len(row) > 1 or row[0].columns < width else 1
            after = next((p for p in range(place + 1, len(numbers)) if numbers[p] >= numbers[place] + tall), len(numbers))
            if after > place + 1:
                inside = [box for number in numbers[place:after] for box in by_row[number] if box is not row[0]]
                items += self._beside(row[0], inside, section, depth)
                place = after
                continue
            if len(row) == 1 and (key := field_of(row[0].text, self.lexicon)) is not None:
                section = key
                items += row[0].lines
            else:
                items += self._row(row, labels, section)
            place += 1
        return items

    def _lies(self, boxes: Sequence[Box]) -> bool:
        """Whether a grid has its headings in the first column: a row of names, each with what is said of it below."""
        by_row = list(rows_of(boxes).values())
        if len(by_row) < _FEWEST or any(len(row) < _FEWEST + 1 for row in by_row[:1]):
            return False
        keys = [field_of(row[0].text, self.lexicon) for row in by_row]
        if sum(key is not None for key in keys) * 10 < len(keys) * 8 or any(row[0].column for row in by_row):
            return False
        rest = [field_of(box.text, self.lexicon) for row in by_row for box in row[1:]]
        names = next((row[1:] for row, key in zip(by_row, keys, strict=True) if key == "name"), ())
        named = len(names) >= _FEWEST and all(short(box.text) for box in names)
        return named and not any(rest) and all(box.rows == 1 for box in boxes)

    def _label_columns(self, rows: Iterable[Sequence[Box]]) -> frozenset[int]:
        """Return the columns in which labels stand: those where at least half of what is short is known as one."""
        seen: dict[int, list[bool]] = {}
        for row in rows:
            if len(row) > 1:
                for box in row:
                    seen.setdefault(box.column, []).append(field_of(box.text, self.lexicon) is not None)
        return frozenset(
            column for column, known in seen.items() if sum(known) >= _FEWEST and sum(known) * 2 >= len(known)
        )  # fmt: skip

    def _is_label(self, box: Box, columns: frozenset[int]) -> bool:
        text = box.text
        if field_of(text, self.lexicon) is not None or _appraises(text, self.lexicon):
            return True
        if not short(text) or len(text) > _LONGEST_LABEL or opens_duty(text):
            return False
        return box.heading or bool(_COLON.search(text)) or (box.column in columns and not any(map(str.isdigit, text)))

    def _fills(self, label: Box, box: Box, rest: Sequence[Box]) -> bool:
        """Whether `box` is what is filled in beside `label`, though labels stand in its column in other rows."""
        if box.column != label.column + label.columns or box.heading or _COLON.search(box.text):
            return False
        unknown = field_of(box.text, self.lexicon) is None and not _appraises(box.text, self.lexicon)
        return unknown and (not rest or field_of(rest[0].text, self.lexicon) is not None)

    def _row(self, row: Sequence[Box], columns: frozenset[int], section: str) -> list[Item]:
        """Read a row of labels, each with the cells up to the next one."""
        if len(row) > 1 and opens_duty(row[0].text):
            return numbered(row[0], row[1:], self.lexicon)
        items: list[Item] = []
        label: Box | None = None
        values: list[Clean] = []
        for place, box in enumerate(row):
            if label is not None and not values and self._fills(label, box, row[place + 1 :]):
                values += box.lines
                continue
            fact = label is not None and bool(values) and field_of(label.text, self.lexicon) in FACTS
            strange = fact and short(box.text) and not any(map(str.isdigit, box.text)) and box is not row[-1]
            if (len(row) > 1 or box.heading) and (strange or self._is_label(box, columns)):
                items += self._field(label, values, section)
                label, values = box, []
            else:
                values += box.lines
        return items + self._field(label, values, section)

    def _field(self, label: Box | None, values: list[Clean], section: str) -> list[Item]:
        if label is None:
            return list(values)
        key = field_of(label.text, self.lexicon)
        if key is None and section in _LISTS and values:
            return [Field(EMPTY, section, tuple(nested(units(label.lines, self.lexicon), units(values, self.lexicon))))]
        return [Field(label.passage, key or section, units(values, self.lexicon))]

    def _beside(self, label: Box, inside: Sequence[Box], section: str, depth: int) -> list[Item]:
        """Read what stands beside a cell that reaches over several rows."""
        key = field_of(label.text, self.lexicon)
        if opens_duty(label.text):
            return numbered(label, inside, self.lexicon)
        found = self.read(inside, key or section, depth + 1)
        lines = [item for item in found if isinstance(item, Clean)]
        if key is not None:
            if len(lines) == len(found):
                return [Field(label.passage, key, units(lines, self.lexicon))]
            return [*label.lines, *found]
        if section and short(label.text) and len(lines) == len(found):
            title = list(units(label.lines, self.lexicon))
            return [Field(EMPTY, section, tuple(nested(title, units(lines, self.lexicon))))]
        return [*label.lines, *found]


def _appraises(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell asks who appraises whom and when: 被考核人, 考核人, 考核周期."""
    return any(kind.name == _KPI and kind.words.get(bare(text)) in _OF_APPRAISAL for kind in lexicon.columns)


def nested(title: Sequence[Unit], below: Sequence[Unit]) -> Iterable[Unit]:
    """Yield `title` and the units `below` it one level deeper."""
    yield from (replace(unit, depth=0) for unit in title[:1])
    yield from (replace(unit, depth=1) for unit in title[1:])
    yield from (replace(unit, depth=max(unit.depth, 0) + 1) for unit in below)
