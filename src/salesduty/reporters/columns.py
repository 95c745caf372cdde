"""How many terminal columns a text takes, and how to fit it into fewer: Chinese characters take two."""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width

from salesduty.text.breaking import broken

_ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))


@cache
def columns_of(char: str) -> int:
    """Return how many columns `char` takes: none for a combining mark, two for a wide character.

    Characters of ambiguous width (“ ” · …) count one, as in every terminal that is not set to the contrary.
    """
    if char < "\u0300":
        return 1
    if category(char) in _ZERO_WIDTH or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Return how many columns `text` takes on one line."""
    return len(text) if text.isascii() else sum(map(columns_of, text))


def padded(text: str, columns: int) -> str:
    """Return `text` with blanks behind it up to `columns` columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Return the lines of `text` in at most `columns` columns; at least one comes back. See `broken` for where they break."""
    return broken(text, columns, columns_of)
