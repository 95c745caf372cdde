"""Lengths of a page in points, and how much room text takes, as nearly as can be told without a font."""

from __future__ import annotations

import re
from math import ceil
from unicodedata import combining

from salesduty.text.measure import width

MILLIMETRE = 72 / 25.4

TEXT, CELL, PADDING = 16.0, 10.5, 4.25
"""Sizes of text in paragraphs (三号) and in tables (五号), and the room between a cell's text and its lines."""

SHORT = 12
"""A row of a table of up to so many lines is kept on one page."""

LITTLE = 9
"""A table of up to so many lines in all is kept on one page."""

SIGNED = 20
"""A form of up to so many lines is kept on one page with the signatures below it; a lying page has room for both."""

_WIDE = "⺀-⿿぀-鿿가-힣豈-\ufaff\U0001f000-\U0003ffff"
# A line may end before and after an ideograph and at a blank; what is neither is taken for one word.
_WORD = re.compile(rf"[^\s{_WIDE}　-〿︰-﹏！-｠]{{3,}}|[　-〿！-｠…—]{{8,}}")


def lines(text: str, size: float, room: float) -> int:
    """Return about how many lines `text` takes in a column `room` points wide."""
    return max(ceil(width(text, size) / max(room, size)), 1)


def fitted(text: str, size: float, room: float) -> str | list[str]:
    """Return `text`, or its pieces where it holds a word wider than `room` points: a line may end between any two pieces."""
    pieces: list[str] = []
    done = 0
    for match in _WORD.finditer(text):
        if width(match[0], size) > room:
            pieces += filter(None, (text[done : match.start()],))
            pieces += _cut(match[0], max(int(room / size / 4), 1))
            done = match.end()
    if not pieces:
        return text
    return [*pieces, *filter(None, (text[done:],))]


def _cut(word: str, most: int) -> list[str]:
    """Cut `word` into pieces of `most` characters, none of which begins with a mark that belongs to the one before."""
    pieces = [word[:most]]
    for start in range(most, len(word), most):
        piece = word[start : start + most]
        if combining(piece[0]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
