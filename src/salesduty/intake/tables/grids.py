"""Grids: rows under headings, one or two rows of them, with cells that reach over several rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from salesduty.intake.items import Unit, units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY
from salesduty.intake.tables.boxes import Box, whole
from salesduty.intake.tables.entry import Field, Item, Record
from salesduty.intake.tables.headings import Heads, field_of, heads, short
from salesduty.intake.tables.slots import Slot, told_apart

TOTAL = re.compile(
    r"(?:合\s*[计計]|[总總]\s*[计計]|小\s*计|总\s*分|总得分|TOTAL)(?:得分|分数|分值)?(?=$|[\s:：(（\d])", re.IGNORECASE
)
_NOTE = re.compile(r"^(?:注|备注|说明|备註|※|\*|附)[:：]?")
_TO_SIGN = re.compile(r"(?:签字|签名|签章|签认|盖章|簽字|簽名|日期|年月日)[:：]?$")
_CARRIED = frozenset({"post", "department", "kind", "group", "title", "side", "stage"})
_MOST_GAPS = 3
_SIGNED = frozenset({"prepared_by", "reviewed_by", "approved_by", "effective", "version", "document_no", "recruiting"})


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a grid: its columns, the kind of table, and how many rows they take."""

    slots: tuple[Slot, ...]
    kind: str
    rows: int
    boxes: tuple[Box, ...]


def head_of(row: Sequence[Box], cover: Mapping[tuple[int, int], Box], width: int, lexicon: Lexicon) -> Head | None:
    """Return the headings that begin in `row`, or None where it is no row of headings. `width` counts the columns."""
    if not all(short(box.text) for box in row) or _gaps(row) * _MOST_GAPS > len(row):
        return None
    top, deep = row[0].row, max(box.rows for box in row)
    deep = deep if any(box.rows < deep for box in row) else 1
    leaves: list[tuple[Box | None, int]] = []
    for column in range(width):
        box = cover.get((top + deep - 1, column)) or cover.get((top, column))
        if not leaves or box is not leaves[-1][0]:
            leaves.append((box, column))
    boxes = tuple(dict.fromkeys(box for line in range(deep) for c in range(width) if (box := cover.get((top + line, c)))))
    if not all(short(box.text) for box in boxes):
        return None
    found = _read([box.text if box else "" for box, _ in leaves], leaves, cover, top, lexicon)
    if found is None:
        return None
    ends = [*(column for _, column in leaves[1:]), width]
    slots = tuple(Slot(box, key, first, end) for (box, first), key, end in zip(leaves, found.keys, ends, strict=True))
    return Head(slots, found.kind, deep, boxes)


def _gaps(row: Sequence[Box]) -> int:
    return sum(after.column > box.column + box.columns for box, after in pairwise(row))


def _read(
    texts: list[str], leaves: Sequence[tuple[Box | None, int]], cover: Mapping[tuple[int, int], Box], top: int, lexicon: Lexicon
) -> Heads | None:
    """Read the lowest headings; where they say nothing, with the one above, as in 工作关系 over 内部 and 外部."""
    above = [cover.get((top, column)) for _, column in leaves]
    full = [
        text if over is None or over is leaf or not text else over.text + text
        for text, over, (leaf, _) in zip(texts, above, leaves, strict=True)
    ]
    found = [each for each in (heads(texts, lexicon), heads(full, lexicon)) if each is not None]
    return max(found, key=lambda each: each.sure, default=None)


def grid(
    head: Head, rows: Sequence[Sequence[Box]], cover: Mapping[tuple[int, int], Box], table: int, lexicon: Lexicon
) -> tuple[list[Item], int]:
    """Return what the rows below `head` say, and how many of them belong to it."""
    if head.kind == "kpi":
        head = replace(head, slots=told_apart(head.slots, rows, cover))
    reading = _Grid(head, cover, table, lexicon, [], {}, {})
    for place, row in enumerate(rows):
        if not reading.take(row, last=place + 1 == len(rows)):
            break
    else:
        place = len(rows)
    reading.items = _without_remarks(reading.items, rows)
    if not any(isinstance(item, Record) for item in reading.items):
        reading.items[:0] = [Field(box.passage, "", ()) for box in head.boxes]
    else:
        leaves = {slot.head for slot in head.slots}
        reading.items[:0] = [Field(box.passage, "", ()) for box in head.boxes if box not in leaves]
    return reading.items, place


def _without_remarks(items: Sequence[Item], rows: Sequence[Sequence[Box]]) -> list[Item]:
    """Make records at the end of a table of KPIs lines again where they have nothing but a name, unlike those above."""
    lines = {row[0].row: [line for box in row for line in box.lines] for row in rows if row}
    kept, tail = list(items), list[Item]()
    if not any(isinstance(item, Record) and _said(item) > 1 for item in kept):
        return kept
    while isinstance(last := kept[-1], Clean) or (isinstance(last, Record) and last.kind == "kpi" and _said(last) == 1):
        tail[:0] = [kept.pop()] if isinstance(last, Clean) else lines[kept.pop().row]  # type: ignore[union-attr]
    return kept + tail


def _said(record: Record) -> int:
    return sum(bool(field.units) for field in record.fields if field.key not in ("number", "group"))


@dataclass(slots=True)
class _Grid:
    head: Head
    cover: Mapping[tuple[int, int], Box]
    table: int
    lexicon: Lexicon
    items: list[Item]
    before: dict[str, tuple[Unit, ...]]
    cached: dict[tuple[Box, ...], tuple[Unit, ...]]

    def take(self, row: Sequence[Box], *, last: bool) -> bool:
        """Take in a row; return False where it does not belong to this grid any more."""
        texts = [box.text for box in row]
        if texts == [box.text for box in self.head.boxes]:
            self.items.extend(Field(box.passage, "", ()) for box in row)
        elif any(TOTAL.match(text) for text in texts[:2]):
            self.items.append(Field(whole(row), "", ()))
        elif self._ends(row):
            return False
        elif self._alone(row):
            self._bar(row[0], last)
        else:
            self._record(row)
        return True

    def _ends(self, row: Sequence[Box]) -> bool:
        known = [field_of(box.text, self.lexicon) for box in row]
        if all(_TO_SIGN.search(box.text) for box in row):
            return True
        if len(row) == 1:
            return known[0] is not None and self._alone(row)
        if _SIGNED & {each for each in known if each} or self._lies_over(row[0]):
            return True
        width = self.head.slots[-1].after
        cover = {(row[0].row, column): box for box in row for column in range(box.column, box.column + box.columns)}
        if known[0] is not None and not self._fits(row):
            return True
        return head_of(row, cover, width, self.lexicon) is not None and self._other_heads(row)

    def _lies_over(self, box: Box) -> bool:
        """Whether a label, of a remark or a signature, lies over several columns of which each has cells of its own above."""
        return short(box.text) and sum(box.column <= slot.first < box.column + box.columns for slot in self.head.slots) > 1

    def _other_heads(self, row: Sequence[Box]) -> bool:
        """Whether a row that could be headings is not rather one of values, which have figures and names in them."""
        return not any(character.isdigit() for box in row for character in box.text)

    def _fits(self, row: Sequence[Box]) -> bool:
        starts = {slot.first for slot in self.head.slots}
        return all(box.column in starts for box in row)

    def _alone(self, row: Sequence[Box]) -> bool:
        """Whether a row is one cell that reaches over several columns, or stands where nothing comes down from above."""
        box = row[0]
        if len(row) > 1 or any(self.cover.get((box.row, slot.first), box) is not box for slot in self.head.slots):
            return False
        own = next((slot for slot in self.head.slots if slot.first <= box.column < slot.after), None)
        return own is None or box.columns > own.after - own.first or (own.key in ("number", "") and len(self.head.slots) > 1)

    def _bar(self, box: Box, last: bool) -> None:
        if last or _NOTE.match(box.text) or not short(box.text):
            self.items.extend(box.lines)
            return
        self.before["group"] = self._units((box,))

    def _record(self, row: Sequence[Box]) -> None:
        fields = []
        for slot in self.head.slots:
            columns = range(slot.first, slot.after)
            found = tuple(dict.fromkeys(box for c in columns if (box := self.cover.get((row[0].row, c)))))
            read = self._units(found)
            if slot.key in _CARRIED:
                read = read or self.before.get(slot.key, ())
                self.before[slot.key] = read
            if slot.head is not None or read:
                fields.append(Field(slot.head.passage if slot.head else EMPTY, slot.key, read))
        if "group" in self.before:
            fields.append(Field(EMPTY, "group", self.before["group"]))
        self.items.append(Record(tuple(fields), self.table, row[0].row, self.head.kind))

    def _units(self, boxes: tuple[Box, ...]) -> tuple[Unit, ...]:
        if boxes not in self.cached:
            self.cached[boxes] = tuple(unit for box in boxes for unit in units(box.lines, self.lexicon))
        return self.cached[boxes]
