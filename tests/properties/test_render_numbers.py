"""The numbers of headings and duties are those that Word makes of the same headings and duties."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from opened import docx
from salesduty.disk.packaged import stationery
from salesduty.renderers.docx import render
from salesduty.results.paper import Block, Heading, Item, NumberingStyle, Paper
from salesduty.views.outline import Outline

# A chapter, a section, or an item that is at most so deep and never more than one level below the one before.
_STEPS = st.lists(st.sampled_from(["chapter", "section", 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 9]), max_size=60)


@given(st.sampled_from(["chinese", "decimal"]), st.integers(1, 30), _STEPS)
def test_word_counts_as_we_do(style: NumberingStyle, start: int, steps: list[str | int]) -> None:
    blocks = _made(Outline(style, start), steps)
    paper = Paper("handbook", "d", "n", "t", "", "", "", "", "", tuple(blocks), style, start)
    counted = [shown.number for shown in docx.opened(render(paper, stationery())).paragraphs if shown.number]
    assert counted == [block.label for block in blocks if isinstance(block, (Heading, Item)) and block.label]


def _made(outline: Outline, steps: list[str | int]) -> list[Block]:
    blocks: list[Block] = [*outline.title("部"), outline.chapter("章")]
    depth = -1
    for step in steps:
        if isinstance(step, int):
            depth = min(step, depth + 1)
            blocks.append(outline.item(depth, "", ("条",)))
        else:
            depth = -1
            blocks.append(outline.chapter("章") if step == "chapter" else outline.section("节"))
    return blocks
