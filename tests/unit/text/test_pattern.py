from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesduty.text.automaton import BadPattern
from salesduty.text.pattern import Pattern, TooCostly

ATOMS = st.sampled_from(["a", "b", "微", ".", "[ab]", "[^a]", r"\d", r"\w", "[a-c]", "^", "$"])
COUNTS = st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{,2}", "{2,}"])
SOURCES = st.recursive(
    ATOMS,
    lambda below: (
        st.builds("{}{}".format, below, below)
        | st.builds("({}|{})".format, below, below)
        | st.builds("(?:{}){}".format, below, COUNTS)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("接单", "在微信群接单并发货", "接单"),
        ("微信群?(接单|下单)", "在微信群接单并发货", "微信群接单"),
        ("a|ab|abc", "xabcd", "abc"),
        ("ab|b+c", "abbc", "ab"),
        ("^负责", "由内勤负责", None),
        ("^负责", "负责催款", "负责"),
        ("管理$", "负责管理", "管理"),
        ("管理$", "管理客户", None),
        (r"\d+天", "３0天内", "３0天"),
        ("[^，]{3}，", "一二三四，", "二三四，"),
        (r"\(", "甲(乙)", "("),
        ("[]a]", "x]", "]"),
        ("[a-]", "-", "-"),
        (r"[\d、]+$", "第1、2", "1、2"),
        (r"\S\s\D\W", "a b。", "a b。"),
        ("a{b", "xa{b", "a{b"),
        ("x.y", "x\ny", None),
        (r"x\ny", "x\ny", "x\ny"),
    ],
)
def test_the_first_and_longest_match_is_found(source: str, text: str, found: str | None) -> None:
    span = Pattern(source).find(text)
    assert (None if span is None else text[span[0] : span[1]]) == found


@pytest.mark.parametrize(
    ("source", "kind", "at"),
    [
        ("(a", "unclosed", 0),
        ("[a", "unclosed", 0),
        ("a)", "unopened", 1),
        ("*a", "nothing-to-repeat", 0),
        ("a**", "nothing-to-repeat", 2),
        ("(?=a)", "look-around", 0),
        ("(?i)a", "look-around", 0),
        (r"(a)\1", "back-reference", 3),
        ("a+?", "lazy", 2),
        ("[z-a]", "range", 2),
        (r"[a-\d]", "range", 2),
        ("a{3,2}", "count", 1),
        ("a{101}", "count", 1),
        ("a\\", "escape", 1),
        (r"\q", "escape", 0),
        ("((a{100}){100})", "too-large", 1),
        ("a" * 501, "too-large", 500),
        ("a" * 1001, "too-large", 1000),
        ("(" * 40 + "a", "too-large", 31),
        ("a*", "always", 0),
        ("", "always", 0),
        ("^$", "always", 0),
    ],
)
def test_what_is_no_pattern_is_told_with_its_place(source: str, kind: str, at: int) -> None:
    with pytest.raises(BadPattern) as caught:
        Pattern(source)
    assert (caught.value.kind, caught.value.at) == (kind, at)


@given(SOURCES)
def test_only_what_matches_nothing_in_particular_is_refused(source: str) -> None:
    try:
        Pattern(source)
    except BadPattern as error:
        refused = error.kind
    else:
        refused = ""
    assert refused in ("", "always")
    if not {"^", "$"} & set(source):
        assert (refused == "always") == (re.search(source.replace("{,2}", "{0,2}"), "") is not None)


@given(SOURCES, st.text(alphabet="abc微1 \n", max_size=8))
def test_it_matches_where_python_does_and_never_less(source: str, text: str) -> None:
    try:
        pattern = Pattern(source)
    except BadPattern:
        return
    wanted, found = re.search(source.replace("$", r"\Z").replace("{,2}", "{0,2}"), text), pattern.find(text)
    assert (wanted is None) == (found is None)
    if wanted is not None and found is not None:
        assert found[0] == wanted.start()
        assert found[1] >= wanted.end()


@given(SOURCES)
def test_a_pattern_that_was_used_matches_as_a_new_one(source: str) -> None:
    texts = ["ab", "微1", "", "bbab", "a b"]
    try:
        used = Pattern(source)
    except BadPattern:
        return
    assert [used.find(text) for text in texts * 2] == [Pattern(source).find(text) for text in texts * 2]


@pytest.mark.parametrize("source", ["(a+)+b", "(a|a)*b", "(a*)*b", "(.*a){20}b", "a.{0,90}a.{0,90}b"])
def test_a_pattern_that_python_would_hang_on_takes_no_time(source: str) -> None:
    begin = time.perf_counter()
    assert Pattern(source).find("a" * 20_000) is None
    assert time.perf_counter() - begin < 20


def test_a_pattern_that_meets_ever_new_states_gives_up_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesduty.text.pattern._MOST_WORK", 500_000)
    text = "".join(random.Random(1).choices("ab", k=20_000))
    assert Pattern("a{90}c").find(text) is None
    with pytest.raises(TooCostly):
        Pattern("(a|b)*a(a|b){90}c").find(text)
