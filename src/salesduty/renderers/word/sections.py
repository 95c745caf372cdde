"""Portrait and landscape parts of a document, as Word's sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from salesduty.results.paper import Block, Column, Heading, Orientation


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of A4 in twentieths of a point: upright with the margins of GB/T 9704-2012; turned for what is wide, with 20 mm."""

    landscape: bool
    width: int
    """Of the text."""
    height: int

    def columns(self, columns: Iterable[Column]) -> list[tuple[int, bool]]:
        """Return the width of each of `columns` on this page, and whether its text is centred."""
        return [(self.width * column.share // 100, column.centred) for column in columns]

    @property
    def form(self) -> tuple[int, int, int, int]:
        """The widths of a form: label, value, label, value."""
        value = (self.width - 2 * _LABEL) // 2
        return (_LABEL, value, _LABEL, self.width - 2 * _LABEL - value)


_LABEL = 1420
PORTRAIT = Page(landscape=False, width=8845, height=12756)
LANDSCAPE = Page(landscape=True, width=14570, height=9525)


class Set(NamedTuple):
    """A block and the page that it is set on; that of an `Orientation` is the page that ends there.

    `mark` is the number of the block in its paper, from 1; `before` and `behind` are the kinds of its neighbours.
    """

    block: Block
    kind: str
    mark: int
    page: Page
    before: str = ""
    behind: str = ""


def laid(blocks: Iterable[Block], *, cover: bool) -> tuple[Page, list[Set]]:
    """Return the page that the document ends with, and `blocks` each with its page.

    A change of the sheet goes before the headings of what it is made for, which would otherwise stay behind on a page of
    their own. One that changes nothing is left out, and so is one before the first block, unless a `cover` stands there.
    """
    page = PORTRAIT
    done: list[Set] = []
    for block, mark in _turned_early(blocks):
        if not isinstance(block, Orientation):
            done.append(Set(block, block.kind, mark, page))
            continue
        turned = LANDSCAPE if block.landscape else PORTRAIT
        if turned is not page and (done or cover):
            done.append(Set(block, block.kind, mark, page))
        page = turned
    kinds = ["", *(each.kind for each in done), ""]
    return page, [each._replace(before=kinds[place], behind=kinds[place + 2]) for place, each in enumerate(done)]


def _turned_early(blocks: Iterable[Block]) -> list[tuple[Block, int]]:
    """The blocks and their marks, each change of the sheet before the headings that lead to it; of several, the last."""
    moved: list[tuple[Block, int]] = []
    for mark, block in enumerate(blocks, 1):
        place = len(moved)
        if isinstance(block, Orientation):
            while place and isinstance(moved[place - 1][0], Heading):
                place -= 1
            if place and isinstance(moved[place - 1][0], Orientation):
                place -= 1
                del moved[place]
        moved.insert(place, (block, mark))
    while moved and isinstance(moved[-1][0], Orientation):
        moved.pop()
    return moved
