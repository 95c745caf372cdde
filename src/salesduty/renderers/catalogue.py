"""Every format that a paper can be rendered to. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from salesduty.renderers import docx, html, md
from salesduty.results.paper import Paper
from salesduty.results.templates import Templates

Renderer = Callable[[Paper, Templates], bytes]

RENDERERS: Mapping[str, Renderer] = {
    docx.EXTENSION: docx.render,
    html.EXTENSION: html.render,
    md.EXTENSION: md.render,
}
