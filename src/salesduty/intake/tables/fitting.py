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
_ANCHORS = ("number", "weight", "headcount", "cycle", "cadence", "post")
_LONGEST_POST = 12


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
