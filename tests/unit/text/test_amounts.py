"""Amounts: what people write for a limit, and the interval that it means."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from salesduty.text.amounts import Interval, in_words, parse_interval


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("*", Interval(None, None)),
        (" * ", Interval(None, None)),
        ("<500000", Interval(None, Decimal(500_000), high_in=False)),
        ("<=500000", Interval(None, Decimal(500_000))),
        ("≤50万", Interval(None, Decimal(500_000))),
        ("＜50 万元", Interval(None, Decimal(500_000), high_in=False)),
        (">1,000,000", Interval(Decimal(1_000_000), None, low_in=False)),
        (">= 1.5亿", Interval(Decimal(150_000_000), None)),
        ("≥3千块", Interval(Decimal(3_000), None)),
        ("＞2 k RMB", Interval(Decimal(2_000), None, low_in=False)),
        ("10万..50万", Interval(Decimal(100_000), Decimal(500_000))),
        ("2K-3M", Interval(Decimal(2_000), Decimal(3_000_000))),
        ("3000 至 20000 元", Interval(Decimal(3_000), Decimal(20_000))),
        ("7到7", Interval(Decimal(7), Decimal(7))),
    ],
)
def test_reads_what_people_write(text: str, meant: Interval) -> None:
    assert parse_interval(text) == meant


def test_a_unit_behind_the_range_holds_for_both_ends() -> None:
    assert parse_interval("10～50万") == Interval(Decimal(100_000), Decimal(500_000))


def test_a_unit_at_the_lower_end_holds_for_it_alone() -> None:
    assert parse_interval("1千—5万") == Interval(Decimal(1_000), Decimal(50_000))
    assert parse_interval("1万..50000") == Interval(Decimal(10_000), Decimal(50_000))


@pytest.mark.parametrize(
    "text", ["", "   ", "500000", "五十万", "<", "<万", "50万..10万", "10万..5", "< 10 20", "<1.2.3", "≥50万以上"]
)
def test_what_is_no_interval_is_none(text: str) -> None:
    assert parse_interval(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*", "不限"),
        ("<500000", "50 万元以下（不含）"),
        ("<=9999", "9999 元及以下"),
        ("≥1.5亿", "1.5 亿元及以上"),
        (">0", "0 元以上（不含）"),
        ("3000..20000", "3000 元至 2 万元"),
        ("按授权书", "按授权书"),
    ],
)
def test_documents_print_an_interval_in_words(text: str, words: str) -> None:
    assert in_words(text) == words


def test_a_number_of_any_length_is_no_crash() -> None:
    assert parse_interval("<" + "9" * 1_100_000) is None


def test_blanks_without_end_cost_no_time() -> None:
    started = time.perf_counter()
    assert parse_interval("1" + " " * 20_000 + "x") is None
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500元至1000万元", 500, 10_000_000),
        ("500元至1万元", 500, 10_000),
        ("5000..50万", 5000, 500_000),
        ("10~50万", 100_000, 500_000),
        ("5000~1亿", 5000, 100_000_000),
    ],
)
def test_the_low_end_takes_the_unit_of_the_high_one_only_where_it_can(text: str, low: int, high: int) -> None:
    assert parse_interval(text) == Interval(Decimal(low), Decimal(high))
