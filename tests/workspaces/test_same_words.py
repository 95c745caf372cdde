"""A page, a Word file and a Markdown file of the same paper say the same words, and count alike, in the same order.

The numbers of the Word file are those that Word would make; see `opened.numbering`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from opened import docx, html, md
from opened.workspaces import departments, documents, papers_of
from salesduty.disk.packaged import stationery
from salesduty.renderers.catalogue import RENDERERS
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Form, Heading, Matrix, Orientation, Paper, Paragraph

# Blanks, line ends and what stands between a label and its value are each format's own.
_BETWEEN = re.compile(r"[\s：；]+")


@pytest.mark.parametrize("document", documents())
@pytest.mark.parametrize(("name", "number"), departments())
def test_every_format_says_the_same(name: str, number: int, document: str) -> None:
    """But for drawings and matrices, of which each format makes what it can."""
    for paper in papers_of(document, name, number):
        if not any(isinstance(block, (Drawing, Matrix)) for block in paper.blocks):
            word, page, text = (_body(lines, paper) for lines in _opened(paper))
            assert word == page
            assert text == page


def test_a_number_that_word_makes_otherwise_is_noticed() -> None:
    name, number = departments()[0]
    (paper,) = papers_of("handbook", name, number)
    word, page, _ = _opened(paper)
    changed = [line.replace("（三）", "（四）") for line in page]
    assert changed != page
    assert _body(word, paper) != _body(changed, paper)


def _opened(paper: Paper) -> Iterator[list[str]]:
    rendered = {name: render(paper, stationery()) for name, render in RENDERERS.items()}
    yield docx.opened(rendered["docx"]).lines
    yield html.opened(rendered["html"]).lines
    yield md.opened(rendered["md"]).lines


def _body(lines: list[str], paper: Paper) -> str:
    """What is read from the first block on, without blanks; the last line of a Markdown file is its footer."""
    footer = f"版本 {paper.version}" if paper.version else f"生效日期 {paper.effective}"
    end = len(lines) - (lines[-1].startswith(footer) and len(lines[-1]) < len(footer) + 20)
    said = _BETWEEN.sub("", "\n".join(lines[:end]))
    title = _BETWEEN.sub("", paper.title)
    return said[said.index(_BETWEEN.sub("", _beginning(paper)), said.index(title) + len(title)) :]


def _beginning(paper: Paper) -> str:
    """The first words below the title and what stands with it."""
    block = next(block for block in paper.blocks if not isinstance(block, Orientation))
    if isinstance(block, Heading):
        return block.label + block.text
    if isinstance(block, Form):
        return block.rows[0][0].label
    assert isinstance(block, Paragraph)
    return block.lines[0]
