"""Markdown as a reader of it sees it: rendered by CommonMark with GitHub's tables."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt

from opened import html
from opened.html import Page


def opened(data: bytes) -> Page:
    """Return the page that the Markdown in `data` makes. HTML in it counts, as it does on GitHub."""
    return html.opened(f"<body>{_parser().render(data.decode('utf-8'))}</body>".encode())


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
