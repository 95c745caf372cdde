"""What the house rules of a department demand."""

from __future__ import annotations

import json

import pytest

from salesduty.responsibility.holdings import named
from salesduty.responsibility.house import Demand, Kind, binding, demands
from salesduty.toolkit.load import load
from salesduty.toolkit.vocabulary import standard
from salesduty.workspace.entities import Department

POSTS = ("销售总监", "门店经理", "跟单员", "录单内勤")


def department(*rules: str) -> Department:
    posts = [{"name": name, "duties": ["给客户报价"]} for name in POSTS]
    written = {"department": {"id": "sales", "name": "销售部", "rules": list(rules)}, "posts": posts}
    return load({"roles/department.yaml": json.dumps(written, ensure_ascii=False)}).departments[0]


def read(*rules: str) -> tuple[Demand, ...]:
    place = department(*rules)
    return demands(place, named(place, standard()))


@pytest.mark.parametrize(
    ("rule", "kinds"),
    [
        ("每个岗位都要有备岗", ["deputy"]),
        ("各岗位实行AB角，互相顶岗", ["deputy"]),
        ("人人都要有代理人，人走事不停", ["deputy"]),
        ("岗岗有人顶，不许断档", ["deputy"]),
        ("每个岗位须写明编制", ["headcount"]),
        ("所有岗位编制人数要写清楚", ["headcount"]),
        ("审批须写明限额", ["authority"]),
        ("每个岗位都要写清自己能定到什么程度", ["authority"]),
        ("每个岗位都要写明让利权限，没有的写“无”", ["authority"]),
        ("每条职责都要挂一个指标", ["kpi"]),
        ("每项职责都要能考核", ["kpi"]),
        ("超过五万元的费用须经销售总监审批", ["approval"]),
        ("低于九折的报价，必须有人签批后才能发出", ["approval"]),
        ("未经门店经理同意，不得外借样品", ["approval"]),
        ("赠品发放一律报经理批准", ["approval"]),
        ("退款由财务经理批准后方可办理", ["approval"]),
        ("收款与记账必须双人复核", ["double"]),
        ("每个岗位都要写明编制、权限和代理人", ["deputy", "headcount", "authority"]),
        ("不需要设备岗", []),
        ("每周开一次例会", []),
        ("员工要按时上下班", []),
        ("每个门店的试用装由门店保管", []),
    ],
)
def test_kinds(rule: str, kinds: list[Kind]) -> None:
    assert [demand.kind for demand in read(rule)] == kinds


@pytest.mark.parametrize(
    ("rule", "bound"),
    [
        ("每个岗位都要有代理人", POSTS),
        ("必须有备岗", POSTS),
        ("跟单员和录单内勤都要有代理人", ("跟单员", "录单内勤")),
        ("除销售总监外，每个岗位都要有备岗", ("门店经理", "跟单员", "录单内勤")),
        ("经理以上岗位必须有代理人", ("销售总监", "门店经理")),
    ],
)
def test_posts_that_are_bound(rule: str, bound: tuple[str, ...]) -> None:
    found = department(rule)
    rules = demands(found, named(found, standard()))
    assert tuple(post.value.name for post in found.posts if binding(rules, "deputy", post)) == bound


@pytest.mark.parametrize(
    ("rule", "who"),
    [
        ("超过五万元的费用须经销售总监审批", "销售总监"),
        ("退款由财务经理批准后方可办理", "财务经理"),
        ("未经门店经理同意，不得外借样品", "门店经理"),
        ("赠品发放一律报经理批准", "经理"),
        ("低于九折的报价，必须有人签批后才能发出", ""),
        ("返点超过一成的协议要经审批才能签", ""),
        ("特价单没有签字不得发货", ""),
    ],
)
def test_who_must_approve(rule: str, who: str) -> None:
    assert [demand.who for demand in read(rule)] == [who]


@pytest.mark.parametrize(
    ("rule", "each", "key"),
    [
        ("每个岗位都要有考核指标", False, False),
        ("录单内勤干的每一件事都要有指标管着", True, False),
        ("关键职责必须设考核指标", True, True),
    ],
)
def test_how_much_must_be_measured(rule: str, each: bool, key: bool) -> None:
    (demand,) = read(rule)
    assert (demand.kind, demand.each, demand.key) == ("kpi", each, key)


@pytest.mark.parametrize(
    ("rule", "deciding"), [("审批须写明限额", True), ("所有审批岗位须写明限额", True), ("每个岗位都要写明权限", False)]
)
def test_rules_for_those_who_decide(rule: str, deciding: bool) -> None:
    assert [demand.deciding for demand in read(rule)] == [deciding]


def test_each_sentence_of_a_rule_is_read_by_itself() -> None:
    found = read("每个岗位都要有备岗。审批须写明限额；跟单员要有考核指标", "每周开一次例会")
    assert [(demand.kind, sorted(demand.posts)) for demand in found] == [("deputy", []), ("authority", []), ("kpi", ["跟单员"])]
    assert found[0].place.path == ("department", "rules", 0)
