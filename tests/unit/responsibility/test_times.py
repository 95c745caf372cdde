"""How often and by when."""

from __future__ import annotations

import pytest

from salesduty.responsibility.times import cadence, time_limit


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("每天清点样品", "daily"),
        ("每周一开会", "weekly"),
        ("按月对账", "monthly"),
        ("每季度盘点", "quarterly"),
        ("年度预算", "yearly"),
        ("每学期报送学籍表", "half-yearly"),
        ("每学年修订课程方案", "yearly"),
        ("必要时上报", "on-event"),
    ],
)
def test_cadence(text: str, told: str) -> None:
    found = cadence(text)
    assert found is not None
    assert found.value == told


def test_no_cadence() -> None:
    assert cadence("整理样品") is None


@pytest.mark.parametrize(
    ("text", "told"), [("24小时内回复", "24小时内"), ("三个工作日内放款", "三个工作日内"), ("每月5日前提交", "每月5日前")]
)
def test_time_limit(text: str, told: str) -> None:
    found = time_limit(text)
    assert found is not None
    assert found.value == told
    assert text[found.start : found.end] == told


def test_no_time_limit() -> None:
    assert time_limit("整理样品") is None
