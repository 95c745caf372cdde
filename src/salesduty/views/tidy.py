"""A tree of boxes laid out on a page: each superior above the middle of those who report to it, no two boxes near each other.

The drawing of trees is that of Reingold and Tilford as Buchheim, Jünger and Leipert made it linear ("Improving Walker's
algorithm to run in linear time", 2002), with two things that organisation charts do besides: boxes without others below them
may stand in columns, and those of one group stand in a frame. Heights differ, so the rows that a column reaches into are kept
free beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

GAP = 12.0
"""The distance between boxes beside each other, in points."""
FALL = 20.0
"""The distance between a superior and those below it."""
STEP = 7.0
"""The distance between boxes below each other in a column."""
INDENT = 12.0
"""How far the boxes of a column stand to the right of the line that they hang on."""
FRAME = 6.0
"""The distance between the frame of a group and the boxes in it."""
_NEAR = 12.0
"""A superior stands right above one of those below it rather than this far from it."""
_LEAST = 5
"""A group is not taken apart into columns of fewer than this, however short other columns are."""
_UNDER = 9.0
"""How far from the left edge of a superior the line of its only column goes down."""

Point = tuple[float, float]


@dataclass(frozen=True, eq=False, slots=True)
class Tile:
    """A box to be placed: its height, the group that it stands in (empty for none), and what hangs below it.

    One that is not `shown` has no height and only holds others together. One that `leads` stands in a row even where
    nothing hangs below it here.
    """

    height: float
    children: tuple[Tile, ...] = ()
    group: str = ""
    shown: bool = True
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How a tree is laid out: the width of its boxes, from how many siblings with nothing below them they are stacked, and
    how many stand in a column at most. `title` is the height of the title of a group. `stacks_leaders` tells whether those that
    lead may be stacked, too.
    """

    width: float
    stacked_from: int
    column: int
    title: float
    stacks_leaders: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a group: its upper left corner and its size. Its title stands in the uppermost part of it."""

    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the size of all, the upper left corner of each box, the lines down to them, and the frames."""

    width: float
    height: float
    places: Mapping[Tile, Point]
    lines: tuple[tuple[Point, ...], ...]
    frames: tuple[Frame, ...]


@dataclass(eq=False, slots=True)
class _Unit:
    """What takes one place in the row below a superior: a box with all below it, or a column of boxes, in a frame if `title`.

    `x` is where its middle stands from that of what it hangs on; `at` where on the page. `left` and `right` are how far it
    reaches from its middle in each row, the lowest row first; `left_at` and `right_at` are to be added to all of them.
    """

    tiles: tuple[Tile, ...]
    depth: int
    is_column: bool = False
    title: str = ""
    units: tuple[_Unit, ...] = ()
    x: float = 0
    at: float = 0
    shift: float = 0
    change: float = 0
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    left_at: float = 0
    right_at: float = 0


def laid_out(root: Tile, manner: Manner) -> Layout:
    """Return where `root` and all below it stand; time and memory grow with their number."""
    units = _all_units(root, manner)
    rows = _rows(units, root)
    for unit in reversed(units):
        if unit.is_column:
            _reach(unit, rows, manner)
        else:
            _join(unit, manner)
    for unit in units:
        for below in unit.units:
            below.at = unit.at + below.x
    return _placed(units, rows, manner)


def _all_units(root: Tile, manner: Manner) -> list[_Unit]:
    """Every unit, each before those below it."""
    units: list[_Unit] = []
    waiting = [_Unit((root,), 0)]
    while waiting:
        unit = waiting.pop()
        units.append(unit)
        if not unit.is_column:
            unit.units = tuple(_below(unit.tiles[0], unit.depth + 1, manner))
            waiting.extend(reversed(unit.units))
    return units


def _below(tile: Tile, depth: int, manner: Manner) -> Sequence[_Unit]:
    """What stands below `tile`, in the order of what comes first in each."""
    order = {child: place for place, child in enumerate(tile.children)}
    firm = {child for child in tile.children if child.children or (child.leads and not manner.stacks_leaders)}
    sizes = Counter(child.group for child in tile.children if child.group and child not in firm)
    grouped: dict[str, list[Tile]] = {}
    alone: list[Tile] = []
    units: list[_Unit] = []
    for child in tile.children:
        if child in firm:
            units.append(_Unit((child,), depth))
        elif sizes[child.group] > 1:
            grouped.setdefault(child.group, []).append(child)
        else:
            alone.append(child)
    for title, tiles in grouped.items():
        units.extend(_Unit(part, depth, True, title) for part in _columns(tiles, max(manner.column, _LEAST)))
    if len(alone) >= manner.stacked_from:
        units.extend(_Unit(part, depth, True) for part in _columns(alone, manner.column))
    else:
        units.extend(_Unit((child,), depth) for child in alone)
    return sorted(units, key=lambda unit: order[unit.tiles[0]])


def _columns(tiles: Sequence[Tile], most: int) -> Iterator[tuple[Tile, ...]]:
    """`tiles` in columns of at most `most`, about equally long, the longer ones first."""
    count = -(-len(tiles) // most)
    short, longer = divmod(len(tiles), count)
    start = 0
    for place in range(count):
        end = start + short + (place < longer)
        yield tuple(tiles[start:end])
        start = end


def _rows(units: Sequence[_Unit], root: Tile) -> list[float]:
    """Where each row begins."""
    heights: list[float] = []
    for unit in units:
        while len(heights) <= unit.depth:
            heights.append(0)
        if not unit.is_column:
            heights[unit.depth] = max(heights[unit.depth], unit.tiles[0].height)
    rows = [0.0]
    for depth, height in enumerate(heights):
        rows.append(rows[-1] + height + (FALL if depth or root.shown else 0))
    return rows


def _reach(unit: _Unit, rows: Sequence[float], manner: Manner) -> None:
    """Tell how far a column reaches to both sides, in each row that it reaches into."""
    side = _side(unit, manner)
    # The line to those in the row below runs half a fall above them, and must not touch the column either.
    bottom = rows[unit.depth] + _column_height(unit, manner) + FALL / 2 + STEP
    reached = bisect_left(rows, bottom, lo=unit.depth) - unit.depth
    if bottom > rows[-1]:  # below the lowest row nothing stands but columns
        reached = len(rows) - unit.depth + 1
    unit.left = [-side] * max(reached, 1)
    unit.right = [side] * max(reached, 1)


def _column_height(unit: _Unit, manner: Manner) -> float:
    boxes = sum(tile.height for tile in unit.tiles) + STEP * (len(unit.tiles) - 1)
    return boxes + (manner.title + 2 * FRAME if unit.title else 0)


def _join(unit: _Unit, manner: Manner) -> None:
    """Put the units below a box beside each other and the box above their middle."""
    if unit.units:
        first = unit.units[0]
        unit.left, unit.left_at, unit.right, unit.right_at = first.left, first.left_at, first.right, first.right_at
        owners = [(len(first.right), 0)]
        for place in range(1, len(unit.units)):
            _add(unit, place, owners)
        _spread(unit.units)
        middle = (unit.units[0].x + unit.units[-1].x) / 2
        nearest = min((_hung(below, manner) for below in unit.units), key=lambda hung: abs(hung - middle))
        if _hangs_alone(unit):
            middle = _hung(unit.units[0], manner) - _UNDER + manner.width / 2
        elif abs(nearest - middle) < _NEAR:
            middle = nearest
        for below in unit.units:
            below.x -= middle
        unit.left_at -= middle
        unit.right_at -= middle
    side = manner.width / 2 if unit.tiles[0].shown else 0
    unit.left.append(-side - unit.left_at)
    unit.right.append(side - unit.right_at)


def _hung(unit: _Unit, manner: Manner) -> float:
    """Where the line goes down to a unit, from the middle of what it hangs on."""
    return unit.x - _side(unit, manner) if unit.is_column and not unit.title else unit.x


def _hangs_alone(unit: _Unit) -> bool:
    """Whether all that stands below a box is one column without a frame."""
    return unit.tiles[0].shown and len(unit.units) == 1 and unit.units[0].is_column and not unit.units[0].title


def _add(unit: _Unit, place: int, owners: list[tuple[int, int]]) -> None:
    """Put the unit at `place` as near to those before it as it may stand; `owners` are those that stick out to the right,
    with the number of rows down to which they do, the lowest first.
    """
    new = unit.units[place]
    owner = len(owners) - 1
    for row in range(min(len(unit.right), len(new.left))):
        while owners[owner][0] <= row:
            owner -= 1
        at = unit.right[-1 - row] + unit.right_at - new.left[-1 - row] - new.left_at + GAP
        if row == 0:
            new.x = at
        elif at > new.x:
            _share(unit.units, owners[owner][1], place, at - new.x)
            new.x = at
    if len(new.right) >= len(unit.right):
        unit.right, unit.right_at = new.right, new.right_at + new.x
    else:
        for row in range(len(new.right)):
            unit.right[-1 - row] = new.right[-1 - row] + new.right_at + new.x - unit.right_at
    if len(new.left) > len(unit.left):
        kept, kept_at = unit.left, unit.left_at
        unit.left, unit.left_at = new.left, new.left_at + new.x
        for row in range(len(kept)):
            unit.left[-1 - row] = kept[-1 - row] + kept_at - unit.left_at
    while owners and owners[-1][0] <= len(new.right):
        owners.pop()
    owners.append((len(new.right), place))


def _share(units: Sequence[_Unit], touched: int, place: int, distance: float) -> None:
    """Note that the unit at `place` moves by `distance` because of the one that it touched, and that those between them
    share it.
    """
    part = distance / (place - touched)
    units[place].change -= part
    units[place].shift += distance
    units[touched].change += part


def _spread(units: Sequence[_Unit]) -> None:
    """Move the units that stand between two that touched; those two stand where they should already."""
    shift = change = 0.0
    for unit in reversed(units):
        unit.x += shift
        change += unit.change
        shift += unit.shift + change


def _placed(units: Sequence[_Unit], rows: Sequence[float], manner: Manner) -> Layout:
    """Move everything to the upper left corner, and draw the lines."""
    places: dict[Tile, Point] = {}
    lines: list[tuple[Point, ...]] = []
    frames: list[Frame] = []
    edge = min((unit.at - _side(unit, manner) for unit in units if unit.tiles[0].shown), default=0)
    for unit in units:
        unit.at -= edge
    for unit in units:
        if unit.is_column:
            _place_column(unit, rows, manner, places, frames)
        else:
            places[unit.tiles[0]] = (unit.at - manner.width / 2, rows[unit.depth])
    for unit in units:
        if unit.tiles[0].shown and not unit.is_column:
            lines.extend(_lines(unit, rows, manner, places))
    shown = [unit for unit in units if unit.tiles[0].shown]
    width = max((unit.at + _side(unit, manner) for unit in shown), default=0)
    height = max((rows[unit.depth] + _height(unit, manner) for unit in shown), default=0)
    return Layout(width, height, {tile: place for tile, place in places.items() if tile.shown}, tuple(lines), tuple(frames))


def _side(unit: _Unit, manner: Manner) -> float:
    """How far a unit itself reaches to both sides."""
    return (manner.width + ((2 * FRAME if unit.title else INDENT) if unit.is_column else 0)) / 2


def _height(unit: _Unit, manner: Manner) -> float:
    return _column_height(unit, manner) if unit.is_column else unit.tiles[0].height


def _place_column(unit: _Unit, rows: Sequence[float], manner: Manner, places: dict[Tile, Point], frames: list[Frame]) -> None:
    left, top = unit.at - _side(unit, manner), rows[unit.depth]
    if unit.title:
        frames.append(Frame(unit.title, left, top, 2 * _side(unit, manner), _column_height(unit, manner)))
        top += manner.title + FRAME
    for tile in unit.tiles:
        places[tile] = (left + (FRAME if unit.title else INDENT), top)
        top += tile.height + STEP


def _lines(unit: _Unit, rows: Sequence[float], manner: Manner, places: Mapping[Tile, Point]) -> Iterator[tuple[Point, ...]]:
    """The lines from a box to what hangs below it."""
    start = (unit.at, rows[unit.depth] + unit.tiles[0].height)
    bus = rows[unit.depth + 1] - FALL / 2
    if _hangs_alone(unit):
        start = (unit.units[0].at - _side(unit.units[0], manner), start[1])
        bus = start[1]
    for below in unit.units:
        if not below.is_column or below.title:
            yield _bent(start, bus, (below.at, rows[below.depth]))
            continue
        hung = below.at - _side(below, manner)
        for tile in below.tiles:
            left, top = places[tile]
            yield (*_bent(start, bus, (hung, top + tile.height / 2)), (left, top + tile.height / 2))


def _bent(start: Point, bus: float, end: Point) -> tuple[Point, ...]:
    """The points from `start` down to the height `bus`, across, and down to `end`; straight down where they stand in line."""
    if abs(start[0] - end[0]) < 0.01:
        return (start, (start[0], end[1]))
    return (start, (start[0], bus), (end[0], bus), end)
