"""Tables as text: CSV and its kin. The separator is found out; quoted cells may hold line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from salesduty.intake.account import Account
from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Cell, Line, Manuscript
from salesduty.intake.markup.tokens import has_markup
from salesduty.intake.passage import Passage, joined

_SEPARATORS = ("\t", ",", ";", "|", "，")
_LINES = re.compile(r"\r\n|[\n\r]")
_MOST_COLUMNS = 1000
_TRIED = 100
_LEAST_LINES = 3
_LEAST_SHARE = 0.8
"""So many of the lines must have the same number of cells in a text whose name does not say that it is a table."""


def read(data: bytes) -> Manuscript:
    """Return the cells of a table as lines; `where` has the cell as a spreadsheet would call it."""
    text, notes = decode(data)
    account = Account(text)
    separator = _separator(text)
    for row, cells in enumerate(_rows(account, separator)):
        for column, cell in enumerate(cells):
            _add(cell, Cell(0, row, column), account)
    return account.manuscript("csv", "punctuation", notes)


def looks_like(text: str, *, sure: bool) -> bool:
    """Whether `text` is a table; `sure` where its name says so and one separator is enough."""
    lines = [each for each in _LINES.split(text[:50_000]) if each.strip()][:_TRIED]
    separator = _separator(text)
    if sure:
        return any(separator in each for each in lines)
    if separator not in ("\t", ",") or len(lines) < _LEAST_LINES or has_markup(text):
        return False
    counts = Counter(_cells(each.strip(), separator) for each in lines)
    cells, times = max(counts.items(), key=lambda each: each[1] if each[0] > 1 else 0)
    return cells > 2 and times >= _LEAST_SHARE * len(lines)


def name_of(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell, by its row and column from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _cells(line: str, separator: str) -> int:
    return re.sub(r'"[^"]*"', "", line).count(separator) + 1


def _separator(text: str) -> str:
    """The separator that divides the first lines most evenly."""
    lines = [each for each in _LINES.split(text[:50_000]) if each.strip()][:_TRIED]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) > 4:
        return lines[0][4]

    def evenness(separator: str) -> tuple[float, int]:
        counts = Counter(_cells(each, separator) for each in lines)
        cells, times = max(counts.items(), key=lambda each: each[1], default=(1, 0))
        return (times / len(lines) if cells > 1 else 0.0, cells)

    return max(_SEPARATORS, key=evenness) if lines else ","


def _rows(account: Account, separator: str) -> Iterator[list[Passage]]:
    """The cells of each row. A quote that never ends, ends with its line."""
    whole, text = account.whole(), account.text
    sign = re.escape(separator)
    quoted = re.compile(rf'[ ]*"((?:[^"]|"")*+)"[ ]*(?={sign}|[\r\n]|\Z)')
    plain = re.compile(rf"[^\r\n{sign}]*")
    at = 4 + len(separator) if text[:4].lower() == "sep=" else 0
    row: list[Passage] = []
    unclosed = False
    while at <= len(text):
        match = None if unclosed else quoted.match(text, at)
        if match is not None:
            row.append(_unquoted(whole.cut(*match.span(1))))
        else:
            if text.startswith('"', at) and text.find('"', at + 1) < 0:
                unclosed = True
            match = plain.match(text, at)
            if match is None:
                break
            row.append(whole.cut(*match.span()))
        at = match.end()
        if text.startswith(separator, at) and len(row) < _MOST_COLUMNS:
            at += len(separator)
            continue
        if text.startswith(separator, at):
            end = _LINES.search(text, at)
            row.append(whole.cut(at, end.start() if end else len(text)))
            at = end.start() if end else len(text)
        yield row
        row = []
        end = _LINES.match(text, at)
        if end is None:
            break
        at = end.end()


def _unquoted(cell: Passage) -> Passage:
    """The text of a quoted cell, in which a quote is written twice."""
    if '""' not in cell.text:
        return cell
    return joined([cell.cut(match.start(), match.end() - (match[0] == '""')) for match in re.finditer(r'""|[^"]+|"', cell.text)])


def _add(cell: Passage, place: Cell, account: Account) -> None:
    start = 0
    for line in cell.text.splitlines(keepends=True):
        account.line(cell.cut(start, start + len(line)), Line("", 0, where=name_of(place.row, place.column), cell=place))
        start += len(line)
