from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesduty.reporters.columns import padded, width, wrapped

CHINESE = st.text(alphabet="销售部职责，。“”（）：、—…%abc 12,.()e\u0301\u3099😀")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("销售", 4),
        ("（）：，", 8),
        ("“销售”…", 7),
        ("ｶﾅ", 2),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("😀𠮷", 4),
        ("각", 2),
        ("\u1100\u1161\u11a8", 2),
        ("é·Ω", 3),
    ],
)
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_counts_columns() -> None:
    assert padded("销售", 6) + "|" == "销售  |"
    assert padded("销售部", 4) == "销售部"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("销售部岗位责任制", ["销售部岗位", "责任制"]),
        ("销售部岗位，责任", ["销售部岗", "位，责任"]),
        ("销售部岗“责任制”", ["销售部岗", "“责任制”"]),
        ("use the name of a post", ["use the", "name of a", "post"]),
        ("改成 outside 里的名称", ["改成", "outside 里", "的名称"]),
        ("abcdefghijklmnop", ["abcdefghij", "klmnop"]),
        ("权重合计是 90%，少了", ["权重合计是", "90%，少了"]),
        ("a        b", ["a        b"]),
        ("a         b", ["a", "b"]),
    ],
)
def test_lines_break_where_chinese_allows_it(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines


@settings(deadline=None)
@given(CHINESE, st.integers(10, 60))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, columns: int) -> None:
    lines = wrapped(text, columns)

    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["销", "售，", "部。”", "（责任", "制）", "abc ", "12% ", "“岗位”"])), st.integers(12, 30))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(stretches: list[str], columns: int) -> None:
    lines = wrapped("".join(stretches), columns)

    assert not any(line.startswith(("，", "。", "”", "）", "%")) for line in lines)
    assert not any(line.endswith(("（", "“")) for line in lines)
