"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from salesduty.text.dates import parse_date


@pytest.mark.parametrize("text", ["2026-03-01", "2026-3-1", "2026/3/1", "2026.03.01", "2026年3月1日", " 2026 年 03 月 01 日 "])
def test_reads_every_form(text: str) -> None:
    assert parse_date(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text", ["", "2026-02-30", "2026-13-01", "0000-01-01", "26-03-01", "2026-03", "2026/3-1", "2026-03-01 起", "明年三月"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_date(text) is None
