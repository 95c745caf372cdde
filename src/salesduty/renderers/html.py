"""A self-contained web page."""

from __future__ import annotations

from salesduty.renderers.engine import engine
from salesduty.renderers.webpage import policy, style
from salesduty.results.paper import Paper
from salesduty.results.stationery import Stationery

EXTENSION = "html"


def render(paper: Paper, stationery: Stationery) -> bytes:
    """Return `paper` as one page without outside parts."""
    sheets = ("html/style.css", *(("html/matrix.css",) if any(block.kind == "matrix" for block in paper.blocks) else ()))
    look = style(stationery, sheets, paper.blocks)
    text = (
        engine(stationery.templates)
        .get_template("html/document.html.jinja")
        .render(
            paper=paper,
            blocks=[(block, block.kind) for block in paper.blocks],
            style=look,
            policy=policy((look,)),
            notes={},
            linked=False,
        )
    )
    return text.encode("utf-8")
