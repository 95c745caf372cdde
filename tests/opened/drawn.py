"""What is wrong with a drawing as a picture: boxes over each other, lines through boxes, text that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from salesduty.results.drawing import LEADING, Box, Drawing
from salesduty.text.measure import width

_SLACK = 0.05
Rectangle = tuple[float, float, float, float]


def complaints(drawing: Drawing) -> list[str]:
    """Return what is wrong with `drawing`, nothing for a sound one."""
    return [*_misplaced(drawing), *_overlapping(drawing), *_overfull(drawing), *_crossing(drawing)]


def _misplaced(drawing: Drawing) -> Iterator[str]:
    for box in drawing.boxes:
        left, top, right, bottom = _edges(box)
        if min(left, top) < -_SLACK or right > drawing.width + _SLACK or bottom > drawing.height + _SLACK:
            yield f"outside the picture: {box}"


def _overlapping(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations((box for box in drawing.boxes if not box.behind), 2):
        if _meet(_edges(one), _edges(other)):
            yield f"over each other: {one} {other}"
    for one, other in combinations((box for box in drawing.boxes if box.behind), 2):
        if _meet(_edges(one), _edges(other)):
            yield f"grounds over each other: {one} {other}"
    for ground in (box for box in drawing.boxes if box.behind):
        for box in drawing.boxes:
            if not box.behind and _meet(_edges(ground), _edges(box)) and not _inside(_edges(box), _edges(ground)):
                yield f"on the edge of its ground: {box} {ground}"


def _overfull(drawing: Drawing) -> Iterator[str]:
    for box in drawing.boxes:
        if sum(box.sizes) * LEADING > box.height + 1:
            yield f"too many lines: {box}"
        for place, (line, size) in enumerate(zip(box.lines, box.sizes, strict=True)):
            if width(line, size, bold=place < box.strong) > box.width + _SLACK:
                yield f"too long a line: {box}"
            if size < 7:
                yield f"too small to read: {box}"


def _crossing(drawing: Drawing) -> Iterator[str]:
    solid = [_edges(box) for box in drawing.boxes if box.manner != "lane"]
    for link in drawing.links:
        for end in (link.points[0], link.points[-1]):
            if not any(_on_edge(end, edges) for edges in solid):
                yield f"leads to nothing: {link} {end}"
        for (x, y), (next_x, next_y) in pairwise(link.points):
            if abs(x - next_x) > _SLACK and abs(y - next_y) > _SLACK:
                yield f"slanting: {link}"
            stretch = (min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))
            yield from (f"through a box: {link} {edges}" for edges in solid if _runs_through(stretch, edges))


def _edges(box: Box) -> Rectangle:
    return (box.x, box.y, box.x + box.width, box.y + box.height)


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return all(one[at] < other[at + 2] - _SLACK and other[at] < one[at + 2] - _SLACK for at in (0, 1))


def _inside(inner: Rectangle, outer: Rectangle) -> bool:
    return all(outer[at] <= inner[at] + _SLACK and inner[at + 2] <= outer[at + 2] + _SLACK for at in (0, 1))


def _runs_through(stretch: Rectangle, edges: Rectangle) -> bool:
    return all(stretch[at] < edges[at + 2] - _SLACK and stretch[at + 2] > edges[at] + _SLACK for at in (0, 1))


def _on_edge(point: tuple[float, float], edges: Rectangle) -> bool:
    x, y = point
    left, top, right, bottom = edges
    inside = left - _SLACK <= x <= right + _SLACK and top - _SLACK <= y <= bottom + _SLACK
    return inside and min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= _SLACK
