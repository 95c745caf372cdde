"""Which candidates are marks: the reading of a whole document in which the numbers count on best.

A beam search from the first character to the last. A state is the levels that are open and where the last mark ends; each
candidate is taken in every way that the levels allow, or left. What a reading costs is what stands around its marks, what is
left uncounted though it begins a line like a number, and how far its numbers are from 1, 2, 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from salesduty.intake.items import levels as at_levels
from salesduty.intake.items.blocks import Block
from salesduty.intake.items.headings import heading_before, names
from salesduty.intake.items.levels import Levels
from salesduty.intake.items.marks import Mark, inside, opening
from salesduty.intake.items.numerals import plain
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.manuscript import Line

_WIDTH, _WORST, _CROWD, _CROWDED = 10, 8.0, 3000, 3
_HEADED, _EMPTY_BODY, _NUMBERED, _TITLE = 0.2, 3.0, -1.5, -0.9
_LEAD, _TWICE = -0.5, -2.0
_DRAWN, _DRAWN_TWICE, _HOPELESS, _DOUBTFUL = -4.0, 0.0, 3.6, 1.0
_NAMES_A_POST = -4.0
_POST = re.compile(
    r"[^\d，。；、,;:：（()）]{2,16}\s*[（(]?\s*(?:招聘?)?\s*(?:若干|\d{1,3}(?:\s*[-—~～至]+\s*\d{1,3})?)\s*[名人](?:\s*[)）]|\s|$)"
)
"""What a number in the midst of a line counts that is a post and how many hold it: 二、网页设计（1名）."""
_TITLE_LONGEST, _SHORT = 30, 20
_ENDS = "。;!?…,"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A mark of a block and the depth of what it counts; `starts` that a list begins with it."""

    mark: Mark
    depth: int
    starts: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A block, its marks in order, and the depth of what stands before the first."""

    block: Block
    chosen: tuple[Chosen, ...]
    depth: int


class _Trail(NamedTuple):
    before: _Trail | None
    place: int
    mark: Mark | None
    depth: int


class _State(NamedTuple):
    cost: float
    levels: Levels
    busy: int
    trail: _Trail | None


def read(blocks: Sequence[Block], lexicon: Lexicon) -> list[Read]:
    """Return the blocks with their marks."""
    marks = [_candidates(block, lexicon) for block in blocks]
    if len(blocks) == 1 and not marks[0]:
        return [Read(blocks[0], (), 0 if blocks[0].lines[0].heading else -1)]
    states = [_State(0.0, None, 0, None)]
    part = blocks[0].lines[0].part if blocks else ""
    for place, block in enumerate(blocks):
        if block.lines[0].part != part:
            part = block.lines[0].part
            states = [state._replace(levels=None) for state in states]
        states = _through(place, block, marks[place], states, lexicon)
    found: list[list[Chosen]] = [[] for _ in blocks]
    depths = [-1] * len(blocks)
    trail = min(states).trail if len(states) == 1 else min(states, key=lambda each: each.cost).trail
    while trail is not None:
        if trail.mark is not None:
            found[trail.place].append(Chosen(trail.mark, trail.depth, starts=trail.mark.value[-1:] == (1,)))
        else:
            depths[trail.place] = trail.depth
        trail = trail.before
    return [Read(block, tuple(reversed(chosen)), depth) for block, chosen, depth in zip(blocks, found, depths, strict=True)]


def _candidates(block: Block, lexicon: Lexicon) -> list[Mark]:
    line = block.lines[0]
    first = opening(block.text)
    if line.label or line.depth >= 0:
        drawn = _drawn(line)
        first = [*(replace(each, loss=0.0) for each in first), replace(drawn, cost=_DRAWN_TWICE) if first else drawn]
    within = (_favoured(block.text, _with_heading(block.text, mark, lexicon)) for mark in inside(block.text))
    marks = [*first, *(mark for mark in within if mark.cost <= _HOPELESS)]
    return marks if len(marks) <= _CROWD else [mark for mark in marks if mark.first or mark.cost <= _DOUBTFUL]


def _favoured(text: str, mark: Mark) -> Mark:
    """A number behind which a post and how many hold it stand is one more surely than its place says."""
    named = mark.value and _POST.match(text, mark.stop)
    return replace(mark, cost=mark.cost + _NAMES_A_POST) if named else mark


def _drawn(line: Line) -> Mark:
    """The mark that the program draws before a line: it takes no characters."""
    label = plain(line.label)
    shapes = [mark for mark in opening(f"{label} 负责") if mark.value] if label else []
    family, value = (shapes[0].family, shapes[0].value) if shapes else (f"•{label}", ())
    kin = family if len(value) > 1 else f"{family}@{max(line.depth, 0)}"
    return Mark(0, 0, family, kin, value, _DRAWN, 0.0, first=True, indent=max(line.depth, 0) * 2)


def _with_heading(text: str, mark: Mark, lexicon: Lexicon) -> Mark:
    if mark.value and mark.value[-1] == 1:
        heading = heading_before(text, mark.start, lexicon)
        if heading >= 0:
            lead = text[heading : mark.start].rstrip()[-1:] == ":"
            return replace(mark, heading=heading, cost=min(mark.cost, _LEAD if lead else _HEADED))
    return mark


@dataclass(frozen=True, slots=True)
class _Place:
    """A block on its way: the rank of its heading, whether it begins something new, how many states are kept."""

    number: int
    block: Block
    rank: int
    breaks: bool
    width: int


def _through(number: int, block: Block, marks: Sequence[Mark], states: list[_State], lexicon: Lexicon) -> list[_State]:
    """Return the states behind a block."""
    width = _CROWDED if len(marks) > _CROWD else _WIDTH
    place = _Place(number, block, block.lines[0].heading, _breaks(block.text.strip(), lexicon), width)
    begun = [_State(state.cost, state.levels, -1, state.trail) for state in states]
    groups = [(start, list(group)) for start, group in groupby(marks, key=lambda mark: mark.start)]
    if not groups or groups[0][0] > 0:
        groups.insert(0, (0, []))
    for start, group in groups:
        begun = _step(place, start, group, begun)
    return begun


def _breaks(text: str, lexicon: Lexicon) -> bool:
    """Whether a line that is not counted begins something new."""
    short = len(text) <= _SHORT and text[-1:] not in _ENDS
    return short or names(text.rstrip(":"), lexicon) or lexicon.field(text.partition(":")[0]) is not None


def _step(place: _Place, start: int, marks: list[Mark], states: list[_State]) -> list[_State]:
    found: dict[tuple[Levels, int], _State] = {}
    loss = max((mark.loss for mark in marks), default=0.0)
    rank = place.rank if start == 0 else 0
    for state in states:
        _keep(found, _left(place, state, loss) if start == 0 else state)
        if state.busy <= start:
            for mark in marks:
                for taken in _taken(place, mark, rank, state):
                    _keep(found, taken)
    return _best(found.values(), place.width)


def _left(place: _Place, state: _State, loss: float) -> _State:
    """Return the state behind the beginning of a line that is not counted."""
    levels = state.levels
    if place.rank:
        levels = at_levels.headed(levels, place.rank)
        depth = levels.depth
    else:
        depth = at_levels.under_heading(levels)
        levels = at_levels.broken(levels) if place.breaks else levels
    return _State(state.cost + loss, levels, 0, _Trail(state.trail, place.number, None, depth))


def _best(states: Iterable[_State], width: int) -> list[_State]:
    """Return the states to go on with: of those that differ far outside alone the best, so that near ones stay different."""
    ordered = sorted(states, key=lambda state: state.cost)
    worst = ordered[0].cost + _WORST
    seen: set[tuple[object, ...]] = set()
    kept: list[_State] = []
    for state in ordered:
        if state.cost > worst or len(kept) == width:
            break
        near = (state.busy, at_levels.near(state.levels))
        if near not in seen:
            seen.add(near)
            kept.append(state)
    return kept


def _keep(found: dict[tuple[Levels, int], _State], state: _State) -> None:
    key = (state.levels, state.busy)
    if key not in found or state.cost < found[key].cost:
        found[key] = state


def _taken(place: _Place, mark: Mark, rank: int, state: _State) -> Iterable[_State]:
    levels = at_levels.above(state.levels, rank, keep=True) if rank else state.levels
    cost = state.cost + mark.cost + _between(place.block, mark, state)
    ways = list(at_levels.moves(levels, mark, rank))
    if mark.heading > state.busy:
        ways += at_levels.moves(at_levels.broken(levels), mark, rank)
    for each, after in ways:
        yield _State(cost + each, after, mark.stop, _Trail(state.trail, place.number, mark, after.depth))


def _between(block: Block, mark: Mark, state: _State) -> float:
    """What the text between the last mark and this one costs."""
    if mark.first or state.busy < 0:
        return 0.0
    text = block.text[state.busy : mark.start]
    inner = state.levels is not None and (state.levels.kin != mark.kin or len(mark.value) > len(state.levels.value))
    if len(text.strip()) < 2:
        if text.strip() or not state.busy:
            return _EMPTY_BODY
        return _NUMBERED if inner else _TWICE if mark.value == (1,) and mark.family != state.levels.family else _EMPTY_BODY  # type: ignore[union-attr]
    short = len(text) <= _TITLE_LONGEST and not any(each in text for each in _ENDS)
    return _TITLE if short and inner and state.busy and mark.value[-1:] in ((), (1,)) else 0.0
