"""Markdown for a wiki or a pull request."""

from __future__ import annotations

import re

from markupsafe import Markup

from salesduty.renderers.engine import engine
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Paper
from salesduty.results.stationery import Stationery

EXTENSION = "md"
# What CommonMark and GitHub's dialect give a meaning inside a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~#!&$@])")
# What starts a block where it stands at the start of a line: a bullet, an underline, a number.
_BLOCK = re.compile(r"^(\s*(?:\d+(?=[.)](?:\s|$)))?)(?=[-+=]|(?<=\d)[.)])")
_NO_BREAK = re.compile(r"\n{3,}")


def render(paper: Paper, stationery: Stationery) -> bytes:
    """Return `paper` as Markdown."""
    blocks = [(block, block.kind) for block in paper.blocks]
    # Mermaid text has a language of its own, and what is drawn in it has been made harmless for that.
    drawn = {place: Markup(block.mermaid) for place, block in enumerate(paper.blocks) if isinstance(block, Drawing)}  # noqa: S704
    template = engine(stationery.templates, escape=escaped).get_template("md/document.md.jinja")
    text = template.render(paper=paper, blocks=blocks, diagrams=drawn)
    return (_NO_BREAK.sub("\n\n", text).strip() + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """Return `text` so that Markdown prints it as it is; blanks around it, which would make code or undo bold, are dropped."""
    return _BLOCK.sub(r"\1\\", _MARKUP.sub(r"\\\1", text.strip()))
