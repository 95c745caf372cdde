"""A drawing as shapes of Word, in English metric units (914,400 an inch) and scaled to the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from salesduty.renderers.word.sections import Page
from salesduty.results.drawing import LEADING, Box, Drawing, Link

_EMU = 12700
"""In a point."""
_TWIPS = 20
_KEPT_FREE = 48
"""Points of the page's height that are left to the heading above a drawing."""
_FLAT = 635
"""The smallest size of a group: a drawing without any would be no drawing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A box: its corner and size, its look, and its lines with the size of their letters in half points."""

    x: int
    y: int
    width: int
    height: int
    manner: str
    lines: tuple[tuple[str, int, bool], ...]
    leading: int
    """From line to line, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from corner to corner of its frame, to the right and down unless it says otherwise."""

    x: int
    y: int
    width: int
    height: int
    leftward: bool
    upward: bool
    arrow: bool
    dashed: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with everything in its place; `parts` come in the order in which they cover each other."""

    width: int
    height: int
    parts: tuple[Shape | Stroke, ...]


def picture(drawing: Drawing, page: Page) -> Picture:
    """Return `drawing` as it is set on `page`, never larger than it was laid out and never larger than the page."""
    width, height = max(drawing.width, 1), max(drawing.height, 1)
    scale = min(1.0, page.width / _TWIPS / width, (page.height / _TWIPS - _KEPT_FREE) / height)
    parts: list[Shape | Stroke] = [_shape(box, scale) for box in drawing.boxes if box.behind]
    parts.extend(stroke for link in drawing.links for stroke in _strokes(link, scale))
    parts.extend(_shape(box, scale) for box in drawing.boxes if not box.behind)
    return Picture(max(_emu(width * scale), _FLAT), max(_emu(height * scale), _FLAT), tuple(parts))


def _shape(box: Box, scale: float) -> Shape:
    lines = tuple(
        (line, max(round(size * scale * 2), 2), place < box.strong)
        for place, (line, size) in enumerate(zip(box.lines, box.sizes, strict=True))
    )
    size = max((half for _, half, _ in lines), default=2) / 2
    corner = (_emu(box.x * scale), _emu(box.y * scale))
    return Shape(*corner, _emu(box.width * scale), _emu(box.height * scale), box.manner, lines, round(size * LEADING * _TWIPS))


def _strokes(link: Link, scale: float) -> Iterator[Stroke]:
    points = [(_emu(x * scale), _emu(y * scale)) for x, y in link.points]
    pairs = [(start, end) for start, end in pairwise(points) if start != end]
    for place, ((x1, y1), (x2, y2)) in enumerate(pairs, 1):
        arrow = link.arrow and place == len(pairs)
        yield Stroke(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), x2 < x1, y2 < y1, arrow, link.dashed)


def _emu(points: float) -> int:
    return round(points * _EMU)
