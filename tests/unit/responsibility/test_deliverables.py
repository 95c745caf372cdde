"""What several posts make, each their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from salesduty.responsibility.deliverables import made_twice
from unit.responsibility.analysed import department


def twice(one: object, other: object, names: Sequence[str] = ("销售内勤", "数据专员")) -> list[list[str]]:
    found = department({names[0]: [one], names[1]: [other]}, outside=["财务部", "生产部"])
    return [[made.name for made in each.made] for each in made_twice(found)]


@pytest.mark.parametrize(
    ("one", "other", "made"),
    [
        ("每月 5 日前编制销售月报", "每月初出销售月报", ["销售月报", "销售月报"]),
        ("每月制作月度销售报表", "撰写销售月报并报送总监", ["销售月报", "月度销售报表"]),
        ("建立回款台账，逐笔登记", "登记回款台账", ["回款台账", "回款台账"]),
        ("每周编制《库存分析报告》", "每周写库存分析报告", ["库存分析报告", "库存分析报告"]),
        (
            {"text": "统计到账情况", "cadence": "weekly", "outputs": ["回款报告"], "to": ["财务部"]},
            {"text": "盘点应收账款", "cadence": "weekly", "outputs": ["回款报告"]},
            ["回款报告", "回款报告"],
        ),
    ],
)
def test_made_twice(one: object, other: object, made: list[str]) -> None:
    assert twice(one, other) == [made]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("每周编制销售周报", "汇总各组销售周报"),
        ("每周编制销售周报", "审核销售周报"),
        ("每周编制销售周报", "每月编制销售月报"),
        ("每周写个人周报", "每周写个人周报"),
        ("每周编制本区销售周报", "每周编制销售周报"),
        ("每周编制周报", "每周编制周报"),
        ("编制报价方案", "编制报价方案"),
        (
            {"text": "每月编制销售月报", "to": ["财务部"]},
            {"text": "每月编制销售月报", "to": ["生产部"]},
        ),
        (
            {"text": "每月编制销售月报", "to": ["数据专员"]},
            {"text": "每月编制销售月报", "to": ["生产部"]},
        ),
        ({"text": "每月编制销售月报", "shared_with": ["数据专员"]}, "每月编制销售月报"),
        (
            {"text": "每月编制销售月报", "scope": {"product": "水泵"}},
            {"text": "每月编制销售月报", "scope": {"product": "阀门"}},
        ),
    ],
)
def test_not_made_twice(one: object, other: object) -> None:
    assert twice(one, other) == []


@pytest.mark.parametrize("names", [("华东内勤", "华南内勤"), ("销售内勤", "销售总监"), ("内勤（水泵）", "内勤（阀门）")])
def test_posts_that_are_no_peers_or_divide_the_business(names: tuple[str, str]) -> None:
    assert twice("每月编制销售月报", "每月编制销售月报", names) == []
