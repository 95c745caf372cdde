"""Markdown: headings, lists as deep as they are indented, tables, labels in bold."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.accounted import assert_nothing_lost, outline
from salesduty.intake.manuscript import Cell
from salesduty.intake.readers.markdown import read, read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 销售部\n## **经理** ##\n##职责", ["# 销售部", "## 经理", "## 职责"]),
        ("销售部\n===\n\n经理\n---\n负责", ["# 销售部", "## 经理", "负责"]),
        ("- 开发\n  - 每月\n    1. 甲\n  - 每周\n* 回访", [">• 开发", ">>• 每月", ">>> 1. 甲", ">>• 每周", ">• 回访"]),
        ("1. 开发\n\n   - 每月\n\n2. 回访", ["> 1. 开发", ">>• 每月", "> 2. 回访"]),
        ("**岗位职责**\n**客户开发**：拜访`CRM`里的~~旧~~客户", ["! 岗位职责", "客户开发：拜访CRM里的旧客户"]),
        ("- [x] **开发**\n- [ ] 回访", [">•! 开发", ">• 回访"]),
        ("> 说明\n> - 开发\n\n---\n```\n# 注释\n```", ["说明", ">• 开发", "# 注释"]),
        ("见[制度](http://a.cn/b \"题\")和![图](a.png)[注]", ["见制度和图[注]"]),
        ("---\ntitle: 手册\nversion: 3\n---\n正文", ["# 手册", "version: 3", "正文"]),
        ("甲<br>乙&nbsp;丙 <b>丁</b> 3*4*5 a_b_c \\* <岗位>", ["甲", "乙 丙 丁 3*4*5 a_b_c * <岗位>"]),
        ("经理——\n---\n", ["## 经理——"]),
        ("| 甲 |\n", ["| 甲 |"]),
    ],
)  # fmt: skip
def test_lines(text: str, expected: list[str]) -> None:
    found = read_text(text)
    assert [" ".join(each.split()) for each in outline(found)] == expected
    assert_nothing_lost(text, found)


def test_tables() -> None:
    found = read_text("| 指标 | 权重 |\n|---|:-:|\n| 回款\\|率 | **40%** |\n|  | 60% |\n\n甲 | 乙\n--|--\n丙 | 丁")
    assert [(line.text, line.cell) for line in found.lines] == [
        ("指标", Cell(0, 0, 0, heading=True)),
        ("权重", Cell(0, 0, 1, heading=True)),
        ("回款|率", Cell(0, 1, 0)),
        ("40%", Cell(0, 1, 1)),
        ("60%", Cell(0, 2, 1)),
        ("甲", Cell(1, 0, 0, heading=True)),
        ("乙", Cell(1, 0, 1, heading=True)),
        ("丙", Cell(1, 1, 0)),
        ("丁", Cell(1, 1, 1)),
    ]


def test_the_encoding_is_found_out() -> None:
    assert read("# 销售部".encode("gbk")).notes == (("encoding", "GB18030"),)


_WORDS = [
    "# ",
    "- ",
    "  ",
    "1. ",
    "**",
    "*",
    "`",
    "|",
    "|---|\n",
    "\n",
    "\n\n",
    "> ",
    "---\n",
    "职责",
    "[甲](乙)",
    "<br>",
    "&lt;",
    "```\n",
    "===\n",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)), max_size=40).map("".join))
def test_no_character_is_lost(text: str) -> None:
    assert_nothing_lost(text, read_text(text), "<&" * text.count("&") + text)


@pytest.mark.parametrize(
    "piece", ["- ", "**", "[", "[a](", "|", "a|\n-|\n", "> ", "`", "***", "# 职\n", "甲\n", "<b", "--|", "---\n"]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    times = []
    for size in (10_000, 40_000):
        begin = perf_counter()
        read_text(piece * (size // len(piece)))
        times.append(perf_counter() - begin)
    assert times[1] < 12 * times[0] + 0.2
