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

WIDTH, HEIGHT = 690.0, 380.0
"""The room that a landscape page of A4 has for a drawing, in points."""
_MOST = 130
"""More boxes than this do not fit a page however small they are set."""
_DEEPEST = 14
_NAME = 36
"""Longer names are shortened in a box; the table beside the drawing has them whole."""
_SIDE, _EDGE = 5.0, 5.0
"""The room between the frame of a box and its text, beside and above it."""
_SETTINGS = tuple(
    (size, width, stacked_from, column)
    for size, width in ((10.0, 104.0), (9.0, 92.0), (8.2, 82.0))
    for stacked_from, column in ((_MOST, 4), (4, 2), (4, 3), (4, 5), (2, 3), (2, 5), (2, 8), (2, 12))
)
"""What is tried, what is read most easily first. The smaller letters of 8.2 points are 7.05 points high."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one drawing shows: `roots` and what is below them, down to `depth` below the roots (None: all).

    Of the reports of `shared`, only `chunk` are shown.
    """

    roots: tuple[Node, ...]
    depth: int | None = None
    shared: Node | None = None
    chunk: tuple[Node, ...] = ()

    def below(self, node: Node, depth: int) -> tuple[Node, ...]:
        """Return those below `node`, which stands `depth` below a root, that are shown."""
        if self.depth is not None and depth >= self.depth:
            return ()
        return self.chunk if node is self.shared else tuple(node.children)

    def nodes(self) -> Iterator[tuple[Node, int]]:
        """Yield every node that is shown, with its depth, each before those below it."""
        waiting = [(root, 0) for root in reversed(self.roots)]
        while waiting:
            node, depth = waiting.pop()
            yield node, depth
            waiting.extend((child, depth + 1) for child in reversed(self.below(node, depth)))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A part laid out in letters of `size`: where the box of each node stands."""

    size: float
    width: float
    tiles: Mapping[int, Tile]
    layout: Layout


def fitted(part: Part, *, anyhow: bool = False) -> Fitted | None:
    """Return `part` laid out as it is read best on a page, or None where it does not fit; `anyhow` lets it be larger."""
    count = 0
    for count, (_, depth) in enumerate(part.nodes(), 1):
        if (count > _MOST or depth > _DEEPEST) and not anyhow:
            return None
    found = None
    tiles: Mapping[int, Tile] = {}
    known = (0.0, 0.0)
    for size, width, stacked_from, column in _SETTINGS:
        if known != (size, width):
            tiles, known = _tiles(part, size, width), (size, width)
        top = tiles[0]
        layout = laid_out(top, Manner(width, stacked_from, column, size * LEADING))
        found = Fitted(size, width, tiles, layout)
        if layout.width <= WIDTH and layout.height <= HEIGHT:
            return found
    return found if anyhow else None


def _tiles(part: Part, size: float, width: float) -> Mapping[int, Tile]:
    """The tile of each node, by the id of the node; 0 is the tile that holds all together."""
    tiles: dict[int, Tile] = {}
    for node, depth in reversed(list(part.nodes())):
        below = part.below(node, depth)
        lines, strong = _lines(node, size, width, cut=bool(node.children and not below))
        height = round(2 * _EDGE + LEADING * size * (strong + MINOR * (len(lines) - strong)), 1)
        tiles[id(node)] = Tile(height, tuple(tiles[id(child)] for child in below), node.group)
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
    if node.status is not Status.active:
        yield node.status.label
    if node.headcount is not None:
        yield f"编制 {node.headcount} 人"
    posts, people = node.span
    if posts:
        yield f"直接下属 {posts} 岗" + (f" {people} 人" if people is not None else "")
    if node.others:
        yield f"另向{one_line(naming.JOIN.join(node.others), _NAME)}汇报"


def drawn(part: Part, title: str, heads: Collection[int], figures: Mapping[int, int]) -> Drawing:
    """Return `part` as a drawing. `heads` are the ids of the nodes that lead; `figures` tells by id in which figure what is below a node
    stands that is not shown here.
    """
    found = fitted(part, anyhow=True)
    assert found is not None
    size, width, layout = found.size, found.width, found.layout
    boxes = []
    for frame in layout.frames:
        boxes.append(Box(frame.x, frame.y, frame.width, frame.height, (), "group"))
        words = measure.lines(one_line(frame.title, _NAME), size * MINOR, frame.width - 2 * _SIDE)[:1]
        boxes.append(Box(frame.x, frame.y + 2, frame.width, size * LEADING, words, "plain", size * MINOR))
    for node, depth in part.nodes():
        tile = found.tiles[id(node)]
        x, y = layout.places[tile]
        cut = bool(node.children and not part.below(node, depth))
        lines, strong = _lines(node, size, width, cut=cut, figure=figures.get(id(node), 0))
        anchor = naming.anchor(node.post.address) if node.post is not None else ""
        boxes.append(Box(x, y, width, tile.height, lines, node.manner(leads=id(node) in heads), size, anchor, strong))
    links = tuple(Link(points) for points in layout.lines)
    return Drawing(layout.width, layout.height, tuple(boxes), links, title, _words(part), _mermaid(part, heads))


def _words(part: Part) -> str:
    """What the drawing shows, in words."""
    said = []
    for node, depth in part.nodes():
        if below := part.below(node, depth):
            said.append(f"{node.name}的直接下属：{naming.JOIN.join(child.name for child in below)}")
        elif depth == 0:
            said.append(node.name)
    return "；".join(said) + ("。" if said else "")


def _mermaid(part: Part, heads: Collection[int]) -> str:
    names = {id(node): f"n{place}" for place, (node, _) in enumerate(part.nodes())}
    manners = {id(node): node.manner(leads=id(node) in heads) for node, _ in part.nodes()}
    statements = [mermaid.node(names[id(node)], (node.name, *_details(node)), manners[id(node)]) for node, _ in part.nodes()]
    statements += [
        f"{names[id(node)]} --> {names[id(child)]}" for node, depth in part.nodes() for child in part.below(node, depth)
    ]
    return mermaid.flowchart("TB", statements, manners.values())
