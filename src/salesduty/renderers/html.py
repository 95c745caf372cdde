"""A self-contained web page."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.renderers.engine import engine
from salesduty.renderers.webpage import brand, policy, style
from salesduty.results.paper import Paper
from salesduty.results.stationery import Stationery

EXTENSION = "html"
_STYLES: Mapping[str, str] = {"matrix": "html/matrix.css"}
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
            linked=False,
        )
    )
    return text.encode("utf-8")
