"""How many terminal columns a text takes, and how to fit it into fewer: Chinese characters take two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, east_asian_width

_ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))

# GB/T 15834: these do not begin a line, and those do not end one. Marks stay with what they stand on.
_CLOSING = re.escape("!),.:;?]}%>”’、。，．：；？！）》〉】〕」』〗…—～·％℃")
_OPENING = re.escape("([{<“‘（《〈【〔「『〖")
_MARKS = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
_WORD = "!-~\u00a1-\u2017\u2020-\u24ff"
_UNIT = re.compile(rf"(?P<blank>[ ]+)|[{_OPENING}]*(?:[{_WORD}]+|[^ ])[{_MARKS}]*[{_CLOSING}]*")


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
    """Return the lines of `text` in at most `columns` columns; at least one comes back.

    Lines break at blanks and between Chinese characters, not before a closing mark and not after an opening one. What
    is still too long for a line is cut.
    """
    if width(text) <= columns:
        return [text.strip(" ")]
    lines: list[str] = []
    line, blank, used = "", "", 0
    for unit, is_blank in _units(text, columns):
        if is_blank:
            blank = unit if line else ""
        elif not line or used + len(blank) + width(unit) <= columns:
            line += blank + unit
            used += len(blank) + width(unit)
            blank = ""
        else:
            lines.append(line)
            line, blank, used = unit, "", width(unit)
    return [*lines, line]


def _units(text: str, columns: int) -> Iterator[tuple[str, bool]]:
    """The stretches of `text` that stay on one line, and whether they are blanks."""
    for match in _UNIT.finditer(text):
        if match["blank"] is not None:
            yield match[0], True
        else:
            for part in _cut(match[0], columns):
                yield part, False


def _cut(unit: str, columns: int) -> Iterator[str]:
    start, used = 0, 0
    for index, char in enumerate(unit):
        wide = columns_of(char)
        if used + wide > columns:
            yield unit[start:index]
            start, used = index, 0
        used += wide
    yield unit[start:]
