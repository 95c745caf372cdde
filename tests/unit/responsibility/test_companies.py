"""What two departments of one company hold both."""

from __future__ import annotations

import pytest

from salesduty.responsibility.companies import between, departments_apart
from unit.responsibility.analysed import company


def nodes(one: str, other: str, mine: object = "催收到期货款", theirs: object = "对逾期货款打电话催收") -> list[str]:
    return [each.node for each in between(company({one: {"销售代表": [mine]}, other: {"应收会计": [theirs]}}))]


def test_one_area_between_two_departments() -> None:
    assert nodes("销售部", "财务部") == ["C13"]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("催收到期货款", "审核费用报销"),
        ("组织部门例会", "组织部门例会"),
        ({"text": "催收到期货款", "scope": {"region": "华东"}}, {"text": "催收到期货款", "scope": {"region": "华南"}}),
        ({"text": "催收到期货款", "shared_with": ["财务部"]}, "催收到期货款"),
        ({"text": "催收到期货款", "shared_with": ["应收会计"]}, "催收到期货款"),
    ],
)
def test_what_is_divided_or_is_no_matter_of_customers(mine: object, theirs: object) -> None:
    assert nodes("销售部", "财务部", mine, theirs) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("销售部", "客服部", False),
        ("销售部", "市场部", False),
        ("华东销售部", "华南销售部", True),
        ("销售一部", "销售二部", True),
        ("水泵事业部", "阀门事业部", True),
        ("外贸部", "销售部", True),
        ("电商部", "销售部", True),
        ("大客户部", "渠道部", True),
    ],
)
def test_departments_told_apart_by_name(one: str, other: str, *, apart: bool) -> None:
    assert departments_apart(*company({one: {"销售代表": ["报价"]}, other: {"客户专员": ["报价"]}})) is apart
    assert bool(nodes(one, other)) is not apart


def test_superiors_elsewhere_are_no_conflict() -> None:
    posts = {"催收专员": {"reports_to": ["应收会计"], "duties": ["催收到期货款"]}}
    assert list(between(company({"销售部": posts, "财务部": {"应收会计": ["催收到期货款"]}}))) == []
