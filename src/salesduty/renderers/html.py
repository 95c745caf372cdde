"""A self-contained web page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from salesduty.renderers.engine import engine
from salesduty.renderers.svg import svg
from salesduty.renderers.webpage import brand, policy, style
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Block, Heading, Item, Matrix, Paper, Table
from salesduty.results.stationery import Stationery

EXTENSION = "html"
_STYLES: Mapping[str, str] = {"matrix": "html/matrix.css", "drawing": "html/drawing.css"}
"""The style sheets of blocks that few papers have."""


def render(paper: Paper, stationery: Stationery) -> bytes:
    """Return `paper` as one page without outside parts."""
    kinds = {block.kind for block in paper.blocks}
    look = style(stationery, ("html/style.css", *(_STYLES[kind] for kind in _STYLES if kind in kinds)), paper.blocks)
    text = (
        engine(stationery.templates)
        .get_template("html/document.html.jinja")
        .render(
            paper=paper,
            brand=brand(stationery.theme, paper.company),
            blocks=[(block, block.kind) for block in paper.blocks],
            style=look,
            policy=policy((look,)),
            notes={},
            pictures=pictures(paper.blocks, stationery),
            linked=False,
        )
    )
    return text.encode("utf-8")


def pictures(blocks: Iterable[Block], stationery: Stationery) -> Mapping[int, Markup]:
    """Return the drawings among `blocks` as SVG, by their place among them, their boxes leading to what they stand for."""
    targets = frozenset(anchor for block in blocks for anchor in _anchors(block))
    return {
        place: Markup(svg(block, theme=stationery.theme, prefix=f"drawing-{place}", linked=targets))  # noqa: S704 (it is escaped)
        for place, block in enumerate(blocks)
        if isinstance(block, Drawing)
    }


def _anchors(block: Block) -> Iterator[str]:
    """The places that `block` makes on the page, drawings aside."""
    if isinstance(block, (Table, Matrix)):
        yield from (row.anchor for row in block.rows if row.anchor)
    elif isinstance(block, (Heading, Item)) and block.anchor:
        yield block.anchor
