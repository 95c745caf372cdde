"""Columns of a grid, and what of them only the rows tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from salesduty.intake.tables.boxes import Box

Cover = Mapping[tuple[int, int], Box]
_FIGURE = re.compile(r"[(（]?[约≤≥<>]?\d{1,4}(?:\.\d+)?\s*[%％分]?[)）]?|[一二三四五六七八九十]+分")

_POINTS = re.compile(r"[扣加得减]\s*\d|\d\s*分|[扣加]分|不得分|满分|权重分")


@dataclass(frozen=True, slots=True)
class Slot:
    """A column by its heading, which may lie over several columns: from `first` to before `after`."""

    head: Box | None
    key: str
    first: int
    after: int


def told_apart(slots: tuple[Slot, ...], rows: Sequence[Sequence[Box]], cover: Cover) -> tuple[Slot, ...]:
    """Tell the columns of a table of KPIs apart where headings leave it open: which names them, which has weights."""
    slots = tuple(part for slot in slots for part in _parted(slot, rows, cover))
    keys = [slot.key for slot in slots]
    if keys[0] in ("item", "kind", "name") and _counts(slots[0], rows, cover):
        keys[0] = "number"
    _name(keys, slots, rows, cover)
    for place, slot in enumerate(slots):
        if keys[place] == "weight" and not _figures(slot, rows, cover):
            keys[place] = "grade"
    if "scoring" not in keys and "formula" in keys and _gives_points(slots[keys.index("formula")], rows, cover):
        keys[keys.index("formula")] = "scoring"
    return tuple(replace(slot, key=key) for slot, key in zip(slots, keys, strict=True))


def _parted(slot: Slot, rows: Sequence[Sequence[Box]], cover: Cover) -> tuple[Slot, ...]:
    """Part a column whose heading lies over two, of names and of grades, each with cells of its own."""
    middle = slot.first + 1
    if slot.key not in ("name", "item", "kind") or slot.after - slot.first != 2 or slot.head is None:
        return (slot,)
    own = [cover.get((row[0].row, middle)) is not cover.get((row[0].row, slot.first)) for row in rows if row]
    if sum(own) * 2 < len(own):
        return (slot,)
    return (replace(slot, after=middle), Slot(None, "grade", middle, slot.after))


def _name(keys: list[str], slots: Sequence[Slot], rows: Sequence[Sequence[Box]], cover: Cover) -> None:
    """Find the column of names where headings such as 考核项目 and 考核内容 leave it open.

    Of two, the first is the kind if it reaches over rows that differ in the second; otherwise the second explains the first.
    """
    items = [place for place, key in enumerate(keys) if key == "item"]
    if "name" in keys:
        for place in items:
            keys[place] = "kind" if place < keys.index("name") and "kind" not in keys else "definition"
    elif len(items) > 1:
        first, second = items[:2]
        groups = _filled(slots[first], rows, cover) < _filled(slots[second], rows, cover)
        keys[first], keys[second] = ("kind", "name") if groups and "kind" not in keys else ("name", "definition")
        for place in items[2:]:
            keys[place] = "definition"
    elif items:
        keys[items[0]] = "name"
    elif "kind" in keys:
        keys[keys.index("kind")] = "name"


def _filled(slot: Slot, rows: Sequence[Sequence[Box]], cover: Cover) -> int:
    return len({cover[row[0].row, slot.first] for row in rows if row and (row[0].row, slot.first) in cover})


def _counts(slot: Slot, rows: Sequence[Sequence[Box]], cover: Cover) -> bool:
    """Whether a column only counts the rows."""
    found = [cover[row[0].row, slot.first].text for row in rows if row and (row[0].row, slot.first) in cover]
    return len(found) > 1 and all(text.isdigit() for text in found)


def _gives_points(slot: Slot, rows: Sequence[Sequence[Box]], cover: Cover) -> bool:
    """Whether most of a column says how points are given, whatever its heading: 计算方法 stands over both."""
    found = [cover[row[0].row, slot.first].text for row in rows if row and (row[0].row, slot.first) in cover]
    return sum(_POINTS.search(text) is not None for text in found) * 2 > len(found)


def _figures(slot: Slot, rows: Sequence[Sequence[Box]], cover: Cover) -> bool:
    """Whether most of what stands in a column are figures and nothing else."""
    found = [cover[row[0].row, slot.first].text for row in rows if row and (row[0].row, slot.first) in cover]
    return not found or sum(_FIGURE.fullmatch(text) is not None for text in found) * 2 >= len(found)
