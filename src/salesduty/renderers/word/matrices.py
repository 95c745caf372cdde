"""A matrix in pieces, each as wide as the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from salesduty.renderers.word.sections import Page
from salesduty.results.paper import Matrix, MatrixRow

_LETTER = 105
"""The width of a Latin letter of a table, in twentieths of a point; a Chinese one takes two."""
_MARGINS = 190
_NARROWEST = 480
_WIDEST = 2600
_LABEL = (1500, 3600)
_TALLEST = 2600
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Some columns of a matrix: their titles, their widths with that of the labels before them, and their place among all.

    `upright` is the height of the heading row where its titles are written downwards, otherwise 0.
    """

    titles: tuple[str, ...]
    widths: tuple[int, ...]
    first: int
    last: int
    upright: int
    rows: tuple[MatrixRow, ...]

    @property
    def grouped(self) -> Iterator[tuple[str, MatrixRow, tuple[str, ...]]]:
        """Each row with its cells in this piece, and the name of its group where one begins."""
        before = ""
        for row in self.rows:
            yield row.group if row.group != before else "", row, row.cells[self.first - 1 : self.last]
            before = row.group


def pieces(matrix: Matrix, page: Page) -> list[Piece]:
    """Return `matrix` cut into as few pieces as the width of `page` allows, of the same number of columns but for the last."""
    titles = [title for title, _ in matrix.columns]
    label = _label_width(matrix, page)
    room = page.width - label
    count = -(-len(titles) // max(room // _NARROWEST, 1))
    each = -(-len(titles) // max(count, 1))
    width = min(room // max(each, 1), _WIDEST)
    upright = 0
    if any(_letters(title) > (width - _MARGINS) // _LETTER * _HEAD_LINES or _is_broken(title, width) for title in titles):
        upright = min(max(_letters(title) for title in titles) * _LETTER + 2 * _MARGINS, _TALLEST)
    found = []
    for first in range(0, len(titles) or 1, each or 1):
        some = tuple(titles[first : first + each])
        widths = (page.width - width * len(some) if first + each >= len(titles) and count < 2 else label, *(width for _ in some))
        found.append(Piece(some, widths, first + 1, first + len(some), upright, matrix.rows))
    return found


def _label_width(matrix: Matrix, page: Page) -> int:
    """As wide as the longest label, within bounds: what is longer is broken."""
    longest = max((_letters(text) for text in (matrix.corner, *(row.label for row in matrix.rows))), default=0)
    return min(max(longest * _LETTER + _MARGINS, _LABEL[0]), _LABEL[1] if page.landscape else _LABEL[1] * 3 // 4)


def _is_broken(title: str, width: int) -> bool:
    """Whether a title would be broken after each letter, or in the middle of a Latin word."""
    room = (width - _MARGINS) // _LETTER
    return room < 4 < _letters(title) or any(len(word) > room for word in title.split() if word.isascii())


def _letters(text: str) -> int:
    """The width of `text` in Latin letters."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
