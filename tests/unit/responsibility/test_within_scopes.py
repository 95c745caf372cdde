"""One responsibility held with written scopes that have a common part."""

from __future__ import annotations

import pytest

from salesduty.responsibility.within_scopes import intersecting, shared_part
from unit.responsibility.analysed import Posts, department


def parts(posts: Posts) -> list[tuple[bool, list[str]]]:
    found = department(posts)
    return [(along, [shared_part(conflict, found) for conflict in overlap.conflicts]) for overlap, along in intersecting(found)]


def held(text: str, **scope: object) -> list[object]:
    return [{"text": text, "scope": scope}]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (held("催收货款", region="华东"), held("追讨欠款", region=["江苏", "湖北"]), (True, ["江苏"])),
        (held("审批合同", amount="<500000"), held("审批合同", amount="≥300000"), (True, ["30 万元至 50 万元"])),
        (held("催收货款", region="华东"), held("催收货款", product="水泵"), (False, ["华东，水泵"])),
    ],
)
def test_common_parts(one: list[object], other: list[object], shared: tuple[bool, list[str]]) -> None:
    assert parts({"甲专员": one, "乙专员": other}) == [shared]


def test_names_that_are_alike_do_not_divide_what_the_scopes_do_not() -> None:
    posts: Posts = {"客服专员（苏南）": held("催收货款", region="华东"), "客服专员（苏北）": held("催收货款", region="江苏")}
    assert parts(posts) == [(True, ["江苏"])]


def test_in_one_reporting_line_only_bands_that_cross() -> None:
    manager = {"reports_to": ["销售总监"], "duties": held("审批合同", amount="<500000")}
    assert parts({"销售经理": manager, "销售总监": held("审批合同", amount="≥300000")}) == [(True, ["30 万元至 50 万元"])]
    assert parts({"销售经理": manager, "销售总监": held("审批合同", amount="<1000000")}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (held("催收货款", region="华东"), held("催收货款", region="华南")),
        (held("审批合同", amount="<500000"), held("审批合同", amount="≥500000")),
        (held("审核合同", amount="<500000"), held("审批合同", amount="<500000")),
        (held("催收货款", region="华东"), held("拜访客户", region="华东")),
        (held("催收货款", region="华东"), ["催收货款"]),
        (held("催收货款", region="*"), held("催收货款", region="华东")),
        ([{"text": "催收货款", "scope": {"region": "华东"}, "shared_with": ["乙专员"]}], held("催收货款", region="华东")),
    ],
)
def test_nothing_in_common(one: list[object], other: list[object]) -> None:
    assert parts({"甲专员": one, "乙专员": other}) == []
