"""Characters at places to rows of text, and rows to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salesduty.intake.pdf.glyphs import Glyph

_SAME_ROW = 0.45
_APART = 1.5
"""A gap of so many sizes parts two columns; within a sentence none is that wide."""
_BLANK = 0.25
_TWICE = 0.2
_FULL = 1.6
_SPACING = 1.9
_SAME_SIZE = 0.15
_ENDED = re.compile(r"[。；;！!？?：:]\s*$")
_COUNTED = re.compile(
    r"\s*(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])(?:[)）、．]|[.](?!\d))|\d{1,2}(?:\.\d{1,2}){1,4}|[①-⑳]"
    r"|第[一二三四五六七八九十\d]+[章条节篇]|[*•●◆■▪➢★▲※·✓\uf020-\uf0ff-])"
)
_WORD = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of a row without a wide gap between them."""

    text: str
    left: float
    right: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its segments from left to right, its height above the foot of the page, the size of its characters."""

    segments: tuple[Segment, ...]
    middle: float
    size: float

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(each.text for each in self.segments)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.segments[-1].right

    @property
    def strong(self) -> bool:
        """Whether all of it is bold."""
        return all(each.strong for each in self.segments)


@dataclass(slots=True)
class Paragraph:
    """Rows that belong together, as one text."""

    text: str
    middle: float
    size: float
    strong: bool
    after: float = 0.0


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the rows of characters from top to bottom."""
    found: list[Row] = []
    current: list[Glyph] = []
    total = size = 0.0
    for glyph in sorted(glyphs, key=lambda each: -each.middle):
        if current and abs(glyph.middle - total / len(current)) > _SAME_ROW * max(size, glyph.size):
            found += _row(current)
            current, total, size = [], 0.0, 0.0
        current.append(glyph)
        total += glyph.middle
        size = max(size, glyph.size)
    return found + _row(current)


def _row(glyphs: Sequence[Glyph]) -> list[Row]:
    shown = [each for each in glyphs if each.text.strip()]
    if not shown:
        return []
    sizes = sorted(each.size for each in shown)
    size = sizes[len(sizes) * 3 // 4]
    segments: list[Segment] = []
    run: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: each.left):
        if run and glyph.text == run[-1].text and glyph.text.strip() and glyph.left - run[-1].left < _TWICE * size:
            continue  # drawn twice to look bold
        if run and glyph.text.strip() and glyph.left - _end(run) > _APART * size:
            segments += _segment(run, size)
            run = []
        run.append(glyph)
    segments += _segment(run, size)
    return [Row(tuple(segments), sum(each.middle for each in shown) / len(shown), size)]


def _end(run: Sequence[Glyph]) -> float:
    return next((each.right for each in reversed(run) if each.text.strip()), run[0].left)


def _segment(run: Sequence[Glyph], size: float) -> list[Segment]:
    text = ""
    before: Glyph | None = None
    for glyph in run:
        if before is not None and glyph.text.strip() and before.text.strip():
            words = _WORD.match(glyph.text) or _WORD.match(before.text)
            text += " " if words and glyph.left - before.right > _BLANK * size else ""
        text += glyph.text
        before = glyph
    shown = [each for each in run if each.text.strip()]
    if not shown:
        return []
    return [Segment(" ".join(text.split()), shown[0].left, shown[-1].right, all(each.strong for each in shown))]


def paragraphs(found: Sequence[Row], right: float) -> list[Paragraph]:
    """Return rows as paragraphs, where only what surely goes on in the next row is joined; `right` is where rows are full."""
    done: list[Paragraph] = []
    before: Row | None = None
    for row in found:
        if before is not None and _goes_on(before, row, right):
            last = done[-1]
            last.text += _joint(last.text, row.text) + row.text
            last.strong = last.strong and row.strong
            last.after = row.middle
        else:
            done.append(Paragraph(row.text, row.middle, row.size, row.strong, row.middle))
        before = row
    return done


def _goes_on(before: Row, row: Row, right: float) -> bool:
    size = max(before.size, row.size)
    return (
        before.right >= right - _FULL * size
        and len(before.segments) == 1
        and len(row.segments) == 1
        and abs(before.size - row.size) <= _SAME_SIZE * size
        and 0 < before.middle - row.middle <= _SPACING * size
        and before.strong == row.strong
        and row.left <= before.left + size
        and not _ENDED.search(before.text)
        and not _COUNTED.match(row.text)
    )


def _joint(before: str, after: str) -> str:
    return " " if _WORD.match(before[-1:]) and _WORD.match(after) else ""


def stacked(found: Sequence[Row]) -> str:
    """Return what is set from top to bottom, a character a row; nothing where the rows are not."""
    texts = [row.text for row in found]
    return "".join(texts) if len(texts) > 1 and all(len(each) == 1 and "\u4e00" <= each <= "\u9fff" for each in texts) else ""
