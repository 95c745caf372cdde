"""Pages: blocks, lists and tables become lines that stand where they stood; nothing of the source is lost."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.accounted import assert_nothing_lost, outline
from salesduty.intake.manuscript import Cell, Line
from salesduty.intake.readers.html import read, read_text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>销售部</h1><p>负责<b>销售</b>。</p><p><b>岗位职责</b></p>", ["# 销售部", "负责销售。", "! 岗位职责"]),
        ("<ul><li>回访<ul><li>每周</li><li>每月</ul><li>开发</ul>", [">• 回访", ">>• 每周", ">>• 每月", ">• 开发"]),
        ("<ol start=3><li>开发<li>回访</ol><ol type=a><li>甲</ol>", [">3. 开发", ">4. 回访", ">a. 甲"]),
        ("<ol><li>1.开发</li><li>2.回访</li></ol>", ["> 1.开发", "> 2.回访"]),
        ("<p>1、开发；<br/>\n   2、回访。<br>3、收款</p>", ["1、开发；", "2、回访。", "3、收款"]),
        ("<p>职责：\n 1、开发\n 2、回访\n</p>", ["职责：", "1、开发", "2、回访"]),
        ("<p>招聘\n  <em>10</em>\n  人</p>", ["招聘10人"]),
        ("<dl><dt>1.</dt><dd>编制报表</dd></dl>", ["1.编制报表"]),
        ("<td>工<br>作<br>职<br>责</td><p>甲</p><p>乙</p>", ["工作职责", "甲", "乙"]),
        ("<nav><a>首页</a><a>招聘</a></nav><p>经理</p><footer>版权所有</footer>", ["经理"]),
        ("<ul><li><a>首页</a><li><a>产品</a><li><a>新闻</a><li><a>联系</a></ul>经理", ["经理"]),
        ("<style>p{}</style><script>var a='职责'</script><!-- <p>旧</p> --><p>新", ["新"]),
        ("<p>负责<span style='display:none'>网站</span>销售</p>", ["负责销售"]),
        ("<div style='display:none'><p>第二页签</p></div>", ["第二页签"]),
        (
            "<h3><span class=n>经理</span><span class=c>3人</span></h3><b class=n>编制：</b><i class=c>3</i>",
            ["### 经理", "### 3人", "编制：3"],
        ),
        ("<pre>开发\n  回访</pre>", ["开发", "回访"]),
        ("<details><summary>经理</summary>负责</details>", ["! 经理", "负责"]),
        ("<p>姓名<select><option>甲<option>乙</select></p>", ["姓名"]),
        ("<b><p>职责</b></p><i>开发</p>回访</i>", ["! 职责", "开发", "回访"]),
        ("<html><head><title>销售经理</title></head><body>负责", ["销售经理", "负责"]),
        ("<title>某网</title><h1>销售经理</h1>", ["# 销售经理"]),
        ("<p>50<60 且 a<b，<岗位>，<hr@x.cn></p>", ["50<60 且 a<b，<岗位>，<hr@x.cn>"]),
        ("[@main.head x='1'/]<p>${name}经理{{ x }}</p>{% if a %}<#if b>负责</#if><?php echo 1;", ["经理", "负责"]),
        ("<input value='销售部'><input type=hidden value='甲'>", ["销售部"]),
    ],
)
def test_lines(page: str, expected: list[str]) -> None:
    found = read_text(page)
    assert outline(found) == expected
    assert_nothing_lost(page, found)


def test_entities_are_decoded_and_accounted_for() -> None:
    page = "<p>A&amp;B&nbsp;&nbsp;客户&#65;&#x4e2d;&amp;nbsp;级&unknown;&ldquo;"
    found = read_text(page)
    assert [line.text for line in found.lines] == ["A&B 客户A中 级&unknown;“"]
    assert [each.text for each in found.aside if each.reason == "entity"] == ["amp; &nbsp;&nbsp; &#65;&#x4e2d;&amp;nbsp; &ldquo;"]
    assert_nothing_lost(page, found, "A中“")


def test_a_table_of_data_has_cells() -> None:
    page = "<table><tr><th rowspan=2>岗位<th colspan=2>职责<tr><td>甲<td><p>一</p><p>二</p><tr><td>乙</table>"
    assert read_text(page).lines == (
        Line("岗位", 1, cell=Cell(0, 0, 0, 2, 1, heading=True)),
        Line("职责", 1, cell=Cell(0, 0, 1, 1, 2, heading=True)),
        Line("甲", 1, cell=Cell(0, 1, 1)),
        Line("一", 1, cell=Cell(0, 1, 2)),
        Line("二", 1, cell=Cell(0, 1, 2)),
        Line("乙", 1, cell=Cell(0, 2, 0)),
    )


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>左</td><td><h2>经理</h2>负责</td></tr></table>",
        "<table role=presentation><tr><td>左<td>右</table>",
        "<table><tr><td>只有一列<tr><td>又一行</table>",
    ],
)
def test_a_table_that_arranges_a_page_has_none(page: str) -> None:
    assert {line.cell for line in read_text(page).lines} == {None}


def test_of_nested_tables_the_one_with_the_data_counts() -> None:
    found = read_text("<table><tr><td>菜单</td><td><table><tr><td>岗位<td>人数<tr><td>经理<td>1人</table></td></tr></table>")
    assert [(line.text, line.cell and line.cell.row) for line in found.lines] == [
        ("菜单", None), ("岗位", 0), ("人数", 0), ("经理", 1), ("1人", 1),
    ]  # fmt: skip


def test_a_page_saved_by_word() -> None:
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml></xml><![endif]-->
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1、<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>回访客户<o:p></o:p></p>
<p style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings'>l<span>&nbsp;</span></span>开发客户</p>"""
    found = read_text(page)
    assert outline(found) == [">> 1、 回访客户", ">• 开发客户"]
    assert_nothing_lost(page, found)


def test_data_in_a_script_of_the_page_is_read() -> None:
    duties = "".join(f"'负责第{number}片区的客户开发与维护并按月汇报', " for number in range(8))
    page = (
        f"<template><div v-for='x in posts'>{{{{ x }}}}</div></template><script>export default {{ duties: [{duties}] }}</script>"
    )
    found = read_text(page)
    assert outline(found)[:2] == ["### duties", "> 负责第0片区的客户开发与维护并按月汇报"]
    assert_nothing_lost(page, found)


def test_the_encoding_is_found_out() -> None:
    found = read("<meta charset=gbk><p>负责区域销售</p>".encode("gbk"))
    assert (found.lines[0].text, found.notes) == ("负责区域销售", (("encoding", "GB18030"),))


_WORDS = [
    "<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td rowspan=2>", "<th>", "</table>", "<br/>", "<script>",
    "</script>", "<!--", "-->", "<a href='", "'>", "\"", "&nbsp;", "&lt;", "\n", "职责", "1、", "。", "{{", "}}", "<%", "%>", "<pre>",
    "<nav>", "</nav>", "<title>", "<h2>", "<dt>", "<", ">", "\\n", "\u200b", "\uf06c", "<span hidden>", "<input value='甲'>", "[@", "]",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)), max_size=40).map("".join))
@example("<p>\uf06c职责</p>")
def test_no_character_is_lost(page: str) -> None:
    found = read_text(page)
    assert_nothing_lost(page, found, "<>&" * page.count("&"))


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<!--",
        "<a '",
        '<a "<',
        "<table><tr><td>",
        "<script>",
        "&amp;" * 3,
        "{{",
        "<ul><li>",
        "职\n",
        "</p>",
        "<b>",
        "<a b='<'\"",
    ],
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    times = []
    for size in (20_000, 80_000):
        begin = perf_counter()
        read_text(piece * (size // len(piece)))
        times.append(perf_counter() - begin)
    assert times[1] < 12 * times[0] + 0.2
