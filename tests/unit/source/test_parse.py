"""YAML to plain values: nothing is given a type, everything odd is told at its place."""

from __future__ import annotations

from typing import Any

import pytest

from salesduty.source.parse import Parsed, parse
from salesduty.source.problems import MOST_ALIASED, MOST_DEPTH, Problem


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: on\nb: no\nc: 0012\nd: 1:30\n", {"a": "on", "b": "no", "c": "0012", "d": "1:30"}),
        ("a: 2026-01-01\nb: 1e3\nc: .inf\n", {"a": "2026-01-01", "b": "1e3", "c": ".inf"}),
        ("a: {b: [x, 'y', \"z\\t\"]}\n", {"a": {"b": ["x", "y", "z\t"]}}),
        ("a: |\n  一\n  二\nb: >-\n  三\n  四\n", {"a": "一\n二\n", "b": "三 四"}),
        ("a: ''\nb: '~'\nc: \"null\"\n", {"a": "", "b": "~", "c": "null"}),
        ("a: !!str 0012\nb: ! x\nc: !!int 3\n", {"a": "0012", "b": "x", "c": "3"}),
        ("%YAML 1.1\n---\na: 1\n...\n", {"a": "1"}),
        ("? a\n: b\n", {"a": "b"}),
        ("\ufeffa: 𠀀\r\nb: 1\r\n", {"a": "𠀀", "b": "1"}),
    ],
)
def test_values_stay_what_was_typed(text: str, data: dict[str, Any]) -> None:
    assert parse(text) == Parsed(data)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: &x {b: 1}\nc: *x\n", {"a": {"b": "1"}, "c": {"b": "1"}}),
        ("a: &x 文字\nc: [*x, *x]\n", {"a": "文字", "c": ["文字", "文字"]}),
        ("&k a: 1\nb: *k\n", {"a": "1", "b": "a"}),
        ("a: &x 1\nb: &x 2\nc: *x\n", {"a": "1", "b": "2", "c": "2"}),
        ("a: &x {b: 1, c: 1}\nd:\n  <<: *x\n  c: 2\n", {"a": {"b": "1", "c": "1"}, "d": {"b": "1", "c": "2"}}),
        ("<<: [{a: 1, b: 1}, {b: 2, c: 2}]\nc: 3\n", {"a": "1", "b": "1", "c": "3"}),
        ('"<<": {a: 1}\n', {"<<": {"a": "1"}}),
    ],
)
def test_aliases_and_merges(text: str, data: dict[str, Any]) -> None:
    assert parse(text) == Parsed(data)


@pytest.mark.parametrize("text", ["", "\n  \n", "# 只有说明\n", "---\n", "~\n", "---\n...\n"])
def test_a_file_with_nothing_in_it_is_empty(text: str) -> None:
    assert parse(text) == Parsed(None, (), empty=True)


@pytest.mark.parametrize(
    ("text", "data", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", {"a": "1", "b": "2"}, Problem("duplicate-key", 10, 11, {"key": "a"})),
        ("a: 1\n---\na: 2\n", {"a": "1"}, Problem("several-documents", 5, 8)),
        ("a: !foo x\n", {"a": "x"}, Problem("unknown-tag", 3, 7, {"tag": "!foo"})),
        ("a: !!python/object:x {b: 1}\n", {"a": {"b": "1"}}, Problem("unknown-tag", 3, 20, {"tag": "!!python/object:x"})),
        ("!foo a: 1\n", {"a": "1"}, Problem("unknown-tag", 0, 4, {"tag": "!foo"})),
        ("a:\nb: 1\n", {"b": "1"}, Problem("empty-value", 0, 1, {"key": "a"})),
        ("a: {b: null}\n", {"a": {}}, Problem("empty-value", 4, 5, {"key": "b"})),
        ("a:\n  - x\n  -\n", {"a": ["x"]}, Problem("empty-item", 12, 12)),
    ],
)
def test_what_can_be_read_past(text: str, data: dict[str, Any], problem: Problem) -> None:
    assert parse(text) == Parsed(data, (problem,))


def test_an_alias_of_nothing_is_nothing() -> None:
    assert parse("a: &x\nb: *x\nc: [*x]\n") == Parsed(
        {"c": []},
        (
            Problem("empty-value", 0, 1, {"key": "a"}),
            Problem("empty-value", 6, 7, {"key": "b"}),
            Problem("empty-item", 16, 16),
        ),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- a\n- b\n", Problem("not-a-mapping", 0, 1, {"text": "- a\n- b"})),
        ("\n 一句话\n", Problem("not-a-mapping", 2, 3, {"text": "一句话"})),
        ("? [a]\n: b\n", Problem("complex-key", 2, 3)),
        ("{a: {? {b: c} : d}}\n", Problem("complex-key", 7, 8)),
        ("? \n: x\n", Problem("complex-key", 1, 1)),
        ("a: &x b\n*x : c\n", Problem("complex-key", 8, 10)),
        ("a: *x\n", Problem("unknown-alias", 3, 5, {"alias": "x"})),
        ("a: &x [*x]\n", Problem("recursive-alias", 7, 9, {"alias": "x"})),
        ("a: 1\n<<: 2\n", Problem("bad-merge", 5, 7)),
        ("<<: [{a: 1}, 2]\n", Problem("bad-merge", 0, 2)),
        ("<<:\n", Problem("bad-merge", 0, 2)),
    ],
)
def test_what_cannot_be_read_past(text: str, problem: Problem) -> None:
    assert parse(text) == Parsed(None, (problem,))


def test_problems_before_the_last_one_are_kept() -> None:
    assert parse("a: 1\na: 2\nb: *x\n") == Parsed(
        None, (Problem("duplicate-key", 5, 6, {"key": "a"}), Problem("unknown-alias", 13, 15, {"alias": "x"}))
    )


def test_a_hundred_levels_are_the_limit() -> None:
    assert parse("{a: " * MOST_DEPTH + "x" + "}" * MOST_DEPTH).problems == ()
    text = "{a: " * (MOST_DEPTH + 1)
    assert parse(text) == Parsed(None, (Problem("too-deep", 400, 401, {"limit": MOST_DEPTH}),))


def test_an_alias_counts_as_deep_as_what_it_stands_for() -> None:
    deep = "[" * 60 + "x" + "]" * 60
    text = f"a: &x {deep}\nb: {'[' * 50}*x{']' * 50}\n"
    at = text.index("*x")
    assert parse(text) == Parsed(None, (Problem("too-deep", at, at + 2, {"limit": MOST_DEPTH}),))
    assert parse(f"a: &x {deep}\nb: &y [*x]\nc: {'[' * 30}*y{']' * 30}\n").problems == ()
    chained = f"a: &x {deep}\nb: &y [*x]\nc: {'[' * 39}*y{']' * 39}\n"
    assert [problem.kind for problem in parse(chained).problems] == ["too-deep"]


def test_an_alias_bomb_is_refused_before_it_goes_off() -> None:
    lines = ["l0: &l0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"l{n}: &l{n} [{','.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 9)]
    (problem,) = parse("\n".join(lines)).problems
    assert (problem.kind, problem.values) == ("alias-bomb", {"limit": MOST_ALIASED})
