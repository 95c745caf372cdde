"""Markdown: what a reader of it sees is what was written, whatever was written."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil

import pytest

from opened import md
from opened.html import Page
from opened.papers import LAVISH, papers
from salesduty.disk.packaged import stationery
from salesduty.renderers.md import escaped, render
from salesduty.results.drawing import Drawing
from salesduty.results.paper import (
    Column,
    Contents,
    Detail,
    Field,
    Form,
    Heading,
    Item,
    Matrix,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signing,
    Table,
)

# What our own template makes of Markdown; anything else came out of somebody's text.
_ELEMENTS = frozenset(
    ["body", "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "br", "table", "thead", "tbody", "tr", "th", "td", "hr"]
)
_OF_DRAWINGS = frozenset(("pre", "code"))
_MOST_COLUMNS = 8
"""How many columns of a matrix stand beside each other."""
MARKUP = (
    "[x](javascript:alert(1))",
    "![x](http://example.com/x.png)",
    "[x][y]",
    "<img src=x onerror=alert(1)>",
    "<b>粗</b>",
    "<http://example.com>",
    "a | b",
    "|",
    "*强调* **粗** _斜_ __粗__",
    "~~删~~",
    "`代码` ```",
    "# 标题",
    "#标签",
    "1. 条",
    "1) 条",
    "8.3 节",
    "2026. 1",
    "- 条",
    "-",
    "---",
    "+ 条",
    "* 条",
    "=====",
    "> 引",
    "    四格",
    "\\",
    "\\\\",
    "\\*",
    "&amp; &lt; &#35;",
    "<!-- x -->",
    "{{ 7*7 }}",
    "$x^2$",
    "@somebody",
    "!!! note",
    "[^1]: 注",
    "[x]: http://example.com",
    ": 定义",
    "标题（一）",
    "“引”",
    "末尾空格  ",
    "　全角空格开头",
    "a  b",
)


def opened(paper: Paper) -> Page:
    return md.opened(render(paper, stationery()))


def _plain(text: str) -> str:
    """`text` as a reader sees it: blanks at the ends of a line, and how many there are, are not seen."""
    return " ".join(text.split())


@pytest.mark.parametrize("folder", sorted({paper.folder for paper in papers()}))
def test_only_our_own_markup_is_in_it(folder: str) -> None:
    for paper in papers():
        if paper.folder == folder:
            page = opened(paper)
            assert page.complaints == ()
            drawn = any(isinstance(block, Drawing) for block in paper.blocks)
            assert {tag.name for tag in page.tags} <= _ELEMENTS | (_OF_DRAWINGS if drawn else frozenset())
            for table in (tag for tag in page.tags if tag.name == "table"):
                columns = {sum(cell.name in ("td", "th") for cell in row.walk()) for row in table.walk() if row.name == "tr"}
                assert len(columns) == 1
            wanted = sum(isinstance(block, (Form, Table, Signatures, Signing)) for block in paper.blocks)
            wanted += sum(ceil(len(block.columns) / _MOST_COLUMNS) for block in paper.blocks if isinstance(block, Matrix))
            assert sum(tag.name == "table" for tag in page.tags) == wanted


@pytest.mark.parametrize("text", MARKUP)
def test_markup_stays_text_wherever_it_stands(text: str) -> None:
    paper = Paper(
        document="post", folder="d", name="n", title=text, subtitle=text, company=text, document_no=text, version=text, effective="",
        blocks=(
            Heading(1, text, "一、"),
            Heading(2, text),
            Contents(text, (Heading(1, text, "一、"),)),
            Paragraph((text, text)),
            Item(0, "1.", text, (text, text), (Detail("时限", text),)),
            Item(1, "（1）", "", (text,)),
            Item(2, "①", text, ()),
            Form(((Field("标", (text, text), 3),),)),
            Table((Column(text, 50), Column("乙", 50)), (Row(((text,), (text, text))), Row(((), (text,))))),
            Signatures((text,)),
        ),
    )  # fmt: skip
    page = opened(paper)
    assert {tag.name for tag in page.tags} <= _ELEMENTS
    words = _plain(text)
    lines = [_plain(line) for line in page.lines]
    assert lines == [
        *(words, words, words, f"一、{words}", words),
        *(words, f"一、{words}", words, words),
        *(f"1. {words}：{words}", words, f"时限：{words}", f"（1） {words}", f"① {words}"),
        *("标", words, words),
        *(words, "乙", words, words, words, words),
        *("岗位", "姓名", "签字", "日期", words),
        f"版本 {words}",
    ]


def test_blocks_become_what_they_are() -> None:
    assert (
        render(LAVISH, stationery()).decode()
        == f"""\
# 销售部岗位责任制

示例公司

## 文件控制

| | |
| --- | --- |
| **版本** | 2.1 |
| **编制** | 3 人 |
| **目的** | 一行<br>又一行 |
| **说明** | {"<br>".join(f"第 {line} 行" for line in range(1, 15))} |

## 目录

- 一、职责
  - （一） 内勤

## 一、职责

第一段

第二段

### （一）内勤

- 1\\. **合同**：两个工作日内审核<br>并出具意见<br>时限：2 日；接收方：经理

  - （1） **只有标题**

    - ① 只有内容

#### 没有号的小节

| 环节 | 时限 |
| --- | :---: |
| 受理<br>登记 |  |
|  | 1h |

| 岗位 | 姓名 | 签字 | 日期 |
| --- | --- | --- | --- |
| 经理 | | | |
| 内勤 | | | |

---

版本 2.1　生效日期 2026-01-01
"""
    )


def test_a_paper_without_version_and_date_has_no_footer() -> None:
    text = render(replace(LAVISH, version="", effective="", blocks=(Heading(1, "完"),)), stationery()).decode()
    assert text == "# 销售部岗位责任制\n\n示例公司\n\n## 完\n"


def test_items_nest_as_deep_as_they_are() -> None:
    page = opened(replace(LAVISH, blocks=tuple(Item(depth, "a.", "", (f"第 {depth} 层",)) for depth in range(7))))
    lists = [sum(tag.name == "ul" for tag in item.walk()) for item in page.tags if item.name == "li"]
    assert lists == [6, 5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("平常的话，带标点。", "平常的话，带标点。"),
        ("8.3 节", "8.3 节"),
        ("1.", "1\\."),
        ("12) x", "12\\) x"),
        ("- x", "\\- x"),
        ("a - b", "a - b"),
        ("a|b", "a\\|b"),
        ("\\", "\\\\"),
        ("<b>", "\\<b\\>"),
    ],
)
def test_escaping(text: str, written: str) -> None:
    assert escaped(text) == written


def test_every_ascii_mark_can_be_read_back() -> None:
    marks = "".join(map(chr, range(0x21, 0x7F)))
    page = opened(replace(LAVISH, version="", effective="", blocks=(Paragraph((marks, *(mark * 3 for mark in marks))),)))
    assert page.lines[2:] == [marks, *(mark * 3 for mark in marks)]
    assert re.fullmatch(r"[^\n]+", escaped(marks))
