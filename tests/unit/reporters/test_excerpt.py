from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesduty.reporters.columns import width
from salesduty.reporters.excerpt import Excerpt, excerpt
from salesduty.reporters.harmless import harmless
from salesduty.results.place import Span

LINE = "    reports_to: 销售经里, name: 销售代表"


def pointed_at(line: str, start: int, end: int, columns: int = 90, encoding: str = "utf-8") -> str:
    """The source and the caret line, as they are printed."""
    seen = excerpt(line, Span(1, start, 1, end), columns, encoding)
    return f"{seen.line}\n{' ' * seen.before}{'^' * seen.carets}"


@pytest.mark.parametrize(
    ("line", "start", "end", "printed"),
    [
        (LINE, 17, 21, f"{LINE}\n                ^^^^^^^^"),
        (LINE, 23, 27, f"{LINE}\n                          ^^^^"),
        ("名称：e\u0301x销售", 6, 7, "名称：e\u0301x销售\n       ^"),
        ("名称：か\u3099x销售", 6, 7, "名称：か\u3099x销售\n        ^"),
        ("名称: 😀𠮷 销售", 5, 7, "名称: 😀𠮷 销售\n      ^^^^"),
        ("名称: 😀 销售", 7, 9, "名称: 😀 销售\n         ^^^^"),
        ("\t名称: x", 2, 4, " 名称: x\n ^^^^"),
        ("a\x1bb: x", 3, 4, "a\\x1bb: x\n     ^"),
        ("a: \x1b[2J", 4, 8, "a: \\x1b[2J\n   ^^^^^^^"),
        ("a: ##[x]y", 8, 9, "a: #\\x23[x]y\n          ^"),
        ("abc", 2, 2, "abc\n ^"),
        ("abc", 4, 4, "abc\n   ^"),
        ("abc", 9, 12, "abc\n   ^"),
        ("e\u0301", 2, 3, "e\u0301\n ^"),
        ("", 1, 1, "\n^"),
    ],
)
def test_the_caret_stands_under_the_words(line: str, start: int, end: int, printed: str) -> None:
    assert pointed_at(line, start, end) == printed


def test_characters_that_the_console_lacks_are_as_wide_as_they_are_written_out() -> None:
    assert pointed_at("名称: 😀 销售", 7, 9, encoding="gbk") == "名称: \\U0001f600 销售\n                 ^^^^"


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert excerpt("duties: 甲乙  ", Span(3, 9, 5, 2), 60) == Excerpt("duties: 甲乙  ", 8, 4)


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (1, 3, "职责职责职责职责职责职责职责职...\n^^^^"),
        (60, 61, "...责职责职责职责职责职责职责...\n           ^^"),
        (119, 121, "...责职责职责职责职责职责职责\n                         ^^^^"),
        (121, 121, "...责职责职责职责职责职责职责\n                             ^"),
        (50, 121, "...责职责职责职责职责职责职责...\n           ^^^^^^^^^^^^^^^^^^"),
    ],
)
def test_a_long_line_is_cut_around_the_caret(start: int, end: int, printed: str) -> None:
    shown = pointed_at("职责" * 60, start, end, columns=33)

    assert width(shown.splitlines()[0]) <= 33
    assert shown == printed


def test_a_line_of_megabytes_costs_no_more_than_what_is_shown() -> None:
    seen = excerpt("x" * 5_000_000 + "销" * 5_000_000, Span(1, 5_000_001, 1, 10_000_001), 40)

    assert seen.line == "..." + "x" * 11 + "销" * 11 + "..."
    assert (seen.before, seen.carets) == (14, 22)


def test_marks_without_width_do_not_hide_that_there_is_more() -> None:
    line = "a" + "\u0301" * 100 + "b"

    assert excerpt(line, Span(1, 1, 1, 2), 40).line == "a" + "\u0301" * 39 + "..."
    assert excerpt(line, Span(1, 102, 1, 103), 40) == Excerpt("..." + "\u0301" * 40 + "b", 3, 1)


@settings(deadline=None)
@given(
    line=st.text(alphabet="ab 职责，\t\x1b\u202ee\u0301\u3099😀#[", max_size=120),
    start=st.integers(1, 125),
    length=st.integers(0, 40),
    columns=st.integers(24, 80),
    encoding=st.sampled_from(["utf-8", "gbk", "ascii"]),
)
def test_whatever_the_line_the_caret_is_in_the_window_and_under_the_right_character(
    line: str, start: int, length: int, columns: int, encoding: str
) -> None:
    seen = excerpt(line, Span(1, start, 1, start + length), columns, encoding)

    assert width(seen.line) <= columns
    assert seen.carets >= 1
    assert seen.before + seen.carets <= columns or width(harmless(line[start - 1 : start], encoding)) > columns // 3
    under = line[start - 1 : start]
    if under and width(harmless(under, encoding)) and "#" not in line:
        shown = seen.line
        index = next(index for index in range(len(shown)) if width(shown[:index]) == seen.before and width(shown[index]))
        assert shown[index:].startswith(harmless(under, encoding))
