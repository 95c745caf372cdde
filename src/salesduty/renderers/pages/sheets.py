"""A paper cut into runs of pages of one size: upright, lying, or large for a picture that would be too small to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from salesduty.renderers.pages.measures import MILLIMETRE
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Block, Heading, Orientation

_SHORT, _LONG = 210 * MILLIMETRE, 297 * MILLIMETRE
# Both sides together, upright as GB/T 9704-2012 has them and lying; the template has the same.
_ACROSS = 54 * MILLIMETRE, 40 * MILLIMETRE
_ALONG = 72 * MILLIMETRE, 42 * MILLIMETRE
# Letters below this size cannot be read on paper.
_READABLE = 5.0
# A4, A3, A2, A1, A0: each is the next one's half.
_SIZES = tuple(
    (short * MILLIMETRE, long * MILLIMETRE) for short, long in ((210, 297), (297, 420), (420, 594), (594, 841), (841, 1189))
)
HEADING = 58.0
"""How high a heading is with the room around it."""


@dataclass
class Sheet:
    """Pages of one size, in points, and the blocks on them, of which none is an Orientation."""

    paper_width: float
    paper_height: float
    blocks: list[Block] = field(default_factory=list)

    @property
    def landscape(self) -> bool:
        """Whether the pages lie."""
        return self.paper_width > self.paper_height

    @property
    def width(self) -> float:
        """How wide the text is."""
        return self.paper_width - _ACROSS[self.landscape]

    @property
    def height(self) -> float:
        """How high the text is."""
        return self.paper_height - _ALONG[self.landscape]

    def scale(self, drawing: Drawing) -> float:
        """Return by what to multiply the lengths of `drawing` so that it fits below its heading; never more than 1.15."""
        return min(self.width / drawing.width, (self.height - HEADING) / drawing.height, 1.15)


def sheets(blocks: tuple[Block, ...]) -> list[Sheet]:
    """Return `blocks` on the pages that they need. A picture on a large page takes the headings before it along."""
    found = [_a4(landscape=False)]
    for block in blocks:
        if isinstance(block, Orientation):
            found.append(_a4(landscape=block.landscape))
        elif isinstance(block, Drawing) and not _readable(block, found[-1]):
            usual = found[-1]
            large = _large(block)
            while usual.blocks and isinstance(usual.blocks[-1], Heading):
                large.blocks.insert(0, usual.blocks.pop())
            large.blocks.append(block)
            found += [large, _a4(landscape=usual.landscape)]
        else:
            found[-1].blocks.append(block)
    return [sheet for sheet in found if sheet.blocks] or found[:1]


def _a4(*, landscape: bool) -> Sheet:
    return Sheet(_LONG, _SHORT) if landscape else Sheet(_SHORT, _LONG)


def smallest(drawing: Drawing) -> float:
    """Return the size of the smallest letters of `drawing`."""
    return min((size for box in drawing.boxes for size in box.sizes), default=9.0)


def _readable(drawing: Drawing, sheet: Sheet) -> bool:
    return sheet.scale(drawing) * smallest(drawing) >= _READABLE


def _large(drawing: Drawing) -> Sheet:
    """The smallest sheet that `drawing` can be read on, or the largest there is."""
    candidates = tuple(_candidates())
    best = max(candidates, key=lambda sheet: sheet.scale(drawing))
    return next((sheet for sheet in candidates if _readable(drawing, sheet)), best)


def _candidates() -> Iterator[Sheet]:
    for short, long in _SIZES:
        yield Sheet(long, short)
        yield Sheet(short, long)
