"""Numbers of chapters, sections and items."""

from __future__ import annotations

import pytest

from opened.numbering import counting_thousand
from salesduty.model.department import Numbering
from salesduty.results.paper import Detail, Heading, Item, Paragraph
from salesduty.views.outline import Outline, chinese_number, headings, style_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (9999, "九千九百九十九"),
        (10000, "一万"),
        (10001, "一万零一"),
        (10101, "一万零一百零一"),
        (99999, "九万九千九百九十九"),
        (100000, "100000"),
    ],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_chinese_numbers_are_those_that_word_counts_with() -> None:
    assert [number for number in range(1, 10_000) if chinese_number(number) != counting_thousand(number)] == []


def test_the_chinese_style() -> None:
    outline = Outline("chinese", 8)
    made = [
        *outline.title("从不"),
        outline.chapter("甲", "a"),
        outline.item(0, "", ("直接在章下",)),
        outline.section("乙", "b"),
        outline.item(0, "题", ("文",), (Detail("标", "签"),), "c"),
        outline.item(1, "", ()),
        outline.item(1, "", ()),
        outline.item(2, "", ()),
        outline.item(3, "", ()),
        outline.item(4, "", ()),
        outline.item(0, "", ()),
        outline.item(1, "", ()),
        outline.section("丙"),
        outline.item(0, "", ()),
        outline.chapter("丁", new_page=True),
        outline.section("戊"),
    ]
    assert made == [
        Heading(1, "甲", "一、", "a"),
        Item(0, "1.", "", ("直接在章下",)),
        Heading(2, "乙", "（一）", "b"),
        Item(0, "1.", "题", ("文",), (Detail("标", "签"),), "c"),
        Item(1, "（1）", "", ()),
        Item(1, "（2）", "", ()),
        Item(2, "①", "", ()),
        Item(3, "a.", "", ()),
        Item(4, "a.", "", ()),
        Item(0, "2.", "", ()),
        Item(1, "（1）", "", ()),
        Heading(2, "丙", "（二）"),
        Item(0, "1.", "", ()),
        Heading(1, "丁", "二、", new_page=True),
        Heading(2, "戊", "（一）"),
    ]


def test_the_decimal_style() -> None:
    outline = Outline("decimal", 8)
    made = [
        *outline.title("文件", "t"),
        outline.chapter("甲", "a"),
        outline.section("乙", "b"),
        outline.item(0, "", ()),
        outline.item(1, "", ()),
        outline.item(2, "", ()),
        outline.section("丙"),
        outline.item(0, "", ()),
        outline.chapter("丁", new_page=True),
        outline.item(0, "", ()),
    ]
    assert made == [
        Heading(1, "文件", "8", "t"),
        Heading(2, "甲", "8.1", "a"),
        Heading(3, "乙", "", "b"),
        Item(0, "8.1.1", "", ()),
        Item(1, "8.1.1.1", "", ()),
        Item(2, "8.1.1.1.1", "", ()),
        Heading(3, "丙"),
        Item(0, "8.1.2", "", ()),
        Heading(2, "丁", "8.2", new_page=True),
        Item(0, "8.2.1", "", ()),
    ]


def test_what_is_deeper_than_the_lists_of_word_stays_on_their_last_level() -> None:
    for style, last in (
        ("chinese", ["a.", "b.", "c.", "a."]),
        ("decimal", ["3.1" + ".1" * 7, "3.1" + ".1" * 6 + ".2", "3.1" + ".1" * 6 + ".3", "3.1" + ".1" * 5 + ".2.1"]),
    ):
        outline = Outline(style, 3)  # type: ignore[arg-type]
        outline.title("")
        outline.chapter("")
        made = [outline.item(depth, "", ()) for depth in (0, 1, 2, 3, 4, 5, 6, 7, 40, 5, 6)]
        assert [item.depth for item in made] == [0, 1, 2, 3, 4, 5, 6, 6, 6, 5, 6]
        assert [made[6].label, made[7].label, made[8].label, made[10].label] == last
        assert [item.level for item in made[:3]] == [2, 3, 4]


def test_long_lists() -> None:
    outline = Outline("chinese")
    outline.chapter("")
    outline.item(0, "", ())
    outline.item(1, "", ())
    circled = [outline.item(2, "", ()).label for _ in range(22)]
    assert (circled[0], circled[9], circled[19], circled[20], circled[21]) == ("①", "⑩", "⑳", "21", "22")
    lettered = [outline.item(3, "", ()).label for _ in range(54)]
    assert (lettered[0], lettered[25], lettered[26], lettered[27], lettered[52], lettered[53]) == (
        "a.",
        "z.",
        "aa.",
        "bb.",
        "aaa.",
        "bbb.",
    )


def test_an_anchor_can_be_the_id_of_an_element() -> None:
    outline = Outline("decimal")
    unseen = "sales/a b\t\u3000c\x1b\u202e"
    anchors = [outline.chapter("", unseen).anchor, outline.section("", unseen).anchor, outline.item(0, "", (), (), unseen).anchor]
    assert set(anchors) == {"sales/a_b_c\\x1b\\u202e"}


def test_style_of() -> None:
    assert (style_of(Numbering()), style_of(Numbering.model_validate("decimal"))) == ("chinese", "decimal")


def test_headings_down_to_a_level() -> None:
    blocks = (Heading(1, "甲"), Paragraph(("乙",)), Heading(2, "丙"), Heading(3, "丁"))
    assert headings(blocks, 2) == (Heading(1, "甲"), Heading(2, "丙"))
