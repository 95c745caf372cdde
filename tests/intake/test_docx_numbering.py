"""Numbers that Word draws before paragraphs, as Word draws them."""

from __future__ import annotations

import pytest

from intake.office import docx, item, level, lists, p
from salesduty.intake.readers.word import read
from salesduty.intake.readers.word.counting import counted


def labels(body: str, numbering: str, styles: str = "") -> list[tuple[str, int]]:
    return [(line.label, line.depth) for line in read(docx(body, numbering=numbering, styles=styles)).lines]


@pytest.mark.parametrize(
    ("form", "drawn"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九"}),
        ("chineseCountingThousand", {10: "十", 19: "十九", 100: "一百", 105: "一百零五", 110: "一百一十", 1010: "一千零一十"}),
        ("taiwaneseCountingThousand", {13: "十三"}),
        ("japaneseCounting", {10: "十", 31: "三十一", 105: "百五"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographDigital", {10: "一〇", 12: "一二"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 23: "贰拾叁"}),
        ("ideographLegalTraditional", {2: "貳"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {2: "②"}),
        ("decimalEnclosedParen", {1: "⑴"}),
        ("decimalEnclosedFullstop", {1: "⒈"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperRoman", {4: "IV", 9: "IX", 14: "XIV"}),
        ("lowerRoman", {3: "iii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {3: ""}),
        ("hebrew1", {3: "3"}),
    ],
)
def test_a_number_is_drawn_in_its_format(form: str, drawn: dict[int, str]) -> None:
    assert {value: counted(value, form) for value in drawn} == drawn


def test_a_custom_format_pads_with_noughts() -> None:
    assert counted(7, "custom", "001, 002, 003, ...") == "007"


def test_levels_count_and_begin_anew_below_the_next_above() -> None:
    numbering = lists(
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimal", "%1.%3.%4"),
    )
    body = "".join(item("负责", 1, depth) for depth in (0, 1, 2, 2, 1, 2, 0, 1, 3))
    assert labels(body, numbering) == [
        ("一、", 0),
        ("（一）", 1),
        ("1.", 2),
        ("2.", 2),
        ("（二）", 1),
        ("1.", 2),
        ("二、", 0),
        ("（一）", 1),
        ("二.1.1", 3),
    ]


def test_a_legal_level_draws_all_in_digits() -> None:
    numbering = lists(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert labels(item("甲") + item("乙", 1, 1), numbering) == [("第一章", 0), ("1.1", 1)]


def test_lists_of_one_definition_count_on_and_one_that_is_told_to_begins_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), n2="", n3=again, n4=other)
    body = "".join(item("负责", number) for number in (1, 1, 2, 3, 3, 1, 4))
    assert [label for label, _ in labels(body, numbering)] == ["1.", "2.", "3.", "5.", "6.", "7.", "H)"]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    body = "".join(item("负责", 1, depth) for depth in (0, 1, 1, 0, 1))
    assert [label for label, _ in labels(body, numbering)] == ["1.", "1)", "2)", "2.", "3)"]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_may_refuse() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="款"/><w:basedOn w:val="a"/></w:style>'
    )
    numbering = lists(
        level(0, "decimal", "第%1条", '<w:pStyle w:val="a"/>'), level(1, "decimal", "%1.%2", '<w:pStyle w:val="b"/>')
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("甲", '<w:pStyle w:val="a"/>')
        + p("乙", '<w:pStyle w:val="b"/>')
        + p("丙", f'<w:pStyle w:val="a"/>{none}')
        + p("丁", '<w:pStyle w:val="a"/>')
    )
    assert labels(body, numbering, styles) == [("第1条", 0), ("1.1", 1), ("", -1), ("第2条", 0)]


def test_bullets_of_symbol_fonts_look_like_themselves() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    numbering = lists(
        level(0, "bullet", "\uf0d8").replace("</w:lvl>", f"{fonts}</w:lvl>"),
        level(1, "bullet", "n").replace("</w:lvl>", f"{fonts}</w:lvl>"),
        level(2, "bullet", "\uf0b7"),
        level(3, "bullet", "－"),
    )
    body = "".join(item("负责", 1, depth) for depth in range(4))
    assert [label for label, _ in labels(body, numbering)] == ["➢", "■", "•", "－"]
