"""Rows of a grid written one below the other as labels with their values, the same labels again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from salesduty.intake.columns import bare
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage
from salesduty.intake.tables.boxes import Box
from salesduty.intake.tables.entry import Field, Item
from salesduty.intake.tables.forms import read
from salesduty.intake.tables.headings import heads

_PAIR = re.compile(r"\s*(?:[-•·*]\s*)?([^:：\s][^:：]{0,11})\s*[:：]\s*(?=\S)")
_KINDS = frozenset({"kpi", "step", "promise", "authority"})
_FEWEST = 2
_WIDEST = 12
_MOST = 2000


def repeated(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:
    """Return the grid of which line `place` begins the first row, as in `指标名称：回款率` with `权重：30%` below it, or None."""
    first = _pair(lines[place], lexicon)
    if first is None or not _promises(lines[place : place + _WIDEST], lexicon):
        return None
    rows: list[dict[str, tuple[Clean, Passage, Passage]]] = []
    start = bare(first[0].text)
    stop = place
    while stop < min(len(lines), place + _MOST) and (pair := _pair(lines[stop], lexicon)) is not None:
        key = bare(pair[0].text)
        if key == start or not rows or key in rows[-1]:
            if key != start:
                break
            rows.append({})
        rows[-1][key] = (lines[stop], *pair)
        stop += 1
    labels = list(dict.fromkeys(key for row in rows for key in row))
    found = heads([next(row[key][1].text for row in rows if key in row) for key in labels], lexicon)
    if len(rows) < _FEWEST or found is None:
        return None
    boxes: list[Box] = []
    spare: list[Item] = []
    told: set[str] = set()
    for number, row in enumerate(rows, 1):
        for key, (line, label, value) in row.items():
            column = labels.index(key)
            if key in told:
                spare.append(Field(label, "", ()))
            else:
                boxes.append(Box(0, column, 1, 1, (Clean(line.line, label),), heading=True))
                told.add(key)
            boxes.append(Box(number, column, 1, 1, (Clean(line.line, value),)))
    return [*spare, *read(boxes, table, lexicon)], stop - place


def _promises(lines: Sequence[Clean], lexicon: Lexicon) -> bool:
    """Whether labels up to where the first one comes again make a table."""
    labels: list[str] = []
    for line in lines:
        pair = _pair(line, lexicon)
        if pair is None:
            return False
        if labels and bare(pair[0].text) == bare(labels[0]):
            found = heads(labels, lexicon)
            return found is not None and found.kind in _KINDS
        labels.append(pair[0].text)
    return False


def _pair(line: Clean, lexicon: Lexicon) -> tuple[Passage, Passage] | None:
    match = _PAIR.match(line.passage.text)
    if match is None or bare(match[1]) not in lexicon.headings:
        return None
    return line.passage.cut(*match.span(1)), line.passage.cut(match.end()).strip()
