"""Lines whose columns are parted by tabs, bars or wide blanks; and lines of words below a line of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from salesduty.intake.columns import bare
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage, joined
from salesduty.intake.tables.boxes import Box
from salesduty.intake.tables.entry import Field, Item
from salesduty.intake.tables.facts import words
from salesduty.intake.tables.fitting import Cells, anchor, spread
from salesduty.intake.tables.forms import read
from salesduty.intake.tables.headings import Heads, heads
from salesduty.intake.tables.listed import boxes_of

_PARTED = re.compile(r"\S(?:\t| {2,}|\u3000+| *[|｜])")
_GAP = re.compile(r" *[|｜] *| *\t *| {2,}|\u3000+")
_BAR = re.compile(r"[|｜]")
_RULE = re.compile(r"[-=:：─—+|｜\s]+")
_MOST_ROWS = 2000
_FEWEST = 2
_SURE = 3


def pieces(passage: Passage) -> list[tuple[int, Passage]]:
    """Return what stands in the columns of a line, each with the number of its column."""
    bars = "|" in passage.text or "｜" in passage.text
    whole = passage.cut(0, len(passage.text.rstrip()))
    whole = _framed(whole.strip()) if bars else whole if whole.text[:1] == "\t" else whole.strip()
    found, start, column = [], 0, 0
    for match in [*_GAP.finditer(whole.text), None]:
        piece = whole.cut(start, match.start() if match else None).strip()
        if piece.text:
            found.append((column, piece))
        column += max(1, match[0].count("\t")) if match else 0
        start = match.end() if match else 0
    return found


def _framed(whole: Passage) -> Passage:
    """Return a line without the bar at each of its ends; empty cells beside them keep theirs."""
    return whole.cut(whole.text[:1] in "|｜", len(whole) - (len(whole) > 1 and whole.text[-1:] in "|｜"))


def columned(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:
    """Return the table that begins in line `place` with its columns parted, and how many lines it takes; None for none.

    Rows belong together as long as they stand together: what begins in the midst of them has been looked at before.
    """
    text = lines[place].passage.text
    if _PARTED.search(text) is None or (place and len(pieces(lines[place - 1].passage)) >= _FEWEST):
        return _spaced(lines, place, lexicon, table)
    stop = place
    rows: list[tuple[Clean, list[tuple[int, Passage]]]] = []
    while stop < min(len(lines), place + _MOST_ROWS):
        found = pieces(lines[stop].passage)
        if len(found) < _FEWEST and not (_RULE.fullmatch(lines[stop].passage.text) or _goes_on(lines, stop, rows)):
            break
        rows.append((lines[stop], found))
        stop += 1
    head = next(
        (n for n, (_, row) in enumerate(rows[:-1]) if len(row) >= _FEWEST and heads([_bare(piece) for _, piece in row], lexicon)),
        None,
    )
    labels = sum(lexicon.field(piece.text) is not None for _, row in rows if len(row) >= _FEWEST for _, piece in row[::2])
    if head is None and (labels < _FEWEST or labels * 3 < len(rows)):
        return _spaced(lines, place, lexicon, table)
    boxes, rules = _boxes(rows, head, lexicon)
    return [*rules, *read(boxes, table, lexicon)], stop - place


def _bare(piece: Passage) -> str:
    return "".join(piece.text.split())


def _goes_on(lines: Sequence[Clean], stop: int, rows: Sequence[tuple[Clean, list[tuple[int, Passage]]]]) -> bool:
    """Whether a line that is no row stands between two rows, as the name of a group does."""
    if not rows or stop + 1 >= len(lines) or len(lines[stop].passage) > 16:
        return False
    after = pieces(lines[stop + 1].passage)
    return len(after) > _FEWEST and len(after) == max(len(row) for _, row in rows)


def _boxes(
    rows: Sequence[tuple[Clean, list[tuple[int, Passage]]]], head: int | None, lexicon: Lexicon
) -> tuple[list[Box], list[Item]]:
    width = max(column for _, row in rows for column, _ in row) + 1 if any(row for _, row in rows) else 1
    known = heads([_bare(piece) for _, piece in rows[head][1]], lexicon) if head is not None else None
    boxes: list[Box] = []
    rules: list[Item] = []
    for number, (line, row) in enumerate(rows):
        bars = [line.passage.cut(match.start(), match.end()) for match in _BAR.finditer(line.passage.text)]
        rules += [Field(joined(bars), "", ())] if bars and row else []
        if _RULE.fullmatch(line.passage.text):
            rules.append(Field(line.passage, "", ()))
        elif len(row) == 1:
            boxes.append(Box(number, 0, 1, width, (Clean(line.line, row[0][1]),)))
        elif known is not None and head is not None and number > head and _loose(line, row, known):
            cells: Cells = [[] for _ in known.keys]
            spread([piece for _, piece in row], _open(len(row), known), known.keys, lexicon, cells)
            boxes += [
                Box(number, column, 1, 1, tuple(Clean(line.line, piece) for piece in cell))
                for column, cell in enumerate(cells)
                if cell
            ]
        else:
            boxes += [Box(number, column, 1, 1, (Clean(line.line, piece),)) for column, piece in row]
    return boxes, rules


def _loose(line: Clean, row: Sequence[tuple[int, Passage]], known: Heads) -> bool:
    """Whether only the order of the words tells in which columns they stand: an empty cell left nothing behind."""
    return len(row) != len(known.keys) and not set("\t|｜") & set(line.passage.text)


def _open(count: int, known: Heads) -> list[int]:
    """Return the columns that a row of `count` words fills: none that wait to be filled in, and of too few none carried down."""
    columns = [place for place, key in enumerate(known.keys) if key != "fill"]
    if count < len(columns) and known.keys[columns[0]] in ("kind", "department", "title", "stage"):
        columns = columns[1:]
    return columns


def _spaced(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:
    """Return the grid whose headings stand in line `place` with a blank between, its rows a line each below it, or None."""
    head = words(lines[place].passage)
    if len(head) < _SURE or not all(bare(piece.text) in lexicon.headings for piece in head):
        return None
    known = heads([piece.text for piece in head], lexicon)
    found = anchor(known.keys, lexicon) if known is not None else None
    if known is None or found is None:
        return None
    rows: list[Cells] = []
    homes: dict[int, Clean] = {}
    stop = place + 1
    while stop < min(len(lines), place + _MOST_ROWS):
        row = words(lines[stop].passage)
        if len(row) < _FEWEST or not any(found[1](piece.text, len(rows) + 1) for piece in row):
            break
        cells: Cells = [[] for _ in known.keys]
        spread(row, _open(len(row), known), known.keys, lexicon, cells)
        rows.append(cells)
        homes.update((piece.at[0], lines[stop]) for piece in row)
        stop += 1
    if not rows:
        return None
    return read(boxes_of([Clean(lines[place].line, piece) for piece in head], rows, homes), table, lexicon), stop - place
