"""Markdown as people write it: headings, nested lists, tables, bold lines; front matter becomes fields.

Read line by line: parsers of CommonMark say which lines a block has, but not where the characters of a text stand, and they do
not take what Chinese writers do for what is meant (a bold label right before a word, a list right below a paragraph).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from salesduty.intake.account import BULLET, Account
from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Cell, Line, Manuscript
from salesduty.intake.markup.entities import entities
from salesduty.intake.markup.tokens import CODE, KNOWN, TEXT, tokens
from salesduty.intake.passage import Passage, joined

_LINE = re.compile(r"([^\r\n\u2028\u2029]*)(\r\n|[\n\r\u2028\u2029]|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[^#\s!]))(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FENCE = re.compile(r"\s*(?:```+|~~~+)[^`]*\Z")
_QUOTE = re.compile(r"\s*(?:>[ \t]?)+")
_ITEM = re.compile(r"([ \t]*)(?:([-*+])[ \t]+|(\d{1,9}[.)])[ \t]+)(\[[ xX]\][ \t]+)?(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*\Z|.*\S\s*\|\s*\S.*")
_SEPARATOR = re.compile(r"\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*(?::?-{1,}:?\s*)?\|?\s*\Z")
_PIPE = re.compile(r"(?<!\\)\|")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*(?:\r\n|[\n\r])")
_TITLE = re.compile(r"(?:title|标题)\s*[:：]\s*")
_STRONG = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+(?<=\S)\1[:：]?\s*\Z")
_MARK = re.compile(
    r"(\*\*\*|___|\*\*|__|~~|`+)|(?<![\w*\\])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\w*])|\\(?=[\\`*_{}\[\]()#+\-.!|>~])"
    r"|!?\[(?=[^\[\]]{0,300}\]\([^()\s]{0,500}(?:\s\"[^\"]{0,100}\")?\))|(?<=\])\([^()\s]{0,500}(?:\s\"[^\"]{0,100}\")?\)"
)
_TAB = 4
_MOST_LEVELS = 20


def read(data: bytes) -> Manuscript:
    """Return the lines of a Markdown file."""
    text, notes = decode(data)
    return read_text(text, notes)


def read_text(text: str, notes: tuple[tuple[str, str], ...] = ()) -> Manuscript:
    """Return the lines of a Markdown text."""
    account = Account(text)
    _Reader(account).read()
    return account.manuscript("md", "markup", notes)


def looks_like(text: str) -> bool:
    """Whether a text is written in Markdown: it has headings, tables, or bold words in lists."""
    headings = len(re.findall(r"^#{1,6}[ \t]+\S", text, re.MULTILINE))
    tables = len(re.findall(r"^\s*\|(?:\s*:?-{2,}:?\s*\|){2,}\s*$", text, re.MULTILINE))
    bold = len(re.findall(r"\*\*[^*\n]{1,80}\*\*", text))
    return headings + 2 * tables >= 2 or headings + bold >= 3 or bold >= 3


@dataclass(slots=True)
class _Reader:
    account: Account
    levels: list[int] = field(default_factory=list)
    blank: bool = False
    tables: int = 0
    row: int = -1
    heads: int = 0
    fenced: bool = False

    def read(self) -> None:
        text = self.account.text
        at = self._front_matter()
        before: Line | None = None
        while at < len(text):
            match = _LINE.match(text, at)
            if match is None or match.end() == at:
                break
            passage = Passage(match[1], range(match.start(1), match.end(1)))
            count = len(self.account.lines)
            self._line(passage, match.end(), before)
            before = self.account.lines[-1] if len(self.account.lines) > count else None
            at = match.end()

    def _front_matter(self) -> int:
        """Read the fields above the text and return where they end."""
        text = self.account.text
        begin = _FRONT.match(text)
        if begin is None:
            return 0
        end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(text, begin.end())
        if end is None or end.start() - begin.end() > 10_000:
            return 0
        for match in _LINE.finditer(text, begin.end(), end.start()):
            passage = Passage(match[1], range(match.start(1), match.end(1)))
            title = _TITLE.match(passage.text)
            self._add(passage.cut(title.end()) if title else passage, Line("", 0, heading=int(title is not None)))
        return end.end()

    def _line(self, passage: Passage, after: int, before: Line | None) -> None:
        text = passage.text
        if _FENCE.match(text):
            self.fenced = not self.fenced
            return
        if self.fenced:
            self._add(passage, Line("", 0), plain=True)
            return
        if not text.strip():
            self.blank, self.row = True, -1
            return
        if quote := _QUOTE.match(text):
            passage = passage.cut(quote.end())
            text = passage.text
        if before is not None and _UNDERLINE.match(text) and before.depth < 0 and before.cell is None and not before.heading:
            self._underlined(1 if "=" in text else 2)
        elif _RULE.match(text):
            self.blank = True
        elif heading := _HEADING.match(text):
            self.levels, self.row = [], -1
            self._add(passage.cut(*heading.span(2)), Line("", 0, heading=len(heading[1])))
        elif self._is_row(text, after):
            self._row(passage)
        elif item := _ITEM.match(text):
            self._item(passage, item)
        else:
            self._paragraph(passage)

    def _underlined(self, level: int) -> None:
        last = self.account.lines[-1]
        self.account.lines[-1] = Line(last.text, last.number, heading=level, blank=last.blank)

    def _paragraph(self, passage: Passage) -> None:
        indent = _width(passage.text)
        if self.blank and not indent:
            self.levels = []
        self._add(passage, Line("", 0, strong=bool(_STRONG.match(passage.text))))

    def _item(self, passage: Passage, item: re.Match[str]) -> None:
        self.row = -1
        indent = _width(item[1])
        while self.levels and indent < self.levels[-1]:
            self.levels.pop()
        if not self.levels or (indent > self.levels[-1] + 1 and len(self.levels) < _MOST_LEVELS):
            self.levels.append(indent)
        number = item[3]
        start = item.start(3) if number else item.end()
        strong = bool(_STRONG.match(passage.text[item.end() :]))
        kept = passage.cut(start) if number and not item[4] else passage.cut(item.end())
        self._add(kept, Line("", 0, label="" if number else BULLET, depth=len(self.levels) - 1, strong=strong))

    def _is_row(self, text: str, after: int) -> bool:
        if self.row >= 0:
            return "|" in text
        if "|" not in text:
            return False
        following = _LINE.match(self.account.text, after)
        return following is not None and "|" in following[1] and bool(_SEPARATOR.match(following[1]))

    def _row(self, passage: Passage) -> None:
        if self.row >= 0 and _SEPARATOR.match(passage.text):
            return
        if self.row < 0:
            self.tables += 1
        self.row += 1
        bare = passage.strip()
        start = 1 if bare.text.startswith("|") else 0
        ends = [match.start() for match in _PIPE.finditer(bare.text, start)]
        if not ends or ends[-1] != len(bare.text) - 1:
            ends.append(len(bare.text))
        for column, end in enumerate(ends):
            cell = Cell(self.tables - 1, self.row, column, heading=self.row == 0)
            self._add(bare.cut(start, end), Line("", 0, cell=cell))
            start = end + 1

    def _add(self, passage: Passage, looks: Line, *, plain: bool = False) -> None:
        for piece in _without_tags(passage, self.account) if not plain and "<" in passage.text else [passage]:
            bare = piece if plain else _without_marks(piece)
            text = entities(bare, self.account) if "&" in bare.text else bare
            shown = Line("", 0, looks.where, looks.label, looks.depth, looks.heading, looks.strong, self.blank, looks.cell)
            if self.account.line(text, shown):
                self.blank = False


def _width(text: str) -> int:
    return len(text[: len(text) - len(text.lstrip(" \t"))].replace("\t", " " * _TAB))


def _without_marks(passage: Passage) -> Passage:
    """The text without stars, backticks and addresses of links."""
    text = passage.text
    spans: list[tuple[int, int]] = []
    links = 0
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark.startswith("(") and not links:
            continue
        if mark.endswith("["):
            links += 1
        elif mark.startswith("("):
            links -= 1
            spans.append((match.start() - 1, match.end()))  # with the bracket before it
            continue
        spans.append(match.span())
    return passage.without(spans) if spans else passage


def _without_tags(passage: Passage, account: Account) -> Iterator[Passage]:
    """The pieces of a line between line breaks of HTML, without its tags."""
    pieces: list[Passage] = []
    for token in tokens(passage.text):
        if token.kind == TEXT or (token.kind != CODE and token.name not in KNOWN):
            pieces.append(passage.cut(token.start, token.stop))
        else:
            account.put_passage(passage.cut(token.start, token.stop), "script" if token.kind == CODE else "markup")
            if token.name in ("br", "p", "div", "li", "td"):
                yield joined(pieces)
                pieces = []
    yield joined(pieces)
