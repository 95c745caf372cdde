"""What libyaml complains about, in kinds that can be put into words, at the place that has to be mended."""

from __future__ import annotations

import pytest

from salesduty.source.parse import parse
from salesduty.source.problems import Problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: @x\n", Problem("odd-start", 3, 4, {"detail": "found character that cannot start any token", "character": "@"})),
        ("a: 'x\nb: 1\n", Problem("unclosed-quote", 3, 4, {"detail": "found unexpected end of stream"})),
        ("a: 'x\n---\n", Problem("unclosed-quote", 3, 4, {"detail": "found unexpected document indicator"})),
        ('a: "\\q"\n', Problem("bad-escape", 4, 5, {"detail": "found unknown escape character"})),
        ("a: b: c\n", Problem("stray-colon", 4, 5, {"detail": "mapping values are not allowed in this context"})),
        ("a: 1\nb\nc: 2\n", Problem("missing-colon", 5, 6, {"detail": "could not find expected ':'"})),
        ("a: [1\n", Problem("unclosed-bracket", 3, 4, {"detail": "did not find expected ',' or ']'"})),
        ("a: [\n", Problem("unclosed-bracket", 3, 4, {"detail": "did not find expected node content"})),
        ("a: [1,,2]\n", Problem("syntax", 6, 7, {"detail": "did not find expected node content"})),
        ("a:\n  - b\n c: 1\n", Problem("bad-indentation", 10, 11, {"detail": "did not find expected key"})),
        ("a:\n  - b\n  c: 1\n", Problem("bad-indentation", 11, 12, {"detail": "did not find expected '-' indicator"})),
        ("a: - b\n", Problem("bad-indentation", 3, 4, {"detail": "block sequence entries are not allowed in this context"})),
        ("  a: 1\n b: 2\n", Problem("bad-indentation", 8, 9, {"detail": "did not find expected <document start>"})),
        ("a: !x!y z\n", Problem("unknown-tag", 3, 4, {"detail": "found undefined tag handle", "tag": "!x!y"})),
        ("%FOO\na: 1\n", Problem("syntax", 4, 5, {"detail": "found unknown directive name"})),
    ],
)
def test_each_complaint_has_its_kind_and_place(text: str, problem: Problem) -> None:
    assert parse(text).problems == (problem,)


@pytest.mark.parametrize(
    ("text", "at"),
    [("a:\n\tb: 1\n", 3), ("a:\n  \tb: 1\n", 5), ("\ta: 1\n", 0), ("a:\r\n\tb: 1\r\n", 4), ("a:\r\tb: 1\r", 3)],
)
def test_a_tab_is_told_where_it_stands(text: str, at: int) -> None:
    assert parse(text).problems == (Problem("tab", at, at + 1),)


@pytest.mark.parametrize(
    ("text", "at", "key"),
    [
        ("岗位名称：大区经理\n编制: 2\n", 4, "岗位名称"),
        ("岗位:\n  岗位名称：大区\n  编制: 2\n", 10, "岗位名称"),
        ("岗位:\r\n  岗位名称：大区\r\n  编制: 2\r\n", 11, "岗位名称"),
        ("岗位清单:\n  - 岗位名称：甲\n    编制: 2\n", 14, "岗位名称"),
    ],
)
def test_a_fullwidth_colon_behind_a_key_is_the_cause(text: str, at: int, key: str) -> None:
    assert parse(text).problems == (Problem("fullwidth-colon", at, at + 1, {"key": key}),)


KEYS = frozenset(("岗位", "岗位名称", "编制", "层级"))
COLONS = "岗位:\r\n  岗位名称：甲\r\n  - 编制：2\r\n  层级:员工\r\n  # 编制：3\r\n  备注: 无：x\r\n  编制: x：y\r\n"


def test_every_known_key_with_a_wrong_colon_is_told_at_once() -> None:
    assert parse(COLONS, KEYS).problems == (
        Problem("fullwidth-colon", 11, 12, {"key": "岗位名称"}),
        Problem("fullwidth-colon", 21, 22, {"key": "编制"}),
        Problem("colon-without-blank", 29, 30, {"key": "层级"}),
    )
    assert parse(COLONS.replace("\r\n", "\r"), KEYS).problems == (
        Problem("fullwidth-colon", 10, 11, {"key": "岗位名称"}),
        Problem("fullwidth-colon", 19, 20, {"key": "编制"}),
        Problem("colon-without-blank", 26, 27, {"key": "层级"}),
    )


def test_the_colon_to_blame_is_told_whether_its_key_is_known_or_not() -> None:
    text = "岗位:\n  岗位名字：甲\n  编制: 2\n  层级：员工\n"
    unknown = Problem("fullwidth-colon", 10, 11, {"key": "岗位名字"})
    assert parse(text, KEYS).problems == (unknown, Problem("fullwidth-colon", 25, 26, {"key": "层级"}))
    assert parse(text).problems == (unknown,)


def test_two_hundred_wrong_colons_are_told_and_no_more() -> None:
    told = [problem.start for problem in parse("编制：1\n" * 203 + "a: b\n", KEYS).problems]
    assert told == [2 + 5 * line for line in (*range(200), 202)]


def test_wrong_colons_are_no_matter_where_something_else_is_wrong() -> None:
    (problem,) = parse("编制: 'b\n  层级：1\n", KEYS).problems
    assert problem.kind == "unclosed-quote"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("岗位:\n  编制:1\n  a: b\n", Problem("colon-without-blank", 8, 9, {"key": "编制"})),
        ("岗位:\n  a: b\n  编制:1\n", Problem("colon-without-blank", 15, 16, {"key": "编制"})),
        ("岗位:\n  -编制: 1\n    a: b\n", Problem("dash-without-blank", 6, 7, {"key": "编制"})),
        ("岗位:\n  - a: b\n  -编制: 1\n", Problem("dash-without-blank", 15, 16, {"key": "编制"})),
        ("岗位:\n  —编制: 1\n    a: b\n", Problem("wide-dash", 6, 7, {"character": "—"})),
        ("岗位:\n  - a: b\n  － 编制: 1\n", Problem("wide-dash", 15, 16, {"character": "－"})),
        ("岗位:\n  a: b\n\u3000\u3000编制: 1\n", Problem("wide-indentation", 11, 12)),
        ("岗位:\n  a: b\n \xa0编制: 1\n", Problem("wide-indentation", 11, 13)),
        ("岗位:\n \xa0编制: 1\n    a: b\n", Problem("wide-indentation", 4, 6)),
        ("岗位:\n  - \u3000编制: 1\n", Problem("wide-indentation", 4, 9)),
        ("岗位:\n  a: b\n\u3000\u3000- 一\n", Problem("wide-indentation", 11, 13)),
        ("岗位:\n  a:\n\u3000\u3000一\n", Problem("wide-indentation", 9, 11)),
        ("岗位:\n  - 一\n  2. 二\n", Problem("numbered-item", 12, 14, {"number": "2."})),
        ("岗位:\n  - 一\n  2、二\n  a: b\n", Problem("numbered-item", 12, 14, {"number": "2、"})),
    ],
)
def test_a_sign_of_the_wrong_kind_is_the_cause(text: str, problem: Problem) -> None:
    assert parse(text, KEYS).problems == (problem,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("岗位:\n  http://a\n  a: b\n", "stray-colon"),
        ("岗位:\n  - a: b\n  -x: 1\n", "bad-indentation"),
        ("岗位:\n  a: |\n    \u3000\u3000完成任务\n   b: c\n", "bad-indentation"),
        ("岗位:\n  a: b\n c: —d\n", "bad-indentation"),
        ("岗位:\n  a: |\n    2. 二\n   b: c\n", "bad-indentation"),
    ],
)
def test_what_only_looks_like_a_wrong_sign_is_no_cause(text: str, kind: str) -> None:
    assert [problem.kind for problem in parse(text, KEYS).problems] == [kind]


@pytest.mark.parametrize("behind", ["完成", "@完成", "%", "a: b"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quote_that_swallows_fields_is_told_where_it_opens(quote: str, behind: str) -> None:
    text = f"a: {quote}甲\n" + "  b: 1\n" * 30 + f"c: {quote}{behind}{quote}\nd: 2\n"
    (problem,) = parse(text).problems
    assert (problem.kind, problem.start, problem.end) == ("unclosed-quote", 3, 4)


def test_wide_blanks_elsewhere_are_no_indentation() -> None:
    assert parse("a: {\u3000b: 1}\n'\u3000c': 1\n").data == {"a": {"\u3000b": "1"}, "\u3000c": "1"}


def test_a_quoted_text_of_two_lines_is_not_to_blame_for_what_follows_it() -> None:
    (problem,) = parse('a: "甲\n  乙" 丙\nb: 1\n').problems
    assert (problem.kind, problem.start) == ("bad-indentation", 11)
    (problem,) = parse('a: "甲\n  b: 乙"\nc: "丁" 戊\n').problems
    assert (problem.kind, problem.start) == ("bad-indentation", 21)


def test_a_fullwidth_colon_in_a_sentence_is_no_cause() -> None:
    (problem,) = parse("a: 注意：先复核\nb: c: d\n").problems
    assert problem.kind == "stray-colon"


def test_a_fullwidth_colon_far_above_is_no_cause() -> None:
    (problem,) = parse("#\n岗位名称： |\n#\n#\n#\n#\n b: [\n").problems
    assert problem.kind != "fullwidth-colon"


@pytest.mark.parametrize(("text", "at", "name"), [("a: \x07", 3, "U+0007"), ("\ud800", 0, "U+D800"), ("a: b\0c", 4, "U+0000")])
def test_a_character_that_yaml_forbids(text: str, at: int, name: str) -> None:
    assert parse(text).problems == (Problem("control-character", at, at + 1, {"character": name}),)
