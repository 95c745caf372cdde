"""The steps of a process in lanes, one for each party that takes part, with arrows from step to step.

Arrows turn only in the gaps between two steps, and who else takes part in a step stands above or below it in the same
column, so that no line runs through a box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from salesduty.results.drawing import LEADING, MINOR, Box, Drawing, Link, Manner
from salesduty.text import measure
from salesduty.text.visible import one_line
from salesduty.views import mermaid
from salesduty.views.taking_part import DECIDES, NOBODY, Part

WIDTH = 636.0
"""The room on a landscape page of A4 with the margins of GB/T 9704-2012, in points."""
_FIRST, _LATER = 300.0, 340.0
"""The height that is left below the heading and the form of a process, and below a heading alone."""
_HEADER = 74.0
_GAP = 16.0
_EVENT = 26.0
_WIDEST, _MOST, _FEWEST = 108.0, 6, 4
"""How wide the box of a step may be, in points; how many steps may stand beside each other, and how few should."""
_SIZE = 8.6
_SMALL = _SIZE * MINOR
_SIDE, _EDGE = 4.0, 5.0
_PAD = 6.0
_NAME = 36
"""Longer names and time limits are shortened in a box; the table below has them whole."""
_BESIDE = 8
"""Where a step that stands alone does not fit a page, so many of those who take part are drawn and the rest are counted."""


def drawings(parts: Sequence[Part], title: str, rank: Mapping[str, int], anchor: str) -> tuple[Drawing, ...]:
    """Return the steps of a process as drawings that fit a page each; `rank` tells the order of lanes."""
    pieces: list[_Piece] = []
    while (start := pieces[-1].end if pieces else 0) < len(parts):
        pieces.append(_longest(parts, start, rank))
    even = [
        _best(parts, len(parts) * place // len(pieces), len(parts) * (place + 1) // len(pieces), rank)
        for place in range(len(pieces))
    ]
    if all(each is not None for each in even):
        pieces = [each for each in even if each is not None]
    return tuple(_drawn(piece, title, place, len(pieces), anchor) for place, piece in enumerate(pieces))


def _longest(parts: Sequence[Part], start: int, rank: Mapping[str, int]) -> _Piece:
    """The longest piece from `start` on that fits a page; where it would be short, only those who work are drawn."""
    most = min(_MOST, len(parts) - start)
    for detail, fewest in ((True, min(_FEWEST, most)), (False, min(_FEWEST, most)), (True, 1), (False, 1)):
        for count in range(most, fewest - 1, -1):
            piece = _Piece.of(parts, start, start + count, rank, whole=detail)
            if piece.fits:
                return piece
    return _Piece.of(parts, start, start + 1, rank, whole=False, beside=_BESIDE)


def _best(parts: Sequence[Part], start: int, end: int, rank: Mapping[str, int]) -> _Piece | None:
    """The steps from `start` up to `end` with as much detail as fits a page; None where they do not fit."""
    pieces = (_Piece.of(parts, start, end, rank, whole=whole) for whole in (True, False))
    return next((piece for piece in pieces if piece.fits and end - start <= _MOST), None)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Steps beside each other: the parties in their lanes, how high each lane is, and who stands beside the holder of each step.

    `more` tells how many others take part who are not drawn.
    """

    parts: tuple[Part, ...]
    start: int
    last: bool
    lanes: tuple[str, ...]
    heights: tuple[float, ...]
    marks: tuple[Mapping[str, tuple[str, ...]], ...]
    box: float
    gap: float
    more: int

    @classmethod
    def of(
        cls, parts: Sequence[Part], start: int, end: int, rank: Mapping[str, int], *, whole: bool, beside: int | None = None
    ) -> _Piece:
        """Return the piece of `parts` from `start` up to `end`; at most `beside` stand beside the holder of a step."""
        shown = tuple(parts[start:end])
        around = [*([None] if start == 0 else [parts[start - 1]]), *parts[start : end + 1], None]
        found = [part.marks(around[place], around[place + 2], whole=whole) for place, part in enumerate(shown)]
        marks = tuple(dict(islice(each.items(), beside)) for each in found)
        room = WIDTH - _HEADER - 2 * (_EVENT + 2 * _GAP) + _GAP
        box = min(room / len(shown) - _GAP, _WIDEST)
        seen = dict.fromkeys(party for part, others in zip(shown, marks, strict=True) for party in (part.holder, *others))
        order = {party: place for place, party in enumerate(seen)}
        lanes = tuple(sorted(seen, key=lambda party: (rank.get(party, len(rank)), party == NOBODY, order[party])))
        more = sum(map(len, found)) - sum(map(len, marks))
        heights = {party: len(_party(party)) * _SIZE * LEADING for party in lanes}
        for part, others in zip(shown, marks, strict=True):
            heights[part.holder] = max(heights[part.holder], _step_height(part, box))
            for party, roles in others.items():
                heights[party] = max(heights[party], _mark_height(roles, box))
        high = tuple(heights[lane] + 2 * _PAD for lane in lanes)
        return cls(shown, start, end == len(parts), lanes, high, marks, box, room / len(shown) - box, more)

    @property
    def end(self) -> int:
        """The place of the first step after the piece."""
        return self.start + len(self.parts)

    @property
    def fits(self) -> bool:
        """Whether the piece fits a page."""
        return self.height + _SMALL * LEADING * 1.5 <= (_LATER if self.start else _FIRST)

    @property
    def height(self) -> float:
        """How high the piece is."""
        return sum(self.heights)

    def left(self, place: int) -> float:
        """Where the step at `place` begins."""
        return _HEADER + _GAP + _EVENT + _GAP + place * (self.box + self.gap)

    def middle(self, party: str) -> float:
        """The height of the middle of the lane of `party`."""
        place = self.lanes.index(party)
        return sum(self.heights[:place]) + self.heights[place] / 2


def _drawn(piece: _Piece, title: str, place: int, count: int, anchor: str) -> Drawing:
    boxes = [*_lanes(piece)]
    links: list[Link] = []
    for at in range(len(piece.parts)):
        boxes.append(_step(piece, at))
        boxes.extend(_marks(piece, at))
        links.extend(_beside(piece, at))
        if at:
            links.append(_arrow(piece, at))
    ends, joined = _events(piece)
    links.extend(joined)
    legend = tuple(_legend(piece, links))
    return Drawing(
        WIDTH,
        piece.height + (_SMALL * LEADING * 1.5 if legend else 0),
        (*boxes, *ends, *legend),
        tuple(links),
        title if count == 1 else f"{title}（{place + 1}/{count}）",
        _words(piece),
        _mermaid(piece),
        anchor if place == 0 else "",
    )


def _legend(piece: _Piece, links: Sequence[Link]) -> Iterator[Box]:
    """What colours and broken lines mean, as far as they occur."""
    said = []
    if any(part.decides or any(DECIDES in roles for roles in marks.values()) for part, marks in _steps(piece)):
        said.append("彩色框：由谁决定")
    if any(piece.marks):
        said.append("浅色虚线：同一环节的其他参与方")
    if any(link.arrow and link.dashed for link in links):
        said.append("虚线箭头：换了岗位，但没有写明交接")
    if piece.more:
        said.append(f"另有 {piece.more} 方参与，见下表")
    if said:
        top = piece.height + _SMALL * LEADING * 0.5
        yield Box(_HEADER, top, WIDTH - _HEADER, _SMALL * LEADING, ("　　".join(said),), "plain", _SMALL)


def _steps(piece: _Piece) -> Iterator[tuple[Part, Mapping[str, tuple[str, ...]]]]:
    return zip(piece.parts, piece.marks, strict=True)


def _party(name: str) -> tuple[str, ...]:
    return measure.lines(one_line(name, _NAME), _SIZE, _HEADER - 2 * _SIDE, bold=True)


def _step_lines(part: Part, width: float) -> tuple[tuple[str, ...], int]:
    """The lines of the box of a step, and how many of them are its name."""
    room = width - 2 * _SIDE
    name = measure.lines(f"{part.number} {one_line(part.name, _NAME)}", _SIZE, room, bold=True)
    sla = measure.lines(one_line(part.sla, _NAME), _SIZE * MINOR, room)
    return (*name, *sla), len(name)


def _step_height(part: Part, width: float) -> float:
    lines, strong = _step_lines(part, width)
    return round(2 * _EDGE + LEADING * _SIZE * (strong + MINOR * (len(lines) - strong)), 1)


def _lanes(piece: _Piece) -> Iterator[Box]:
    top = 0.0
    for party, height in zip(piece.lanes, piece.heights, strict=True):
        yield Box(0, top, WIDTH, height, (), "lane")
        lines = _party(party)
        yield Box(0, top, _HEADER, height, lines, "party", _SIZE, strong=len(lines))
        top += height


def _step(piece: _Piece, at: int) -> Box:
    part = piece.parts[at]
    lines, strong = _step_lines(part, piece.box)
    height = _step_height(part, piece.box)
    top = piece.middle(part.holder) - height / 2
    manner: Manner = "decision" if part.decides else "step"
    return Box(piece.left(at), top, piece.box, height, lines, manner, _SIZE, part.address, strong)


def _mark_lines(roles: Sequence[str], box: float) -> tuple[str, ...]:
    return measure.lines("、".join(roles), _SMALL, box - 3 * _SIDE)


def _mark_height(roles: Sequence[str], box: float) -> float:
    return len(_mark_lines(roles, box)) * _SMALL * LEADING + _SIDE


def _marks(piece: _Piece, at: int) -> Iterator[Box]:
    for party, roles in piece.marks[at].items():
        lines, height = _mark_lines(roles, piece.box), _mark_height(roles, piece.box)
        width = min(max(measure.width(line, _SMALL) for line in lines) + 3 * _SIDE, piece.box)
        left = piece.left(at) + (piece.box - width) / 2
        manner: Manner = "decision" if DECIDES in roles else "note"
        yield Box(left, piece.middle(party) - height / 2, width, height, lines, manner, _SMALL)


def _beside(piece: _Piece, at: int) -> Iterator[Link]:
    """The lines that join a step to those who take part in it, from each to the next."""
    part = piece.parts[at]
    middle = piece.left(at) + piece.box / 2
    spans = [(piece.middle(party), _mark_height(roles, piece.box) / 2) for party, roles in piece.marks[at].items()]
    spans.append((piece.middle(part.holder), _step_height(part, piece.box) / 2))
    spans.sort()
    for (upper, above), (lower, below) in pairwise(spans):
        yield Link(((middle, upper + above), (middle, lower - below)), dashed=True, faint=True)


def _arrow(piece: _Piece, at: int) -> Link:
    """The arrow to the step at `at` from the one before it; broken where another takes over without a hand-off being written."""
    before, after = piece.parts[at - 1], piece.parts[at]
    start, end = piece.left(at) - piece.gap, piece.left(at)
    upper, lower = piece.middle(before.holder), piece.middle(after.holder)
    if before.holder == after.holder:
        return Link(((start, upper), (end, upper)), arrow=True)
    turn = start + (piece.gap - 6) / 2
    points = ((start, upper), (turn, upper), (turn, lower), (end, lower))
    return Link(points, arrow=True, dashed=after.holder not in before.receivers)


def _events(piece: _Piece) -> tuple[list[Box], list[Link]]:
    """Where the process starts and ends, or where the drawing goes on from and to another one."""
    first, last = piece.middle(piece.parts[0].holder), piece.middle(piece.parts[-1].holder)
    left, right = piece.left(0), piece.left(len(piece.parts)) - piece.gap
    half = _SIZE * LEADING / 2 + 1
    boxes = [
        Box(left - _GAP - _EVENT, first - half, _EVENT, 2 * half, ("上接" if piece.start else "开始",), "event", 7.2),
        Box(right + _GAP, last - half, _EVENT, 2 * half, ("结束" if piece.last else "下转",), "event", 7.2),
    ]
    return boxes, [
        Link(((left - _GAP, first), (left, first)), arrow=True),
        Link(((right, last), (right + _GAP, last)), arrow=True),
    ]


def _said(part: Part, marks: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What is known about a step besides its name, in words."""
    roles = [f"{'、'.join(found)}：{party}" for party, found in marks.items()]
    return (*roles, *((f"时限：{part.sla}",) if part.sla else ()))


def _words(piece: _Piece) -> str:
    said = []
    for part, marks in _steps(piece):
        said.append("，".join((f"{part.number} {part.name}：{part.holder}", *_said(part, marks))))
    return "；".join(said) + "。"


def _mermaid(piece: _Piece) -> str:
    statements = []
    for place, party in enumerate(piece.lanes):
        held = [(part, marks) for part, marks in _steps(piece) if part.holder == party]
        if held:
            statements.append(f"subgraph l{place}[{mermaid.label((party,))}]")
            for part, marks in held:
                lines = (f"{part.number} {part.name}", *_said(part, marks))
                statements.append("  " + mermaid.node(f"s{part.number}", lines, "decision" if part.decides else "step"))
            statements.append("end")
    for before, after in pairwise(piece.parts):
        broken = before.holder != after.holder and after.holder not in before.receivers
        statements.append(f"s{before.number} {'-.->' if broken else '-->'} s{after.number}")
    return mermaid.flowchart("LR", statements, ("decision" if part.decides else "step" for part in piece.parts))
