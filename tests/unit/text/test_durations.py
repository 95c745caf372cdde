"""Durations: lengths of time as people write them, and which of two is surely longer."""

from __future__ import annotations

import time

import pytest

from salesduty.text.durations import Duration, duration, limits


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("48 小时", 48, "hour"),
        ("两个工作日", 2, "working day"),
        ("2 工作日", 2, "working day"),
        ("8 个工作小时", 8, "working hour"),
        ("半天", 0.5, "day"),
        ("十五分钟", 15, "minute"),
        ("二十四小时", 24, "hour"),
        ("到期后 30 天内", 30, "day"),
        ("1.5 个小时", 1.5, "hour"),
        ("3 个月", 3, "month"),
        ("一周", 1, "week"),
    ],
)
def test_what_is_meant(text: str, count: float, unit: str) -> None:
    found = duration(text)
    assert found is not None
    assert (found.count, found.unit) == (count, unit)


@pytest.mark.parametrize(
    "text", ["当天", "每月 5 日前", "次月第 5 个工作日前", "每年 1 月 31 日", "合同约定交期", "周一 12:00", ""]
)
def test_what_is_no_length(text: str) -> None:
    assert duration(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("客户投诉 1 小时内登记,一般投诉 48 小时内办结", ["1 小时内", "48 小时内"]),
        ("两个工作日之内审核合同", ["两个工作日之内"]),
        ("3 天内未跟进的线索收回", []),
        ("督促客户在 30 天内付款", []),
        ("账期 60 天内的客户", []),
        ("要求经销商 5 天内盘点,2 天内汇总", ["2 天内"]),
    ],
)
def test_limits_of_a_sentence(text: str, words: list[str]) -> None:
    assert [each.words for each in limits(text)] == words


def test_a_span_is_that_of_the_text() -> None:
    text = "接到投诉后 24 小时内回复"
    (found,) = limits(text)
    assert text[found.start : found.end] == found.words == "24 小时内"


@pytest.mark.parametrize(
    ("one", "other", "exceeds", "differs"),
    [
        ("24 小时", "12 小时", True, True),
        ("1 天", "24 小时", False, False),
        ("3 个工作日", "2 个工作日", True, True),
        ("1 个工作日", "24 小时", False, False),
        ("1 个工作日", "4 小时", True, True),
        ("8 个工作小时", "1 个工作日", False, False),
        ("5 天", "1 个工作日", True, True),
        ("90 分钟", "1 小时", True, True),
        ("2 小时", "1 天", False, True),
    ],
)
def test_which_is_longer_for_sure(one: str, other: str, exceeds: bool, differs: bool) -> None:
    mine, theirs = duration(one), duration(other)
    assert isinstance(mine, Duration)
    assert isinstance(theirs, Duration)
    assert (mine.exceeds(theirs), mine.differs(theirs)) == (exceeds, differs)


def test_a_long_row_of_figures_takes_no_time() -> None:
    begun = time.perf_counter()
    assert list(limits("1" * 50_000 + "小时")) == []
    assert duration("十" * 50_000) is None
    assert time.perf_counter() - begun < 2
