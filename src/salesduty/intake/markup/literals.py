"""Data in the source of a program (JavaScript, JSON, PHP, Python, YAML): what its literals say, under their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from salesduty.intake.account import Account
from salesduty.intake.manuscript import Line
from salesduty.intake.markup.entities import entities, escapes
from salesduty.intake.markup.page import Page
from salesduty.intake.markup.tokens import has_markup
from salesduty.intake.passage import Passage, joined

_TOKEN = re.compile(
    r"(?P<comment>//[^\n]*+|/\*.*?\*/|<!--.*?-->)"
    r"|(?P<text>'(?:\\.|[^'\\\n])*+'?|\"(?:\\.|[^\"\\\n])*+\"?|`(?:\\.|[^`\\])*+`?)"
    r"|(?P<number>(?<![\w.])\d+(?:\.\d+)?%?(?![\w.]))"
    r"|(?P<word>[\w$\u3400-\u9fff][\w$\u3400-\u9fff-]*)"
    r"|(?P<sign>=>|[:=,;+{}()\[\]])"
    r"|(?:(?<=\n)|\A)[ \t]*-[ \t]+(?:(?P<bare>[^\s'\"`{\[][^\n'\"`]*)(?=\n|\Z)|(?P<dash>(?=['\"])))",
    re.DOTALL,
)
_BARE = re.compile(r"[ \t]*([^\s'\"`\[\](){}<>|&*,;][^\n'\"`\[\]{}]*)(?=\n|\Z)")

_HANZI = re.compile(r"[\u3400-\u9fff]|\\u[4-9][0-9A-Fa-f]{3}")
_COUNTED = re.compile("count|num|peop|person|quota|weight|score|percent|人数|权重|编制|名额", re.IGNORECASE)
"""Names under which a figure says something; elsewhere figures number and order."""
_MOST_DEEP = 200
_LEAST_SHARE, _LEAST_QUOTED = 0.8, 0.4
"""So much of the Chinese stands in literals with their names, and in quotes, where a text is the source of a program."""
_LEAST_OF_SCRIPT = 100
"""So many Chinese characters of data in a script are more than the labels of its buttons."""
_DEEPEST_HEADING = 6
_FEW_WORDS = 40


_ROWS = re.compile(r"\bINSERT\s+INTO\b.{0,2000}?\bVALUES\s*\(", re.IGNORECASE | re.DOTALL)
"""Rows of a database: lists in round brackets."""
_QUOTE = re.compile("['\"`]")
_QUOTES = frozenset("'\"`")
_NAMED = re.compile(r"[\w$-]+\s*:\s")
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Value:
    """A literal: what stands between its quotes, under `key`, as an item of a list or not, so deep in brackets; `row` counts the
    rows of a database, 0 elsewhere.
    """

    key: _Span | None
    spans: tuple[_Span, ...]
    item: bool
    depth: int
    row: int = 0


def are_data(text: str) -> bool:
    """Whether most of what `text` says stands in literals of data."""
    hanzi = len(_HANZI.findall(text))
    if not hanzi or not _QUOTE.search(text):
        return False
    said, quoted = _said(text)
    return said >= _LEAST_SHARE * hanzi and quoted >= _LEAST_QUOTED * hanzi


def hold_data(script: str) -> bool:
    """Whether a script of a page brings the text of the page."""
    return len(_HANZI.findall(script)) >= _LEAST_OF_SCRIPT and _said(script)[1] >= _LEAST_OF_SCRIPT


def _said(text: str) -> tuple[int, int]:
    """How many Chinese characters the values in `text` have with their names, and how many of these stand in quotes."""
    said = quoted = 0
    named: _Span | None = None
    for value in _values(text):
        hanzi = sum(len(_HANZI.findall(text, *span)) for span in value.spans)
        said += hanzi
        quoted += hanzi if text[value.spans[0][0] - 1 : value.spans[0][0]] in _QUOTES else 0
        if value.key is not None and value.key != named:
            said += len(_HANZI.findall(text, *value.key))
            named = value.key
    return said, quoted


def read(view: Passage, account: Account, tables: int = 0) -> int:
    """Add what the literals in `view` say to the lines of `account`; return the number that the next table has."""
    said: _Span | None = None
    row_before = 0
    for value in _facts_first(_values(view.text)):
        inside = joined([view.cut(*span) for span in value.spans])
        inside = escapes(inside, account)
        key = view.cut(*value.key) if value.key is not None else None
        if has_markup(inside.text):
            tables = Page(inside, account, tables=tables).read()
            continue
        figure = key is not None and _COUNTED.search(key.text) and any(each.isdigit() for each in inside.text)
        if not _HANZI.search(inside.text) and not figure:
            continue
        rows = [each for each in _rows(entities(inside, account)) if each.text]
        if key is not None and (value.item or len(rows) > 1):
            if value.key != said and not rows[0].text.endswith(("：", ":")):
                account.line(key, Line("", 0, heading=min(value.depth + 1, _DEEPEST_HEADING)))
            said = value.key
        elif key is not None and rows:
            colon = view.text.find(":", value.key[1], value.spans[0][0]) if value.key is not None else -1
            account.line(joined([key, view.cut(colon, colon + 1) if colon >= 0 else key.cut(0, 0), rows.pop(0)]), Line("", 0))
        for row in rows:
            account.line(row, Line("", 0, depth=0 if value.item and not value.row else -1, blank=value.row > row_before))
            row_before = max(row_before, value.row)
    return tables


def _facts_first(values: Iterable[_Value]) -> Iterator[_Value]:
    """Yield values as they come, but in a row of a database those of a few words before the texts: what the texts are about."""
    for _, row in groupby(values, key=lambda value: value.row):
        yield from sorted(row, key=lambda value: value.row > 0 and sum(end - start for start, end in value.spans) > _FEW_WORDS)


def _rows(passage: Passage) -> Iterator[Passage]:
    start = 0
    for line in passage.text.splitlines(keepends=True):
        yield passage.cut(start, start + len(line)).strip()
        start += len(line)


def _values(text: str) -> Iterator[_Value]:
    """The values among the literals of a program: beside a name (`name: '…'`, `'name' => '…'`) or in a list."""
    walk, at = _Walk("[" if _ROWS.search(text) else "("), 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        kind, found = match.lastgroup, match[0]
        if kind in ("text", "number"):
            closed = kind == "text" and len(found) > 1 and found[-1] == found[0]
            start = match.start() + (kind == "text")
            yield from walk.literal((start, match.end() - closed))
        elif kind == "word":
            if walk.spans and "\n" in text[walk.spans[-1][1] : match.start()]:
                yield from walk.done()
            walk.word = match.span()
        elif kind == "sign":
            yield from walk.sign(found)
            if found in (":", "=>") and walk.key is not None and (bare := _BARE.match(text, at)) and _HANZI.search(bare[1]):
                yield from walk.literal(bare.span(1))
                yield from walk.done()
                at = bare.end()
        elif kind == "bare":
            yield from walk.done()
            named = None if _NAMED.match(found.lstrip(" \t-")) else walk.named
            yield _Value(named, (match.span("bare"),), item=True, depth=len(walk.brackets))
        elif kind == "dash":
            yield from walk.done()
            walk.dashed = True
    yield from walk.done()


class _Walk:
    """Where in brackets and lists the tokens have come to."""

    def __init__(self, round: str) -> None:
        self.round = round
        self.rows = 0
        self.brackets: list[tuple[str, _Span | None]] = []
        self.key: _Span | None = None
        self.word: _Span | None = None
        self.named: _Span | None = None
        self.spans: list[_Span] = []
        self.goes_on = self.dashed = False

    def done(self) -> Iterator[_Value]:
        """Yield the value that ends here, if any."""
        bracket, name = self.brackets[-1] if self.brackets else ("", None)
        if self.spans and self.key is not None:
            yield _Value(self.key, tuple(self.spans), item=False, depth=len(self.brackets))
        elif self.spans and (bracket == "[" or self.dashed):
            named = self.named if self.dashed else name
            yield _Value(named, tuple(self.spans), item=True, depth=len(self.brackets), row=self.rows)
        self.spans, self.key, self.word = [], None, None
        self.goes_on = self.dashed = False

    def literal(self, span: _Span) -> Iterator[_Value]:
        """Take in a literal; after a plus sign it goes on with the one before."""
        if self.spans and not self.goes_on:
            yield from self.done()
        self.spans.append(span)
        self.word, self.goes_on = span, False

    def sign(self, sign: str) -> Iterator[_Value]:
        """Take in a sign."""
        if sign in (":", "=>", "="):
            if self.word is not None:
                self.key = self.named = self.word
                self.spans, self.word = [], None
        elif sign == "+":
            self.goes_on = bool(self.spans)
        else:
            key = self.key
            if sign != "(" or self.round == "[":
                yield from self.done()
            if sign in "{[(" and len(self.brackets) < _MOST_DEEP:
                self.brackets.append((self.round if sign == "(" else sign, key))
                self.rows += sign == "(" and self.round == "["
                self.key = None
            elif sign in "}])" and self.brackets:
                self.brackets.pop()
            self.word = None
