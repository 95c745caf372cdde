"""A drawing as shapes on its page: lengths scaled to the page, texts in their boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from salesduty.renderers.pages.sheets import Sheet, smallest
from salesduty.results.drawing import LEADING, Box, Drawing, Link

_COMFORTABLE = 6.0
_LEAST = 0.65


def drawn(drawing: Drawing, sheet: Sheet, places: Mapping[str, str]) -> dict[str, Any]:
    """Return `drawing` as large as `sheet` lets it be; `places` are what a box may lead to, by the address it stands for."""
    scale = sheet.scale(drawing)
    behind = [box for box in drawing.boxes if box.behind]
    before = [box for box in drawing.boxes if not box.behind]
    return {
        "width": _rounded(drawing.width * scale),
        "height": _rounded(drawing.height * scale),
        "leading": LEADING,
        # How much smaller it may be made to share a page with what is above it.
        "least": _rounded(min(max(_COMFORTABLE / (smallest(drawing) * scale), _LEAST), 1.0)),
        "behind": [_box(box, scale, places) for box in behind],
        "links": [_link(link, scale) for link in drawing.links],
        "boxes": [_box(box, scale, places) for box in before],
    }


def _box(box: Box, scale: float, places: Mapping[str, str]) -> dict[str, Any]:
    return {
        "x": _rounded(box.x * scale),
        "y": _rounded(box.y * scale),
        "width": _rounded(box.width * scale),
        "height": _rounded(box.height * scale),
        "manner": box.manner,
        "lines": [
            [line, _rounded(size * scale), place < box.strong]
            for place, (line, size) in enumerate(zip(box.lines, box.sizes, strict=True))
        ],
        "name": places.get(box.anchor, "") if box.anchor else "",
    }


def _link(link: Link, scale: float) -> dict[str, Any]:
    return {
        "points": [[_rounded(x * scale), _rounded(y * scale)] for x, y in link.points],
        "arrow": link.arrow,
        "dashed": link.dashed,
    }


def _rounded(length: float) -> float:
    return round(length, 2)
