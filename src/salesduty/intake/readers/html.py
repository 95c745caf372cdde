"""Pages, and pieces of pages: HTML as browsers, Word, Excel and the servers of web sites have it."""

from __future__ import annotations

from salesduty.intake.account import Account
from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Manuscript
from salesduty.intake.markup import literals
from salesduty.intake.markup.page import Page


def read(data: bytes) -> Manuscript:
    """Return the lines of a page."""
    text, notes = decode(data)
    return read_text(text, notes)


def read_text(text: str, notes: tuple[tuple[str, str], ...] = ()) -> Manuscript:
    """Return the lines of a page that has been decoded."""
    account = Account(text)
    page = Page(account.whole(), account)
    tables = page.read()
    for script in page.scripts:
        if literals.hold_data(script.text):
            tables = literals.read(script, account, tables)
    return account.manuscript("html", "markup", notes)
