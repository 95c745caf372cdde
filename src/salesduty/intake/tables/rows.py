"""Rows of a table of which only the words in order are left: where each row begins and which words its columns take.

The cheapest way from the first word to the last is looked for. What costs: a word that does not look like what stands in its
column, several words in one column, a column without a word. A row that costs too much is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import Passage
from salesduty.intake.tables.fitting import Cells, anchor, fits

_EXACT = ("number", "weight", "points", "headcount", "cycle", "cadence", "post")
_CARRIED = frozenset({"kind", "department", "title", "side", "stage", "item", "grade"})
_LONG = frozenset(
    {"scoring", "text", "qualifications", "formula", "standard", "definition", "acceptance", "dont", "limit", "item", "grade"}
)
_FIGURE = re.compile(r"[(（]?[≥≤＞＜<>=约]*\s*\d[\d.,]*\s*[%％分次天件个万元人项]*(?:/\S)?[)）]?")
_POINTS = re.compile(r"[扣加减]\s*\d|每.{1,16}[扣加减得]|得\s*\d|不得分|满分|得满分|扣完|扣分|加分")
_GOES_ON = re.compile(r"[(（]?\d{1,2}[)）、.．]\s*\S|[①-⑳；;，,]")
_ENDS = "；;，,、"
_ROW = 3.0
"""What a row may cost. The costs below are such that one thing amiss is still a row, two are none."""
_STRANGE, _NOT_IT = 5.0, 2.0
_EMPTY, _CARRIED_DOWN, _MORE, _MORE_OF_SHORT = 1.6, 0.5, 0.6, 1.3
_MOST = 10


@dataclass(frozen=True, slots=True)
class _Columns:
    keys: tuple[str, ...]
    can: tuple[Callable[[str, int], bool] | None, ...]

    def word(self, column: int, text: str, row: int, first: bool) -> float:
        """Return what it costs to have `text` in a column of row `row`, as its first word or a later one."""
        key, can = self.keys[column], self.can[column]
        if can is not None:
            return (0.0 if can(text, row) else _STRANGE) if first else _STRANGE
        cost = 0.0 if first else _MORE if key in _LONG else _MORE_OF_SHORT
        scores = _POINTS.search(text) is not None
        if scores and key not in ("scoring", "standard", "formula", "text", "grade", "acceptance", "measure", "definition"):
            cost += _NOT_IT
        if key == "scoring" and not scores:
            cost += 0.3
        if _FIGURE.fullmatch(text) is not None and key not in ("target", "standard", "limit", "sla", "amount", "fill", "share"):
            cost += 1.0
        return cost

    def empty(self, column: int, row: int) -> float:
        """Return what it costs to have nothing in a column."""
        key = self.keys[column]
        if self.can[column] is not None:
            return _STRANGE if key != "cycle" else _NOT_IT
        return _CARRIED_DOWN if key in _CARRIED and row > 1 else _EMPTY


@dataclass(frozen=True, slots=True)
class Fitted:
    """Rows of cells, how many words they take, and how well they fit: the more the better."""

    rows: Sequence[Cells] = ()
    taken: int = 0
    worth: float = 0.0


def fitted(words: Sequence[Passage], keys: Sequence[str], lexicon: Lexicon, stops: Callable[[str], bool]) -> Fitted:
    """Return the rows of cells that `words` make. Columns to be filled in stay empty."""
    places = [place for place, key in enumerate(keys) if key != "fill"]
    told = [keys[place] for place in places]
    if anchor(told, lexicon) is None:
        return Fitted()
    end = next((n for n, word in enumerate(words) if stops(word.text)), len(words))
    columns = _Columns(tuple(told), tuple(fits(key, lexicon) if key in _EXACT else None for key in told))
    takes, worth = _cheapest([word.text for word in words[:end]], columns)
    rows: list[Cells] = []
    at = 0
    for take in takes:
        cells: Cells = [[] for _ in keys]
        for place, count in zip(places, take, strict=True):
            cells[place] = list(words[at : at + count])
            at += count
        rows.append(cells)
    if rows and keys[places[-1]] == "scoring":
        while at < end and _scores_on(rows[-1][places[-1]], words[at].text):
            rows[-1][places[-1]].append(words[at])
            at += 1
    return Fitted(rows, at, worth)


def _scores_on(cell: Sequence[Passage], text: str) -> bool:
    """Whether a word behind the last row still belongs to the scoring in its last column."""
    if not cell or _POINTS.search(text) is None:
        return False
    return cell[-1].text.endswith(tuple(_ENDS)) or _GOES_ON.match(text) is not None


def _cheapest(texts: Sequence[str], columns: _Columns) -> tuple[list[tuple[int, ...]], float]:
    """Return how many words each column takes, row by row, on the way with the most rows for what it costs."""
    ends: dict[int, tuple[float, int, int, tuple[int, ...]]] = {}
    starts: dict[int, tuple[float, int]] = {0: (0.0, 1)}
    for begin in range(len(texts)):
        if begin not in starts:
            continue
        before, row = starts[begin]
        for stop, (cost, take) in _row(texts, begin, row, columns).items():
            total = before + cost - _ROW
            if cost < _ROW and (stop not in ends or total < ends[stop][0]):
                ends[stop] = (total, row, begin, take)
                starts[stop] = (total, row + 1)
    if not ends:
        return [], 0.0
    at = min(ends, key=lambda stop: (ends[stop][0], stop))
    found: list[tuple[int, ...]] = []
    worth = -ends[at][0]
    while at:
        _, _, begin, take = ends[at]
        found.append(take)
        at = begin
    return found[::-1], worth


def _row(texts: Sequence[str], begin: int, row: int, columns: _Columns) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Return where a row that begins at `begin` may end, what that costs at least, and how many words each column takes."""
    ways: dict[int, tuple[float, tuple[int, ...]]] = {begin: (0.0, ())}
    for column in range(len(columns.keys)):
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        for at, (cost, take) in ways.items():
            spent, count = cost + columns.empty(column, row), 0
            while spent < _ROW or (count == 0 and cost < _ROW):
                if spent < _ROW and (at + count not in after or spent < after[at + count][0]):
                    after[at + count] = (spent, (*take, count))
                if at + count >= len(texts) or count >= _MOST:
                    break
                word = columns.word(column, texts[at + count], row, not count)
                spent = (cost if not count else spent) + word
                count += 1
        ways = after
    ways.pop(begin, None)
    return ways
