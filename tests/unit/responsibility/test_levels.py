"""How high a post stands."""

from __future__ import annotations

import pytest

from salesduty.model.choices import Level
from salesduty.responsibility.levels import rank


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("销售总监", 3),
        ("常务副总经理", 3),
        ("销售经理", 2),
        ("门店店长", 2),
        ("支行行长", 2),
        ("客服主管", 1),
        ("班组长", 1),
        ("大客户经理", 0),
        ("商户经理", 0),
        ("班主任", 0),
        ("总经理助理", 0),
        ("医药代表", 0),
        ("销售专员", 0),
        ("看门人", 0),
    ],
)
def test_rank_by_name(name: str, expected: int) -> None:
    assert rank(name) == expected


def test_a_written_level_wins() -> None:
    level = next(iter(Level))
    assert rank("销售总监", level) == level.rank
