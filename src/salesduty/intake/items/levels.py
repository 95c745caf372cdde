"""The levels of numbering that are open at a place, and what it costs to count on in one of them or to open another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from salesduty.intake.items.marks import Mark

_DEEPEST = 12

# Costs, in the currency of `marks`.
_NEXT, _CHILD, _FIRST_CHILD, _OPEN, _RESTART, _GAP, _FAR, _SAME, _BACK, _LATE = (
    -1.5,
    -1.6,
    -1.5,
    0.5,
    0.9,
    0.8,
    2.0,
    1.3,
    2.0,
    1.5,
)
_LATE_INSIDE, _OTHER, _ACROSS, _BULLET, _BULLETS, _OVER, _ON = 3.0, 0.35, 0.3, 0.3, -0.7, 0.2, -1.0
_BARE, _OUTSIDE, _NEAR, _INNERMOST = 1.5, 0.3, 3, 3


class Level(NamedTuple):
    """A level and those around it.

    `rank` is that of a heading (1–9), 0 for a list, -1 for a line between lists, which ends their reach. `past` is how far the
    lists within it had counted when it went on: those of the next chapter may count on.
    """

    around: Level | None
    family: str
    kin: str
    value: tuple[int, ...]
    indent: int
    depth: int
    rank: int = 0
    past: tuple[tuple[str, tuple[int, ...]], ...] = ()


Levels = Level | None


def broken(levels: Levels) -> Levels:
    """Return the levels below a line that is not counted and begins something new."""
    each = levels
    while each is not None and each.rank <= 0:
        if each.rank < 0:
            return each
        each = each.around
    return Level(levels, "|", "|", (), 0, _depth(levels), -1)


def headed(levels: Levels, rank: int) -> Level:
    """Return the levels below a heading of `rank` that is not counted."""
    around = above(levels, rank, keep=False)
    return Level(around, f"h{rank}", f"h{rank}", (), 0, _depth(around) + 1, rank)


def above(levels: Levels, rank: int, *, keep: bool) -> Levels:
    """Return the levels that a heading of `rank` lies in, with the one of the same rank if `keep`."""
    found = levels if keep else None
    near: Levels = None
    each = levels
    cut = False
    while each is not None:
        if each.rank >= rank:
            found, cut = (each if keep and each.rank == rank else each.around), True
        elif each.rank > 0 and near is None:
            near = each
        each = each.around
    return found if cut or near is None else near


def _depth(levels: Levels) -> int:
    return -1 if levels is None else levels.depth


def near(levels: Levels) -> tuple[object, ...]:
    """Return how the innermost levels count."""
    found: list[object] = []
    each = levels
    while each is not None and len(found) < 2 * _INNERMOST:
        found += (each.kin, each.value)
        each = each.around
    return tuple(found)


def under_heading(levels: Levels) -> int:
    """Return the depth of a line that is not counted: that of what the nearest heading holds, -1 where there is none."""
    heading = _headings(levels)
    return -1 if heading is None else heading.depth + 1


def _headings(levels: Levels) -> Levels:
    """Return the headings that are open, without the lists below them."""
    each = levels
    while each is not None and each.rank <= 0:
        each = each.around
    return each


def moves(levels: Levels, mark: Mark, rank: int) -> Iterator[tuple[float, Level]]:
    """Yield what `mark` may mean where `levels` are open: what that costs and the levels that it leaves open."""
    reached, crossed, each = False, False, levels
    past: tuple[tuple[str, tuple[int, ...]], ...] = ()
    while each is not None:
        if each.rank < 0:
            crossed = True
        elif each.kin == mark.kin and not (each.rank and rank and each.rank != rank):
            if not mark.value and mark.indent > each.indent + 1 and mark.first:
                break
            cost = _step(each.value, mark) + (0.0 if each.family == mark.family else _OTHER) + (_ACROSS if crossed else 0.0)
            cost += _OUTSIDE if not mark.value and mark.first and mark.indent < each.indent - 1 else 0.0
            if not (mark.value and mark.value[-1] == 1 and crossed and not mark.value[:-1]):
                yield cost, _level(each.around, each.family, mark, rank or each.rank, past or each.past)
            reached = reached or not crossed
            if not mark.value and mark.indent >= each.indent - 1:
                return
        past = ((each.kin, each.value),) if each.value else past
        each = each.around
    if _depth(levels) < _DEEPEST:
        yield from _opened(levels, mark, rank, reached=reached)


def _opened(levels: Levels, mark: Mark, rank: int, *, reached: bool) -> Iterator[tuple[float, Level]]:
    level = _level(levels, mark.family, mark, rank)
    if not mark.value:
        yield _BULLET, level
    elif mark.value[-1] == 1 or mark.family == "1.0":
        around = levels
        while around is not None and around.rank < 0:
            around = around.around
        child = len(mark.value) > 1 and around is not None and around.value[-1:] == mark.value[:1]
        if not reached:
            yield (_FIRST_CHILD if child else _OPEN + _bare(mark)), level
        elif levels is not None and mark.first and mark.indent > levels.indent + 1 and levels.kin == mark.kin:
            yield _OPEN, level
    elif not reached:
        if levels is not None and any(kin == mark.kin and value[-1] + 1 == mark.value[-1] for kin, value in levels.past):
            yield _ON, level
            return
        late = _LATE if mark.first else _LATE_INSIDE
        yield late, level
        if levels is not None and levels.rank <= 0:
            yield late + _OVER, _level(_headings(levels), mark.family, mark, rank)


def _bare(mark: Mark) -> float:
    return _BARE if mark.kin == "bare" and not mark.first else 0.0


def _level(around: Levels, family: str, mark: Mark, rank: int, past: tuple[tuple[str, tuple[int, ...]], ...] = ()) -> Level:
    depth = _depth(around) + 1 + (max(0, len(mark.value) - 2) if mark.family == "8.1" else 0)
    return Level(around, family, mark.kin, mark.value, mark.indent, depth, rank, past)


def _step(before: tuple[int, ...], mark: Mark) -> float:
    """What it costs to count on from `before`."""
    value = mark.value
    if not value:
        return _BULLETS
    if len(value) == 1 == len(before):
        ahead = value[0] - before[0]
        if value[0] == 1:
            return _RESTART + _bare(mark)
        return (
            _NEXT - 0.1 * min(value[0] - 2, 6)
            if ahead == 1
            else _SAME
            if ahead == 0
            else _BACK
            if ahead < 0
            else _GAP
            if ahead <= _NEAR
            else _FAR
        )
    common = next(
        (at for at, (old, new) in enumerate(zip(before, value, strict=False)) if old != new), min(len(before), len(value))
    )
    if common == len(before) < len(value):
        return _CHILD if set(value[common:]) == {1} else _GAP
    if common == len(value):
        return _SAME
    ahead, rest = value[common] - before[common], value[common + 1 :]
    if ahead == 1:
        return _NEXT if not rest or set(rest) == {1} else _GAP
    return _GAP if 0 < ahead <= _NEAR else _BACK
