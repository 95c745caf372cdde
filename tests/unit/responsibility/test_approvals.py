"""Who may approve what, and who asks for it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from salesduty.responsibility.approvals import askings, gives, is_known, limited, matter, permissions, uncovered
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.amounts import parse_interval
from salesduty.toolkit.load import load
from salesduty.toolkit.vocabulary import standard


def department(*duties: str, authorities: tuple[str, ...] = (), steps: tuple[object, ...] = ()) -> Responsibilities:
    post = {"id": "head", "name": "门店经理", "duties": list(duties), "authorities": list(authorities)}
    written = {"department": {"id": "sales", "name": "销售部", "outside": ["品牌方"]}, "posts": [post]}
    if steps:
        written["process"] = {"name": "从报价到签约", "steps": list(steps)}
    workspace = load({"roles/department.yaml": json.dumps(written, ensure_ascii=False)})
    return Responsibilities(workspace.departments[0], standard())


@pytest.mark.parametrize(
    ("duty", "yes"),
    [
        ("审批促销费用", True),
        ("低于底价的单子由他签批", True),
        ("改价超过两成的由她定", True),
        ("五万元以内的赊销由他批", True),
        ("利润太薄的价，由他点头才能发出去", True),
        ("促销费用报总经理审批", False),
        ("取得客户书面批准后才能量产", False),
        ("跟进客户的付款审批进度", False),
        ("合同写好以后递上去等批", False),
        ("画出客户的决策链", False),
        ("装完请业主签字", False),
        ("给客户报价", False),
        ("协助经理审批促销费用", False),
    ],
)
def test_gives(duty: str, yes: bool) -> None:
    (holding,) = department(duty).owned
    assert gives(holding) is yes


def test_a_written_action_decides() -> None:
    found = department()
    post = {
        "name": "门店经理",
        "duties": [{"text": "看每张特价单", "action": "decide"}, {"text": "审批特价单", "action": "report"}],
    }
    workspace = load({"roles/d.yaml": json.dumps({"department": {"name": "销售部"}, "posts": [post]}, ensure_ascii=False)})
    found = Responsibilities(workspace.departments[0], standard())
    assert [gives(holding) for holding in found.owned] == [True, False]


@pytest.mark.parametrize(
    ("duty", "to"),
    [
        ("促销费用报品牌方审批", ["品牌方"]),
        ("超出预算的费用先报批", [""]),
        ("两千元以上的赠送项目由她签字", []),
        ("外出培训报经理审批请假", []),
        ("给客户报价", []),
    ],
)
def test_askings(duty: str, to: list[str]) -> None:
    assert [asking.to for asking in askings(department(duty))] == to


@pytest.mark.parametrize(
    ("name", "known"), [("品牌方", True), ("门店经理", True), ("总经理", True), ("上级", True), ("", True), ("物料主管", False)]
)
def test_is_known(name: str, known: bool) -> None:
    assert is_known(name, department("给客户报价")) is known


@pytest.mark.parametrize(
    ("duty", "limit"),
    [("审批五万元以内的合同", True), ("九折以上的折扣自己定", True), ("在权限内审批折扣", True), ("审批合同", False)],
)
def test_limited(duty: str, limit: bool) -> None:
    (holding,) = department(duty).owned
    assert limited(holding) is limit


def test_permissions_are_found_by_what_they_are_about() -> None:
    found = department(
        "审批促销费用", authorities=("10 万元以内合同的批准权", "无"), steps=({"name": "特价审批", "accountable": "head"},)
    )
    given = permissions(found)
    assert [permission.text for permission in given.every] == ["审批促销费用", "10 万元以内合同的批准权", "特价审批"]
    assert [each.text for each in given.about(matter("20 万元以上的合同要审批", found))] == ["10 万元以内合同的批准权"]
    assert given.about(matter("样品外借要审批", found)) == ()


@pytest.mark.parametrize(
    ("need", "limits", "top"),
    [
        (">=200000", ["<=100000"], Decimal(100000)),
        (">=200000", ["<=100000", None], None),
        ("<=50000", ["<=100000"], None),
        (None, ["<=100000"], None),
        (">=200000", [">=100000"], None),
    ],
)
def test_uncovered(need: str | None, limits: list[str | None], top: Decimal | None) -> None:
    (first, *_) = permissions(department("审批合同")).every
    given = [
        type(first)(first.place, first.post, "", first.about, parse_interval(limit) if limit else None, duty=True)
        for limit in limits
    ]
    assert uncovered(parse_interval(need) if need else None, given) == top
