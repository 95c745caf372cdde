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
        ("a: [\n", Problem("unclosed-bracket", 5, 5, {"detail": "did not find expected node content"})),
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


def test_a_fullwidth_colon_in_a_sentence_is_no_cause() -> None:
    (problem,) = parse("a: 注意：先复核\nb: c: d\n").problems
    assert problem.kind == "stray-colon"


def test_a_fullwidth_colon_far_above_is_no_cause() -> None:
    (problem,) = parse("#\n岗位名称： |\n#\n#\n#\n#\n b: [\n").problems
    assert problem.kind != "fullwidth-colon"


@pytest.mark.parametrize(("text", "at", "name"), [("a: \x07", 3, "U+0007"), ("\ud800", 0, "U+D800"), ("a: b\0c", 4, "U+0000")])
def test_a_character_that_yaml_forbids(text: str, at: int, name: str) -> None:
    assert parse(text).problems == (Problem("control-character", at, at + 1, {"character": name}),)
