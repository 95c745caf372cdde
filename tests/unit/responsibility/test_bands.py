"""Bands of money in sentences, and what lies between them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesduty.responsibility.bands import bands, common, in_chinese, in_english, openings
from salesduty.text.amounts import Interval
from salesduty.text.normal import normal


def read(text: str) -> list[str]:
    return [in_chinese(band) for band in bands(normal(text))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("核准 50 万元以下的协议", ["50 万元及以下"]),
        ("不满五十万元的项目", ["50 万元以下（不含）"]),
        ("超过 50 万的协议", ["50 万元以上（不含）"]),
        ("50 万元（不含）以上", ["50 万元以上（不含）"]),
        ("谈 50 万元以上 300 万元以下的项目", ["50 万元至 300 万元"]),
        ("5000 元及以上、5 万元及以下的费用，超过 5 万元的报上级", ["5000 元至 5 万元", "5 万元以上（不含）"]),
        ("50 万元（含）至 300 万元（含）", ["50 万元至 300 万元"]),
        ("三十到五十万的单子", ["30 万元至 50 万元"]),
        ("30到50万的单子", ["30 万元至 50 万元"]),
        ("一万五千元以内", ["1.5 万元及以下"]),
        ("一百二十万以上", ["120 万元及以上"]),
        ("不超过 1 亿元", ["1 亿元及以下"]),
        ("不低于 800 元", ["800 元及以上"]),
        ("低于 800 元", ["800 元以下（不含）"]),
        ("20 万公里以下、超过 20 万公里", []),
        ("逾期 30 天以上，5 家以上，毛利低于 25%", []),
        ("三到五天", []),
    ],
)
def test_bands_of_a_sentence(text: str, said: list[str]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("50万元以下", "80万元以上"), ["50 万元至 80 万元"]),
        (("80万元以上", "50万元以下"), ["50 万元至 80 万元"]),
        (("50万元以下", "50万元以上"), []),
        (("不满50万元", "超过50万元"), ["50 万元"]),
        (("49999元以下", "5万元以上"), []),
        (("10万元以下", "20万元至30万元", "40万元以上"), ["10 万元至 20 万元", "30 万元至 40 万元"]),
        (("90万元以下", "20万元至30万元", "95万元以上"), ["90 万元至 95 万元"]),
        (("10万元以上", "20万元以上"), []),
        ((), []),
    ],
)
def test_what_lies_between(texts: tuple[str, ...], said: list[str]) -> None:
    assert [in_chinese(each.interval) for each in openings(band for text in texts for band in bands(text))] == said


def test_a_single_figure_is_a_point() -> None:
    assert [each.point for each in openings([*bands("不满50万元"), *bands("超过50万元"), *bands("不满40万元")])] == [True]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("50万元以下", "30万元以上", "30 万元至 50 万元"),
        ("50万元以下", "50万元以上", None),
        ("50万元以下", "30万元以下", "30 万元及以下"),
        ("不满50万元", "不超过50万元", "50 万元以下（不含）"),
        ("10万元至20万元", "15万元以上", "15 万元至 20 万元"),
    ],
)
def test_what_lies_in_both(one: str, other: str, both: str | None) -> None:
    (mine,), (theirs,) = bands(one), bands(other)
    for found in (common(mine, theirs), common(theirs, mine)):
        assert (in_chinese(found) if found is not None else None) == both


def test_no_limit_in_words() -> None:
    assert in_chinese(Interval(None, None)) == "不限"
    assert in_chinese(Interval(Decimal(1), None, low_in=False)) == "1 元以上（不含）"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("50万元至80万元", "500,000 to 800,000 yuan"),
        ("50万元以下", "up to 500,000 yuan"),
        ("50万元以上", "from 500,000 yuan"),
    ],
)
def test_bands_in_english(text: str, said: str) -> None:
    assert [in_english(band) for band in bands(text)] == [said]


def test_a_point_in_english() -> None:
    assert in_english(Interval(Decimal(500_000), Decimal(500_000))) == "500,000 yuan"
