"""Words in a row to the columns of a table: by what can only stand in one of them, such as numbers in order and weights."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import Passage

Cells = list[list[Passage]]
"""What stands in each column of a row."""
_WEIGHT = re.compile(r"[(（]?\d{1,3}(?:\.\d+)?\s*[%％分]?[)）]?")
_HEADS = re.compile(r"\d{1,3}(?:\s*[-~至]\s*\d{1,3})?\s*[人名个位]?|若干[人名]?")
_ROUND = r"(?:每?[年季月周日旬]度?|半年度?)"
_CYCLE = re.compile(rf"(?:{_ROUND}|不定期|随时|每[天日周月年]\S{{0,4}}|实时|按次)(?:[/、及或]{_ROUND})*(?:度|考核)?")
_LONG = ("scoring", "text", "qualifications", "formula", "standard", "definition", "acceptance", "target", "dont", "limit")
_CARRIED = frozenset({"kind", "department", "title", "side", "stage", "item"})
_ANCHORS = ("number", "weight", "headcount", "cycle", "cadence", "post")
_MOST_EXTRA = 8
_LONGEST_POST = 12
_MOST_LAST = 4


def anchor(keys: Sequence[str], lexicon: Lexicon) -> tuple[int, Callable[[str, int], bool]] | None:
    """Return the column by which rows are told apart, and whether a text can stand there in row `n`; None for no such column."""
    for key in _ANCHORS:
        if key in keys:
            return keys.index(key), fits(key, lexicon)
    return None


def fits(key: str, lexicon: Lexicon) -> Callable[[str, int], bool]:
    """Return whether a text can stand in a column `key` in row `n`, counted from 1."""
    if key == "number":
        return lambda text, n: text.strip(" 、.．()（）") == str(n)
    if key == "post":
        return lambda text, _: len(text) <= _LONGEST_POST and text.endswith(lexicon.endings)
    pattern = _WEIGHT if key == "weight" else _HEADS if key == "headcount" else _CYCLE
    return lambda text, _: pattern.fullmatch(text) is not None


def fitted(
    words: Sequence[Passage], keys: Sequence[str], lexicon: Lexicon, stops: Callable[[str], bool]
) -> tuple[list[Cells], int]:
    """Return rows of cells that `words` make, and how many of the words they take. Columns to be filled in stay empty."""
    found = anchor(keys, lexicon)
    columns = [place for place, key in enumerate(keys) if key != "fill"]
    if found is None or found[0] not in columns:
        return [], 0
    at, can = columns.index(found[0]), found[1]
    end = next((n for n, word in enumerate(words) if stops(word.text)), len(words))
    texts = [word.text for word in words[:end]]
    carried = 1 if at and keys[columns[0]] in _CARRIED else 0
    places = _anchors(texts, at, len(columns) - at - 1, carried, can)
    rows: list[Cells] = []
    begin = 0
    for n, place in enumerate(places):
        after = places[n + 1] if n + 1 < len(places) else None
        behind = len(columns) - at - 1
        if after is None:
            needed = _needed(texts[place + 1 :], [keys[column] for column in columns[at + 1 :]], lexicon)
            told = end < len(words) and end - place - 1 <= needed + _MOST_LAST
            stop = end if told else min(end, place + 1 + needed)
        else:
            gap = after - place - 1
            stop = after - (at - carried if carried and gap == behind + at - 1 else min(at, gap))
        cells: Cells = [[] for _ in keys]
        before = list(words[begin:place])
        shift = 1 if carried and len(before) < at else 0
        spread(before, columns[shift:at], keys, lexicon, cells)
        cells[columns[at]] = [words[place]]
        spread(list(words[place + 1 : stop]), columns[at + 1 :], keys, lexicon, cells)
        rows.append(cells)
        begin = stop
    return rows, begin


def _needed(texts: Sequence[str], keys: Sequence[str], lexicon: Lexicon) -> int:
    """Return how many words the last row takes: a word a column, more only before one that is known when it is seen."""
    for key in ("cycle", "cadence", "weight"):
        if key in keys:
            can = fits(key, lexicon)
            seen = next((n for n, text in enumerate(texts[: len(keys) + 3]) if can(text, 0)), None)
            if seen is not None:
                return seen + len(keys) - keys.index(key)
    return len(keys)


def _anchors(texts: Sequence[str], before: int, behind: int, carried: int, can: Callable[[str, int], bool]) -> list[int]:
    """Return the places of the words by which rows are told apart, one a row."""
    found = [n for n in (before, before + 1, before + 2) if n < len(texts) and can(texts[n], 1)][:1]
    period = before + behind + 1
    while found:
        last, n = found[-1], len(found) + 1
        steps = [
            period,
            *([period - 1] if carried else []),
            *range(period + 1, period + _MOST_EXTRA),
            *range(period - 1, max(before, 1), -1),
        ]
        following = next((last + step for step in steps if last + step < len(texts) and can(texts[last + step], n)), None)
        if following is None:
            return found
        found.append(following)
    return found


def spread(words: list[Passage], columns: Sequence[int], keys: Sequence[str], lexicon: Lexicon, cells: Cells) -> None:
    """Put `words` into `columns` of `cells`, in order; of more words than columns the column with long texts takes the rest."""
    if not columns:
        return
    if len(words) != len(columns):
        for key in ("cycle", "cadence", "weight", "headcount"):
            place = next((n for n, column in enumerate(columns) if keys[column] == key), None)
            can = fits(key, lexicon)
            seen = [n for n, word in enumerate(words) if can(word.text, 0)]
            if place is not None and len(seen) == 1:
                spread(words[: seen[0]], columns[:place], keys, lexicon, cells)
                cells[columns[place]] = [words[seen[0]]]
                spread(words[seen[0] + 1 :], columns[place + 1 :], keys, lexicon, cells)
                return
    extra = len(words) - len(columns)
    wide = next((n for key in _LONG for n, column in enumerate(columns) if keys[column] == key), 0)
    for n, column in enumerate(columns):
        take = 1 + extra if n == wide and extra > 0 else 1
        cells[column] = words[:take]
        words = words[take:]
