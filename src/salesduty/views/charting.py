"""A part of an organisation chart as a drawing on one page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from salesduty.model.choices import Status
from salesduty.results.drawing import LEADING, MINOR, Box, Drawing, Link
from salesduty.text import measure
from salesduty.text.visible import one_line
from salesduty.views import mermaid, naming
from salesduty.views.reporting import Node
from salesduty.views.tidy import Layout, Manner, Tile, laid_out

WIDTH, HEIGHT = 636.0, 352.0
"""The room for a drawing below a heading, on a landscape page of A4 with the margins of GB/T 9704-2012, in points."""
_MOST = 130
"""More boxes than this do not fit a page however small they are set."""
_DEEPEST = 14
_NAME = 36
"""Longer names are shortened in a box; the table beside the drawing has them whole."""
_SIDE, _EDGE = 5.0, 5.0
"""The room between the frame of a box and its text, beside and above it."""
_SIZES = ((10.0, 104.0), (9.0, 92.0), (8.2, 84.0))
"""Letters and boxes to choose from, in points. Where the larger letters are 8.2, the smaller ones are 7.05."""
_OPEN = ((_MOST, 4, False), (4, 2, False), (4, 3, False), (4, 5, False), (2, 4, False), (2, 6, False), (2, 9, False))
_TIGHT = ((2, 3, True), (2, 5, True), (2, 8, True), (2, 12, True))
"""From how many on posts without reports are stacked, how many in a column, and whether leaders are stacked, too."""
_SETTINGS = tuple((size, how) for sizes, hows in ((_SIZES, _OPEN), (_SIZES, _TIGHT)) for size in sizes for how in hows)
"""What is tried, what is read most easily first."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one drawing shows: `roots` and what is below them, but not what is below those whose ids are in `cut`.

    Of the reports of `shared`, only `chunk` are shown.
    """

    roots: tuple[Node, ...]
    cut: frozenset[int] = frozenset()
    shared: Node | None = None
    chunk: tuple[Node, ...] = ()

    def below(self, node: Node) -> tuple[Node, ...]:
        """Return those below `node` that are shown."""
        if id(node) in self.cut:
            return ()
        return self.chunk if node is self.shared else tuple(node.children)

    def nodes(self) -> Iterator[tuple[Node, int]]:
        """Yield every node that is shown, with its depth below its root, each before those below it."""
        waiting = [(root, 0) for root in reversed(self.roots)]
        while waiting:
            node, depth = waiting.pop()
            yield node, depth
            waiting.extend((child, depth + 1) for child in reversed(self.below(node)))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A part laid out in letters of `size`: where the box of each node stands."""

    size: float
    width: float
    tiles: Mapping[int, Tile]
    layout: Layout


def fitted(part: Part) -> Fitted | None:
    """Return `part` laid out as it is read best on a page, or None where it does not fit."""
    for count, (_, depth) in enumerate(part.nodes()):
        if count >= _MOST or depth > _DEEPEST:
            return None
    return next((found for found in _ways(part) if found.layout.width <= WIDTH and found.layout.height <= HEIGHT), None)


def _ways(part: Part) -> Iterator[Fitted]:
    """Lay out `part` in every way that is tried, the one that is read most easily first."""
    tiles: Mapping[int, Tile] = {}
    known = (0.0, 0.0)
    for (size, width), (stacked_from, column, stacks_leaders) in _SETTINGS:
        if known != (size, width):
            tiles, known = _tiles(part, size, width), (size, width)
        layout = laid_out(tiles[0], Manner(width, stacked_from, column, size * LEADING, stacks_leaders))
        yield Fitted(size, width, tiles, layout)


def _tiles(part: Part, size: float, width: float) -> Mapping[int, Tile]:
    """The tile of each node, by the id of the node; 0 is the tile that holds all together."""
    tiles: dict[int, Tile] = {}
    for node, _ in reversed(list(part.nodes())):
        below = part.below(node)
        lines, strong = _lines(node, size, width, cut=id(node) in part.cut)
        height = round(2 * _EDGE + LEADING * size * (strong + MINOR * (len(lines) - strong)), 1)
        tiles[id(node)] = Tile(height, tuple(tiles[id(child)] for child in below), node.group, leads=bool(node.children))
    tiles[0] = Tile(0, tuple(tiles[id(root)] for root in part.roots), shown=False)
    return tiles


def _lines(node: Node, size: float, width: float, *, cut: bool, figure: int = 0) -> tuple[tuple[str, ...], int]:
    """The lines of the box of a node, and how many of them are its name."""
    room = width - 2 * _SIDE
    name = measure.lines(one_line(node.name, _NAME), size, room, bold=True)
    details = tuple(line for said in _details(node) for line in measure.lines(said, size * MINOR, room))
    return (*name, *details, *((f"见图 {figure}",) if cut else ())), len(name)


def _details(node: Node) -> Iterator[str]:
    """What stands below the name of a post."""
    if node.post is None:
        return
    status = (node.status.label,) if node.status is not Status.active else ()
    people = (f"编制 {node.headcount} 人",) if node.headcount is not None else ()
    if status or people:
        yield "，".join((*status, *people))
    posts, led = node.span
    if posts:
        yield f"直接下属 {posts} 岗" + (f" {led} 人" if led is not None else "")
    if node.others:
        yield f"另向{one_line(naming.JOIN.join(node.others), _NAME)}汇报"


def drawn(part: Part, title: str, heads: Collection[int], figures: Mapping[int, int]) -> Drawing:
    """Return `part` as a drawing. `heads` are the ids of the nodes that lead; `figures` tells by id in which figure what
    is below a node stands that is not shown here.
    """
    found = fitted(part) or min(_ways(part), key=lambda way: max(way.layout.width / WIDTH, way.layout.height / HEIGHT))
    size, width, layout = found.size, found.width, found.layout
    boxes = []
    for frame in layout.frames:
        boxes.append(Box(frame.x, frame.y, frame.width, frame.height, (), "group"))
        words = measure.lines(one_line(frame.title, _NAME), size * MINOR, frame.width - 2 * _SIDE)[:1]
        boxes.append(Box(frame.x, frame.y + 2, frame.width, size * LEADING, words, "plain", size * MINOR))
    for node, _ in part.nodes():
        tile = found.tiles[id(node)]
        x, y = layout.places[tile]
        lines, strong = _lines(node, size, width, cut=id(node) in part.cut, figure=figures.get(id(node), 0))
        anchor = naming.anchor(node.post.address) if node.post is not None else ""
        boxes.append(Box(x, y, width, tile.height, lines, node.manner(leads=id(node) in heads), size, anchor, strong))
    links = tuple(Link(points) for points in layout.lines)
    return Drawing(layout.width, layout.height, tuple(boxes), links, title, _words(part), _mermaid(part, heads))


def _words(part: Part) -> str:
    """What the drawing shows, in words."""
    said = []
    for node, depth in part.nodes():
        if below := part.below(node):
            said.append(f"{node.name}的直接下属：{naming.JOIN.join(child.name for child in below)}")
        elif depth == 0:
            said.append(node.name)
    return "；".join(said) + ("。" if said else "")


def _mermaid(part: Part, heads: Collection[int]) -> str:
    names = {id(node): f"n{place}" for place, (node, _) in enumerate(part.nodes())}
    manners = {id(node): node.manner(leads=id(node) in heads) for node, _ in part.nodes()}
    statements = [mermaid.node(names[id(node)], (node.name, *_details(node)), manners[id(node)]) for node, _ in part.nodes()]
    statements += [f"{names[id(node)]} --> {names[id(child)]}" for node, _ in part.nodes() for child in part.below(node)]
    return mermaid.flowchart("TB", statements, manners.values())
