"""What falls between the scopes of the posts that divide a duty."""

from __future__ import annotations

import pytest

from salesduty.responsibility.bands import in_chinese
from salesduty.responsibility.holes import amount_holes, name_holes
from unit.responsibility.analysed import Posts, department


def amounts(posts: Posts, **fields: object) -> list[str]:
    return [in_chinese(hole.opening.interval) for hole in amount_holes(department(posts, **fields))]


def names(posts: Posts, **fields: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(hole.facet, hole.missing) for hole in name_holes(department(posts, **fields))]


BELOW, ABOVE = "审批 50 万元以下的合同", "审批 80 万元以上的合同"


def test_amounts_that_nobody_has() -> None:
    assert amounts({"销售经理": [BELOW], "销售总监": [ABOVE]}) == ["50 万元至 80 万元"]
    assert amounts({"销售经理": ["审批不满 50 万元的合同"], "销售总监": ["审批超过 50 万元的合同"]}) == ["50 万元"]


def test_a_written_scope_goes_before_the_sentence() -> None:
    posts: Posts = {
        "销售经理": [{"text": "审批合同", "scope": {"amount": "<200000"}}],
        "销售总监": [{"text": ABOVE, "scope": {"amount": "≥300000"}}],
    }
    assert amounts(posts) == ["20 万元至 30 万元"]


@pytest.mark.parametrize(
    ("posts", "fields"),
    [
        ({"销售经理": [BELOW], "销售总监": ["审批 50 万元以上的合同"]}, {}),
        ({"销售经理": [BELOW], "销售总监": [ABOVE], "副总": ["审批合同"]}, {}),
        ({"销售经理": [f"{BELOW}，超过 50 万元的报销售总监"], "销售总监": [ABOVE]}, {}),
        ({"销售经理": [BELOW, ABOVE]}, {}),
        (
            {"销售经理": ["审批不满 50 万元的合同"], "销售总监": ["审批超过 50 万元的合同"]},
            {"rules": ["50 万元以上的合同由总经理审批"]},
        ),
        ({"销售经理": [BELOW], "销售总监": ["审批 80 万元以上的费用"]}, {}),
        ({"销售经理": [BELOW], "销售总监": [ABOVE]}, {"rules": ["50 万元至 80 万元的合同由总经理审批"]}),
        ({"销售经理": [BELOW], "销售总监": [ABOVE]}, {"functions": [{"name": "合同审批", "text": "60 万元以上的合同送法务部"}]}),
        ({"销售经理": [BELOW], "销售总监": {"duties": [ABOVE], "authorities": [{"text": "合同审批权", "limit": "≥500000"}]}}, {}),
    ],
)
def test_amounts_that_somebody_has(posts: Posts, fields: dict[str, object]) -> None:
    assert amounts(posts, **fields) == []


EAST: Posts = {"华东客户经理": ["拜访客户", "催收货款"], "华南客户经理": ["拜访客户", "催收货款"]}


def test_a_region_that_a_sibling_duty_has() -> None:
    assert names({**EAST, "西南客户经理": ["拜访客户"]}) == [("C13.collect", ("西南",))]


def test_a_region_that_a_function_names() -> None:
    functions = [{"name": "客户开发", "text": "负责华东、华南、西南三个大区"}]
    assert ("C13.collect", ("西南",)) in names(EAST, functions=functions)


def test_a_tier_that_the_duties_of_a_function_name() -> None:
    function = {"name": "拜访", "duties": [{"text": "拜访", "scope": {"tier": tier}} for tier in ("大客户", "中型", "小微")]}
    posts: Posts = {
        "客户主办": [{"text": "催收货款", "scope": {"tier": "大客户"}}],
        "商务主办": [{"text": "催收货款", "scope": {"tier": "中型"}}],
    }
    assert names(posts, functions=[function]) == [("C13.collect", ("小微",))]


@pytest.mark.parametrize(
    "posts",
    [
        EAST,
        {**EAST, "西南客户经理": ["拜访客户", "追讨欠款"]},
        {**EAST, "西南客户经理": ["拜访客户", "核对应收账款"]},
        {**EAST, "西南客户经理": ["拜访客户"], "商务专员": ["催收货款"]},
        {**EAST, "西南客户经理": ["拜访客户"], "西北客户经理": ["拜访客户"], "东北客户经理": ["拜访客户"]},
        {**EAST, "江苏客户经理": ["拜访客户"]},
        {**EAST, "西南客户经理": ["拜访客户", "嘎嘎咕咕"]},
        {"华东客户经理": ["拜访客户", "催收货款"], "商务专员": ["催收华东的货款"], "西南客户经理": ["拜访客户"]},
        {"华东客户经理": ["拜访客户", "催收货款"], "华南客户经理": ["拜访客户"], "西南客户经理": ["拜访客户"]},
    ],
)
def test_regions_that_leave_no_hole(posts: Posts) -> None:
    assert names(posts) == []
