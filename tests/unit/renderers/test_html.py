"""The page: sound, closed to the outside, and nothing in it but text."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from opened import html
from opened.html import Page
from opened.papers import LAVISH, papers
from salesduty.disk.packaged import stationery
from salesduty.renderers.html import render
from salesduty.results.paper import Column, Contents, Detail, Field, Form, Heading, Item, Paper, Paragraph, Row, Signatures, Table

_ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "ol",
        "li",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "span",
        "strong",
        "br",
        "div",
        "dl",
        "dt",
        "dd",
        "table",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "caption",
        "tr",
        "th",
        "td",
    ]
)
_ATTRIBUTES = frozenset(
    ["lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "scope", "data-label", "aria-label"]
)
_OF_MATRICES = {"div": {"role", "tabindex"}, "th": {"colspan"}}
"""What lets a wide table be moved by keys, and a group of rows have one name."""
_OF_DRAWINGS = {
    "figure": {"tabindex", "role"},
    "svg": {"xmlns", "width", "height", "viewbox", "role", "aria-labelledby", "aria-describedby", "font-family"},
    "desc": set(),
    "g": set(),
    "rect": {"x", "y", "width", "height", "rx", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "text": {"x", "y", "font-size", "font-weight", "fill", "text-anchor"},
    "polyline": {"points", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "polygon": {"points", "fill"},
}
"""The elements of drawings, and the attributes that they may have besides those of all."""


def opened(paper: Paper) -> Page:
    return html.opened(render(paper, stationery()))


@pytest.mark.parametrize("folder", sorted({paper.folder for paper in papers()}))
def test_the_page_is_sound(folder: str) -> None:
    for paper in papers():
        if paper.folder == folder:
            page = opened(paper)
            assert page.complaints == ()
            assert page.comments == ()
            assert [anchor for anchor, count in Counter(page.ids).items() if count > 1] == []
            assert [target for target in page.targets if target.removeprefix("#") not in page.ids] == []
            assert _foreign(page) == []


def _foreign(page: Page) -> list[str]:
    """Return what has no business on a page: other elements and attributes, and whatever leads outside."""
    found = [tag.name for tag in page.tags if tag.name not in _ELEMENTS and tag.name not in _OF_DRAWINGS]
    for tag in page.tags:
        besides = {*_OF_DRAWINGS.get(tag.name, ()), *_OF_MATRICES.get(tag.name, ())}
        found += [name for name in tag.attributes if name not in _ATTRIBUTES and name not in besides]
    found += [target for target in page.targets if not target.startswith("#")]
    return found + re.findall(r"url\([^)]*\)|@import|expression|//", "".join(page.inline("style")))


@pytest.mark.parametrize(
    ("planted", "noticed"),
    [
        ("<p id=a></div>", "complaints"),
        ("<p>", "complaints"),
        ("<p class=a class=b></p>", "complaints"),
        ("<!-- x -->", "comments"),
        ("<script></script>", "foreign"),
        ("<p onclick='x'></p>", "foreign"),
        ("<a href='https://example.com'></a>", "foreign"),
        ("<p style='background: url(x)'></p>", "foreign"),
    ],
)
def test_the_check_notices(planted: str, noticed: str) -> None:
    page = html.opened(render(LAVISH, stationery()).replace(b"</main>", planted.encode() + b"</main>"))
    found = {"complaints": bool(page.complaints), "comments": bool(page.comments), "foreign": bool(_foreign(page))}
    assert found[noticed]


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = opened(LAVISH)
    (policy,) = (tag.attributes["content"] for tag in page.tags if tag.attributes.get("http-equiv") == "Content-Security-Policy")
    (look,) = page.inline("style")
    digest = b64encode(sha256(look.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def test_the_page_says_its_language_its_encoding_and_its_width() -> None:
    page = opened(LAVISH)
    assert page.tags[0].attributes == {"lang": "zh-CN"}
    assert [tag.attributes for tag in page.tags if tag.name == "meta"][:2] == [
        {"charset": "utf-8"},
        {"name": "viewport", "content": "width=device-width, initial-scale=1"},
    ]
    assert render(LAVISH, stationery()).startswith(b"<!DOCTYPE html>\n")


def test_it_prints_on_a4_with_headers_repeated_and_reads_on_a_phone() -> None:
    (style,) = ("".join(map(str, tag.children)) for tag in opened(LAVISH).tags if tag.name == "style")
    printed = style[style.index("@media print") :]
    assert re.search(r"@page \{ size: A4;", printed)
    assert "display: table-header-group" in printed
    assert "break-before: page" in printed
    assert "@media (max-width:" in style
    assert "content: attr(data-label)" in style


def test_every_cell_says_its_column_for_a_phone() -> None:
    tables = [tag for tag in opened(LAVISH).tags if tag.name == "table"]
    for table in tables:
        tags = list(table.walk())
        heads = ["".join(map(str, tag.children)) for tag in tags if tag.name == "th"]
        rows = [[tag.attributes["data-label"] for tag in row.walk() if tag.name == "td"] for row in tags if row.name == "tr"]
        assert all(row in ([], heads) for row in rows)
        assert len(rows) == 3


def test_blocks_become_what_they_are() -> None:
    assert opened(LAVISH).lines == [
        *("示例公司", "销售部岗位责任制", "文件编号 XS-1", "版本 2.1", "生效日期 2026-01-01"),
        *(
            "文件控制",
            "版本",
            "2.1",
            "编制",
            "3 人",
            "目的",
            "一行",
            "又一行",
            "说明",
            *(f"第 {line} 行" for line in range(1, 15)),
        ),
        *("目录", "一、职责", "（一） 内勤"),
        *("一、", "职责", "第一段", "第二段", "（一）", "内勤"),
        *("1.", "合同：两个工作日内审核", "并出具意见", "时限", "2 日", "接收方", "经理"),
        *("（1）", "只有标题", "①", "只有内容", "没有号的小节"),
        *("环节", "时限", "受理", "登记", "1h"),
        *("岗位", "姓名", "签字", "日期", "经理", "内勤"),
    ]


def test_anchors_stand_where_their_things_are() -> None:
    page = opened(LAVISH)
    assert page.ids == ["sales#control", "sales#duties", "sales/clerk", "sales/clerk/contract", "sales/processes/p/take"]
    assert page.targets == ["#sales#duties", "#sales/clerk"]
    assert page.inside("sales/processes/p/take").split() == ["受理", "登记"]


def test_headings_lie_one_below_the_title_and_break_pages() -> None:
    page = opened(replace(LAVISH, blocks=(Heading(1, "甲", "一、", new_page=True), Heading(2, "乙"), Heading(3, "丙"))))
    found = [(tag.name, tag.attributes) for tag in page.tags if tag.name[0] == "h" and tag.name[1:].isdigit()]
    assert found == [("h1", {}), ("h2", {"class": "new-page"}), ("h3", {}), ("h4", {})]


@pytest.mark.parametrize(
    "text",
    [
        "<b>粗</b>",
        "<script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "&lt;b&gt; &amp; &#60;",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "{{ 7*7 }}{% include 'x' %}",
        "<!-- x",
        "]]>",
        "javascript:alert(1)",
    ],
)  # fmt: skip
def test_markup_is_text_wherever_it_stands(text: str) -> None:
    paper = Paper(
        document=text, folder=text, name=text, title=text, subtitle=text, company=text, document_no=text, version=text, effective=text,
        blocks=(
            Heading(1, text, text, text),
            Contents(text, (Heading(1, text, text, text),)),
            Paragraph((text,)),
            Item(0, text, text, (text,), (Detail(text, text),), text + "2"),
            Form(((Field(text, (text,), 3),),)),
            Table((Column(text, 100),), (Row(((text,),), text + "3"),)),
            Signatures((text,)),
        ),
    )  # fmt: skip
    page = opened(paper)
    assert page.complaints == ()
    assert _foreign(page) == []
    assert page.ids == [text, text + "2", text + "3"]
    assert page.targets == [f"#{text}"]
    body = next(tag for tag in page.tags if tag.name == "body")
    read = "".join(body.text.split())
    # Title, company, subtitle, number, version, date; heading and its label; contents and its entry with its label;
    # paragraph; item with its label, title and text, and a detail with its label; a field, a cell and its column; a party.
    assert read.count("".join(text.split())) == 6 + 2 + 3 + 1 + 3 + 2 + 2 + 2 + 1
