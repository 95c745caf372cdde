"""Grids of which nothing is left but their words in order: a cell a line, or all in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from salesduty.intake.columns import bare
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage, joined
from salesduty.intake.tables.boxes import Box
from salesduty.intake.tables.entry import Field, Item
from salesduty.intake.tables.facts import words
from salesduty.intake.tables.fitting import Cells
from salesduty.intake.tables.forms import read
from salesduty.intake.tables.grids import TOTAL
from salesduty.intake.tables.headings import Heads, heads, short
from salesduty.intake.tables.rows import Fitted, fitted

_BAR = "|｜"
_BARS = re.compile(r"[|｜]+")
_FEWEST = 3
_MOST = 12
_REACHES, _MARGIN = (60, 400, 2400), 40
"""How many words are looked at: more where the rows found come near to that."""
_NOTE = re.compile(r"备\s*注[:：]|注[:：]")
_FIGURE = re.compile(r"\d{1,4}\s*[%％分]?")


def listed(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:
    """Return the grid whose headings stand one a line from `place`, its cells one a line below them, or None."""
    texts = [line.passage.strip(_BAR).text for line in lines[place : place + _MOST]]
    if _heads(texts[: _headings(texts, lexicon)], lexicon) is None:
        return None
    count, found = _best(lambda a, b: [line.passage.strip(_BAR) for line in lines[place + a : place + b]], texts, lexicon)
    rows, taken = found.rows, found.taken
    if not rows or (len(rows) == 1 and taken < count - 2):
        return None
    below = lines[place + count :]
    head = [Clean(line.line, line.passage.strip(_BAR)) for line in lines[place : place + count]]
    homes = {cell.at[0]: line for line in below[:taken] if (cell := line.passage.strip(_BAR)).text}
    bars = [Field(bar, "", ()) for line in lines[place : place + count + taken] if (bar := _bars(line.passage)).text]
    totals = _totals(below[taken:])
    return [*bars, *read(boxes_of(head, rows, homes), table, lexicon), *totals], count + taken + len(totals)


def _best(cells: Callable[[int, int], Sequence[Passage]], texts: Sequence[str], lexicon: Lexicon) -> tuple[int, Fitted]:
    """Return how many of the first cells are headings, and the rows below: of words that only may be headings as many as fit.

    `cells` returns the words from a place to another one, the headings counted.
    """
    count = _headings(texts, lexicon)
    best: tuple[int, Fitted] = (count, Fitted())
    while count >= _FEWEST:
        known = _heads(texts[:count], lexicon)
        for reach in _REACHES if known is not None else ():
            words = cells(count, count + reach)
            found = fitted(words, counted(known.keys, words) if known is not None else (), lexicon, _stops)
            if found.taken < reach - _MARGIN:
                break
        if known is not None and found.worth > best[1].worth:
            best = (count, found)
        if bare(texts[count - 1]) in lexicon.headings:
            break
        count -= 1
    return best


def counted(keys: Sequence[str], cells: Sequence[Passage]) -> tuple[str, ...]:
    """Return the keys of columns, the first of them that of numbers where its cells count on from 1."""
    if keys[0] in ("number", "weight") or [cell.text for cell in cells[:1]] != ["1"]:
        return tuple(keys)
    again = any(cell.text == "2" for cell in cells[2 : 2 * len(keys) + 2])
    return ("number", *keys[1:]) if again else tuple(keys)


def _bars(passage: Passage) -> Passage:
    """Return the bars around a cell."""
    return joined(passage.cut(match.start(), match.end()) for match in _BARS.finditer(passage.text))


def _totals(lines: Sequence[Clean]) -> list[Item]:
    """Return the lines that add up the rows above them as labels of nothing."""
    found: list[Item] = []
    for line in lines:
        total = not found and TOTAL.match(line.passage.text.strip())
        if not total and not (found and _FIGURE.fullmatch(line.passage.text.strip())):
            break
        found.append(Field(line.passage.strip(), "", ()))
    return found


def run_together(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:
    """Return the grid that stands in one line, headings and cells parted by blanks, with what is around it, or None."""
    line = lines[place]
    pieces = words(line.passage)
    if len(pieces) < _FEWEST * 2:
        return None
    start = 0
    while start < len(pieces):
        texts = [piece.text for piece in pieces[start : start + _MOST]]
        count = _headings(texts, lexicon)
        if _heads(texts[:count], lexicon) is not None:
            count, found = _best(_from(pieces, start), texts, lexicon)
            if found.rows:
                return _with_around(line, pieces, start, count, found, lexicon, table), 1
        start += max(count, 1)
    return None


def _from(pieces: Sequence[Passage], start: int) -> Callable[[int, int], Sequence[Passage]]:
    return lambda first, last: pieces[start + first : start + last]


def _with_around(
    line: Clean, pieces: Sequence[Passage], start: int, count: int, found: Fitted, lexicon: Lexicon, table: int
) -> list[Item]:
    """Read the rows found in a line, and what stands before the headings and behind the last row."""
    begins = [piece.at[0] for piece in pieces]
    at = {number: place for place, number in enumerate(line.passage.at)}
    head = [Clean(line.line, piece) for piece in pieces[start : start + count]]
    homes = dict.fromkeys(begins, line)
    before = line.passage.cut(0, at[begins[start]])
    stop = start + count + found.taken
    after = line.passage.cut(at[begins[stop]] if stop < len(begins) else len(line.passage))
    items: list[Item] = [Clean(line.line, before)] if before.text.strip() else []
    items += read(boxes_of(head, found.rows, homes), table, lexicon)
    if after.text.strip():
        rest = Clean(line.line, after)
        more = run_together([rest], 0, lexicon, table + 1)
        items += more[0] if more else [rest]
    return items


def _headings(texts: Sequence[str], lexicon: Lexicon) -> int:
    """Return how many of the first texts are words for columns."""
    count = 0
    while count < len(texts) and short(texts[count]) and _heading(bare(texts[count]), lexicon, sure=not count):
        count += 1
    return count


def _heading(text: str, lexicon: Lexicon, *, sure: bool) -> bool:
    return text in lexicon.headings or (not sure and not text.isdigit() and any(kind.match(text)[0] for kind in lexicon.columns))


def _heads(texts: Sequence[str], lexicon: Lexicon) -> Heads | None:
    return heads(["".join(text.split()) for text in texts], lexicon) if len(texts) >= _FEWEST else None


def _stops(text: str) -> bool:
    return TOTAL.match(text) is not None or _NOTE.match(text) is not None


def boxes_of(head: Sequence[Clean], rows: Sequence[Cells], homes: dict[int, Clean]) -> list[Box]:
    """Return headings and rows as cells. `homes` tells the line of a word by its first character."""
    found = [Box(0, column, 1, 1, (cell,), heading=True) for column, cell in enumerate(head)]
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            if cell:
                found.append(Box(row, column, 1, 1, tuple(Clean(homes[word.at[0]].line, word) for word in cell)))
    return found
