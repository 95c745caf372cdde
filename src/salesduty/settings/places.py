"""Where each key of a TOML file stands, which `tomllib` does not tell. The text has been read by it before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from tomllib import loads
from typing import NamedTuple

Path = tuple[str | int, ...]
Places = Mapping[Path, tuple[int, int]]

_TOKEN = re.compile(
    r"""(?P<blank>[ \t]+|\#[^\n]*)|(?P<end>\n)
    |(?P<text>\"{3}(?:[^"\\]|\\[\s\S]|"(?!""))*+"{3,5}|'{3}(?:[^']|'(?!''))*+'{3,5}|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*')
    |(?P<mark>[\[\]{},=.])|(?P<word>[^\s"'\[\]{},=.\#]+)""",
    re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str
    text: str
    at: tuple[int, int]


def places(text: str) -> Places:
    """Return line and column, from 1, of every key and every list item of `text`, by the way that leads to it."""
    walk = _Walk()
    for token in _tokens(text):
        walk.take(token)
    return walk.found


def _tokens(text: str) -> Iterator[_Token]:
    line, start = 1, 0
    for match in _TOKEN.finditer(text):
        kind, words = str(match.lastgroup), match[0]
        if kind != "blank":
            yield _Token(kind, words, (line, match.start() - start + 1))
        if breaks := words.count("\n"):
            line += breaks
            start = match.start() + words.rindex("\n") + 1


@dataclass(slots=True)
class _Open:
    """A list or an inline table that is being read; `number` is that of the item in a list."""

    path: Path
    number: int | None


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens and knows in which table, at which key and in which brackets it is."""

    found: dict[Path, tuple[int, int]] = field(default_factory=dict)
    _table: Path = ()
    _key: list[_Token] = field(default_factory=list)
    _value: Path | None = None
    _open: list[_Open] = field(default_factory=list)
    _heading: int = 0
    _tables: dict[Path, int] = field(default_factory=dict)

    def take(self, token: _Token) -> None:
        """Read one token."""
        if self._heading:
            self._take_heading(token)
        elif self._value is None:
            self._take_key(token)
        else:
            self._take_value(token)

    def _take_heading(self, token: _Token) -> None:
        if token.text == "[":
            self._heading = 2
        elif token.text == "]":
            self._end_heading()
        elif token.kind != "end":
            self._key.append(token)

    def _end_heading(self) -> None:
        """The first `]` behind the names; the second of a list of tables finds none and changes nothing."""
        if self._key:
            path = self._in_lists(tuple(_names(self._key)))
            if self._heading == 2:
                self._tables[path] = self._tables.get(path, -1) + 1
                path = (*path, self._tables[path])
            self.found.setdefault(path, self._key[0].at)
            self._table = path
        self._heading -= 1
        self._key = []

    def _in_lists(self, path: Path) -> Path:
        """The way with the number of the last table wherever it goes through a list of tables."""
        way: Path = ()
        for step in path[:-1]:
            way = (*way, step)
            if way in self._tables:
                way = (*way, self._tables[way])
        return (*way, *path[-1:])

    def _take_key(self, token: _Token) -> None:
        if token.text == "[" and token.kind == "mark" and not self._key and not self._open:
            self._heading = 1
        elif token.text == "=" and token.kind == "mark":
            around = self._open[-1].path if self._open else self._table
            self._value = (*around, *_names(self._key))
            self._note(self._key, around)
            self._key = []
        elif token.text == "}" and token.kind == "mark":
            self._close()
        elif token.kind in ("word", "text") or token.text == ".":
            self._key.append(token)

    def _note(self, key: list[_Token], around: Path) -> None:
        """Every step of a dotted key stands where the key begins."""
        names = tuple(_names(key))
        for length in range(1, len(names) + 1):
            self.found.setdefault((*around, *names[:length]), key[0].at)

    def _take_value(self, token: _Token) -> None:
        if token.kind == "mark" and token.text in "]}":
            self._close()
        elif token.kind == "mark" and token.text == ",":
            self._next()
        elif token.kind == "end":
            if not self._open:
                self._value = None
        else:
            self._begin(token)

    def _begin(self, token: _Token) -> None:
        path = self._value or ()
        inside = self._open[-1] if self._open else None
        if inside is not None and inside.number is not None:
            path = (*inside.path, inside.number)
            self.found.setdefault(path, token.at)
        if token.kind == "mark" and token.text == "[":
            self._open.append(_Open(path, 0))
        elif token.kind == "mark" and token.text == "{":
            self._open.append(_Open(path, None))
            self._value = None

    def _next(self) -> None:
        inside = self._open[-1] if self._open else None
        if inside is not None and inside.number is not None:
            inside.number += 1
        elif inside is not None:
            self._value = None

    def _close(self) -> None:
        closed = self._open.pop() if self._open else _Open((), None)
        self._key = []
        self._value = self._open[-1].path if self._open else closed.path


def _names(key: list[_Token]) -> Iterator[str]:
    """The names of a dotted key; `1.5` of a bare key has been cut at the dot already."""
    for token in key:
        if token.kind == "text":
            yield next(iter(loads(f"{token.text} = 0")))
        elif token.kind == "word":
            yield token.text


def place_of(path: Path, found: Places) -> tuple[int, int]:
    """Return where `path` stands, or the nearest thing around it; (0, 0) for the whole file."""
    return next((found[path[:length]] for length in range(len(path), 0, -1) if path[:length] in found), (0, 0))
