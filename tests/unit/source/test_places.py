"""Where each value stands."""

from __future__ import annotations

import pytest

from salesduty.source.node import Lines
from salesduty.source.parse import locate
from salesduty.source.span import FIRST, Path, Span

TEXT = """\
岗位: &base
  岗位名称: 大区经理
  headcount: '12'
  岗位职责:
    - 每周检查 𠀀 进度
    - {text: "先审核", from: rep}
  reports_to: head
  empty: []
posts:
  - <<: *base
    id: b
  -   id: c
"""
SPELLINGS = {
    "岗位": frozenset(("post",)),
    "岗位名称": frozenset(("name",)),
    "岗位职责": frozenset(("duties",)),
}


@pytest.mark.parametrize(
    ("path", "on_key", "place", "words"),
    [
        (("post",), False, (1, 1), "岗位"),
        (("post", 0), False, (1, 1), "岗位"),
        (("post", 0, "name"), False, (2, 9), "大区经理"),
        (("post", 0, "name"), True, (2, 3), "岗位名称"),
        (("post", "headcount"), False, (3, 14), "'12'"),
        (("post", "duties"), False, (4, 3), "岗位职责"),
        (("post", "duties", 0), False, (5, 7), "每周检查 𠀀 进度"),
        (("post", "duties", 0, "text"), False, (5, 7), "每周检查 𠀀 进度"),
        (("post", "duties", 1), False, (6, 8), "text"),
        (("post", "duties", 1, "text"), False, (6, 14), '"先审核"'),
        (("post", "duties", 1, "from_"), False, (6, 27), "rep"),
        (("post", "duties", 1, "from", 0), True, (6, 21), "from"),
        (("post", "reports_to", 0), False, (7, 15), "head"),
        (("post", "empty"), False, (8, 3), "empty"),
        (("post", "empty", 3), False, (8, 3), "empty"),
        (("post", "purpose"), False, (1, 1), "岗位"),
        (("posts", 0), False, (11, 5), "id"),
        (("posts", 0, "name"), False, (2, 9), "大区经理"),
        (("posts", 0, "id"), False, (11, 9), "b"),
        (("posts", 1), False, (12, 7), "id"),
        (("posts", 1, "name"), False, (12, 7), "id"),
        (("posts", 7, "name"), False, (9, 1), "posts"),
        (("nothing",), False, (1, 1), "岗位"),
        ((), False, (1, 1), "岗位"),
    ],
)
def test_every_path_leads_to_its_words(path: Path, on_key: bool, place: tuple[int, int], words: str) -> None:
    places = locate(TEXT)
    span = places.span(path, SPELLINGS, on_key=on_key)
    assert (span.line, span.column) == place
    assert span.line == span.end_line
    assert places.lines.line(span.line)[span.column - 1 : span.end_column - 1] == words


def test_a_list_without_a_key_is_pointed_at_by_its_first_item() -> None:
    assert locate("a: [[x, y]]\n").span(("a", 0), {}) == Span(1, 6, 1, 7)


def test_empty_brackets_without_a_key_are_pointed_at_themselves() -> None:
    assert locate("a: [[], {}]\n").span(("a", 0), {}) == Span(1, 5, 1, 7)
    assert locate("a: [[], {}]\n").span(("a", 1, "b"), {}) == Span(1, 9, 1, 11)


def test_what_an_alias_brings_stands_where_it_was_written() -> None:
    places = locate("a: &x {b: 1}\nc: *x\nd: [*x]\n")
    assert places.span(("c",), {}) == Span(2, 1, 2, 2)
    assert places.span(("c", "b"), {}) == Span(1, 11, 1, 12)
    assert places.span(("d", 0, "b"), {}, on_key=True) == Span(1, 8, 1, 9)
    assert locate("&k a: 1\nb: *k\n").span(("b",), {}) == Span(1, 1, 1, 5)


def test_the_first_of_two_equal_keys_counts() -> None:
    assert locate("a: 1\na: 2\n").span(("a",), {}) == Span(1, 4, 1, 5)


@pytest.mark.parametrize("text", ["", "# nur\n", "a: [\n", "a: \x07"])
def test_what_cannot_be_read_is_pointed_at_by_its_start(text: str) -> None:
    assert locate(text).span(("a",), {}) == FIRST


def test_lines_end_with_lf_cr_lf_or_cr_alone() -> None:
    lines = Lines("甲\n乙\r\n丙\r\u2028丁\x85")
    assert [lines.line(number) for number in (1, 2, 3, 4)] == ["甲", "乙", "丙", "\u2028丁\x85"]
    assert lines.span(2, 3) == Span(2, 1, 2, 2)
    assert lines.span(5, 8) == Span(3, 1, 4, 2)


def test_offsets_outside_the_text_are_brought_inside() -> None:
    assert Lines("ab").span(-3, 99) == Span(1, 1, 1, 3)
    assert Lines("ab").span(7, 3) == Span(1, 3, 1, 3)
    assert Lines("").span(0, 1) == Span(1, 1, 1, 1)
