"""Texts: plain ones, and those that turn out to be pages, tables, or the source of a program."""

from __future__ import annotations

import re

from salesduty.intake.account import Account
from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Line, Manuscript
from salesduty.intake.markup import literals
from salesduty.intake.markup.entities import entities
from salesduty.intake.markup.tokens import CODE, has_markup, tokens
from salesduty.intake.passage import Passage, joined
from salesduty.intake.readers import html

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WRITTEN = re.compile(r"(?:\\+r)?(?:\\+n)|\\+r|\\+t")
_WORD = re.compile(r"[A-Za-z]")
_PATH = re.compile(r"[A-Za-z0-9:_.\\-]")
_TEMPLATE = re.compile(r"\{\{|\{%|\$\{|<%|<\?|<!--|\[/?[#@][A-Za-z]|</?[#@]")


def read(data: bytes) -> Manuscript:
    """Return the lines of a text file, whatever is written in it."""
    text, notes = decode(data)
    if literals.are_data(text):
        account = Account(text)
        literals.read(account.whole(), account)
        return account.manuscript("txt", "script", notes)
    if has_markup(text):
        return html.read_text(text, notes)
    return read_text(text, notes)


def read_text(text: str, notes: tuple[tuple[str, str], ...] = ()) -> Manuscript:
    """Return the lines of a text that is what it looks like."""
    account = Account(text)
    paged = "\f" in text
    start, page, blank = 0, 1, False
    view = _without_marks(account)
    for match in (*_BREAK.finditer(view.text), None):
        end = match.start() if match else len(view.text)
        for piece in _split(view.cut(start, end), account):
            if not piece.text.strip():
                blank = True
            elif account.line(entities(piece, account), Line("", 0, where=f"第 {page} 页" if paged else "", blank=blank)):
                blank = False
        if match:
            start = match.end()
            page += match[0] == "\f"
    return account.manuscript("txt", "watermark", notes)


def _without_marks(account: Account) -> Passage:
    """The text without what template engines and browsers do not show."""
    whole = account.whole()
    if not _TEMPLATE.search(whole.text):
        return whole
    pieces, start = [], 0
    for token in tokens(whole.text):
        if token.kind == CODE:
            account.put(token.start, token.stop, "markup")
            pieces.append(whole.cut(start, token.start))
            start = token.stop
    return joined([*pieces, whole.cut(start)])


def _split(passage: Passage, account: Account) -> list[Passage]:
    r"""A line cut where `\n`, `\r\n` or `\t` stands as text; not in a path such as `C:\new`."""
    if "\\" not in passage.text:
        return [passage]
    pieces, start = [], 0
    for match in _WRITTEN.finditer(passage.text):
        before, after = passage.text[max(0, match.start() - 1) : match.start()], passage.text[match.end() : match.end() + 1]
        if before and _PATH.match(before) and _WORD.match(after):
            continue
        account.put_passage(passage.cut(match.start(), match.end()), "entity")
        pieces.append(passage.cut(start, match.start()))
        start = match.end()
    return [*pieces, passage.cut(start)]
