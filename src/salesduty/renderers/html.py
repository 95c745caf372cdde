"""A self-contained web page."""

from __future__ import annotations

from salesduty.renderers.engine import engine
from salesduty.results.paper import Paper
from salesduty.results.templates import Templates

EXTENSION = "html"


def render(paper: Paper, templates: Templates) -> bytes:
    """Return `paper` as one page without outside parts."""
    blocks = [(block, block.kind) for block in paper.blocks]
    text = engine(templates).get_template("html/document.html.jinja").render(paper=paper, blocks=blocks)
    return text.encode("utf-8")
