"""Texts as they come: any line ends, escapes written out, watermarks, sources of programs."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.accounted import assert_nothing_lost, outline
from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Aside, Line
from salesduty.intake.readers import READERS, plain
from salesduty.intake.sniff import sniff


def test_lines_end_in_many_ways() -> None:
    found = plain.read("一\r\n二\r三\n四\u2028五\v六\n\n七".encode())
    assert [(line.text, line.number, line.blank) for line in found.lines] == [
        ("一", 1, False), ("二", 2, False), ("三", 3, False), ("四", 4, False), ("五", 5, False), ("六", 5, False), ("七", 7, True),
    ]  # fmt: skip


def test_form_feeds_part_pages() -> None:
    assert [(line.text, line.where) for line in plain.read("一\n\f二".encode()).lines] == [("一", "第 1 页"), ("二", "第 2 页")]


@pytest.mark.parametrize(
    ("text", "lines", "aside"),
    [
        (r"职责：\n1、回访\r\n2、开发\t每月", ["职责：", "1、回访", "2、开发", "每月"], (Aside(r"\n \r\n \t", 1, "entity"),)),
        (r"存在 D:\new\table 里", [r"存在 D:\new\table 里"], ()),
        ("客户&nbsp;A&amp;B &lt;甲&gt;", ["客户 A&B <甲>"], (Aside("&nbsp; amp; &lt; &gt;", 1, "entity"),)),
        ("负责\u200b销\x07售\ue123", ["负责销售"], (Aside("\u200b \x07 \ue123", 1, "watermark"),)),
        ("{{name}}负责${x}销售<?php echo 1 ?>", ["负责销售"], (Aside("{{name}} ${x} <?php echo 1 ?>", 1, "markup"),)),
    ],
)
def test_what_is_put_aside(text: str, lines: list[str], aside: tuple[Aside, ...]) -> None:
    found = plain.read(text.encode())
    assert [line.text for line in found.lines] == lines
    assert found.aside == aside


def test_a_bullet_of_a_symbol_font_is_drawn() -> None:
    assert plain.read("\uf06c 开发客户".encode()).lines == (Line("开发客户", 1, label="•"),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "  { title: '巡检员', peoples: \"3名\", id: 7, icon: 'el-user',\n duties: ['巡查', \"记录\"], // 旧\n note: '甲' + '乙' },",
            ["title:巡检员", "peoples:3名", "### duties", "> 巡查", "> 记录", "note:甲乙"],
        ),
        (
            '[{"岗位": "巡检员", "人数": 3, "说明": "1.\\u5de1查\\n2.记录"}]',
            ["岗位:巡检员", "人数:3", "### 说明", "1.巡查", "2.记录"],
        ),
        ("$a = array('title' => '巡检员', 'duty' => '<p>巡查</p><p>记录</p>');", ["title巡检员", "巡查", "记录"]),
        (
            "posts:\n  - title: 巡检员\n    duties:\n      - '巡查'\n      - '记录'\n",
            ["> title: 巡检员", "# duties", "> 巡查", "> 记录"],
        ),
        ("html += '<p>巡查';\nhtml += '记录</p>';", ["巡查", "记录"]),
        ("INSERT INTO `t` VALUES ('1', '巡检员', '巡查<br/>记录');", ["巡检员", "巡查", "记录"]),
    ],
)
def test_literals_of_programs(source: str, expected: list[str]) -> None:
    found = plain.read(source.encode())
    assert outline(found) == expected
    assert_nothing_lost(source, found, "巡查")


def test_prose_with_quotes_is_no_program() -> None:
    text = "坚持 \"以人为本,服务客户\" 为目标,'共赢'。\n岗位: 销售"
    assert [line.text for line in plain.read(text.encode()).lines] == text.split("\n")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("职责".encode(), "a.docx", "txt"),
        (b"%PDF-1.7 x", "a.txt", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "a.txt", "html"),
        ("<p>职责</p>".encode(), "a.txt", "html"),
        ("# 部门\n\n## 岗位\n- 职责".encode(), "a.txt", "md"),
        ("负责".encode(), "a.md", "md"),
        ("岗位,人数\n甲,3".encode(), "a.csv", "csv"),
        ("岗位\t人数\t职责\n甲\t3\t乙\n丙\t3\t丁".encode("utf-16"), "a.txt", "csv"),
        ("甲，乙，丙\n1,2\n负责，销售".encode("gbk"), "a.txt", "txt"),
        (b"", "a.txt", "txt"),
    ],
)
def test_the_format_is_told_by_the_content(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name) == kind


_TEXTS = st.lists(
    st.one_of(st.sampled_from(["职责", "\\n", "&amp;", "\n", "'", '"', "title: '", "{", "}", "[", ",", "\t", "\f", "${", "\u200b", "+", "`"]), st.text(max_size=4)),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_no_character_is_lost(text: str) -> None:
    data = text.encode()
    kind = sniff(data, "a.txt")
    found = READERS[kind](data)
    assert_nothing_lost(decode(data)[0], found, "&" * text.count("&") + "\\" * text.count("\\") + text + "\x00")


@pytest.mark.parametrize(
    "piece", ["title: '职", "['职", "`", "职, ", "{", "\\n", "职'+", "\u200b职", "INSERT INTO ", "/*", "a: 职\n"]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    times = []
    for size in (20_000, 80_000):
        data = (piece * (size // len(piece))).encode()
        begin = perf_counter()
        READERS[sniff(data, "a.txt")](data)
        times.append(perf_counter() - begin)
    assert times[1] < 12 * times[0] + 0.2
