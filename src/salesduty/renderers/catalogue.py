"""Every format that a paper or a book can be rendered to. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from salesduty.renderers import docx, html, md, pdf, svg, xlsx
from salesduty.results.book import Book
from salesduty.results.paper import Paper
from salesduty.results.stationery import Stationery

Renderer = Callable[[Paper, Stationery], bytes]
BookRenderer = Callable[[Book, Stationery], bytes]

RENDERERS: Mapping[str, Renderer] = {
    docx.EXTENSION: docx.render,
    html.EXTENSION: html.render,
    md.EXTENSION: md.render,
    pdf.EXTENSION: pdf.render,
}
DRAWING_RENDERERS: Mapping[str, Renderer] = {svg.EXTENSION: svg.render}
"""Formats of drawings alone."""
BOOK_RENDERERS: Mapping[str, BookRenderer] = {xlsx.EXTENSION: xlsx.render}
