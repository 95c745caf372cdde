"""How a duty is explained: every field with what it rests on."""

from __future__ import annotations

import pytest

from salesduty.results.explained import Explained
from salesduty.results.wording import Text
from salesduty.toolkit.explain import UnknownAddress, explain

ROLES = """\
department:
  id: sales
  name: 销售部
  profile: none
  outside: [总经理, 财务部]
  functions: [{id: collection, name: 货款回收}, 客户投诉]
posts:
  - id: head
    name: 销售经理
    level: manager
    reports_to: 总经理
    duties: [审批 50 万元以下的合同, 遵守公司各项规章制度]
  - id: rep
    name: 销售代表
    level: staff
    reports_to: head
    duties:
      - 每周五前催收到期货款，以便资金及时回笼
      - id: written
        title: 发货
        text: 盯住每一笔
        area: C11.ship
        action: review
        object: 发货单
        scope: {region: 华东, amount: <500000}
        cadence: P2W
        sla: 2 工作日
        inputs: [订单]
        outputs: [发货记录]
        from: [head]
        to: [财务部]
        kind: owned
      - id: group
        title: 一组
        duties: [拜访客户, {id: deep, text: 编制周报}]
  - id: clerk
    name: 商务专员
    level: staff
    reports_to: head
    duties: [对逾期货款打电话催收, "天地玄黄"]
  - {id: old, name: 旧岗, status: retired, duties: [催收货款]}
"""


def read(address: str) -> tuple[Explained, ...]:
    return explain(address, {"sales/a.yaml": ROLES})


def fields(one: Explained) -> dict[str, tuple[str, str, str]]:
    return {told.field: (told.value.zh, told.source, told.words) for told in one.read}


def test_a_sentence_is_taken_apart() -> None:
    (one,) = read("sales/rep/#1")

    assert (one.post, one.department, one.file, one.span.line, one.span.column) == ("销售代表", "sales", "sales/a.yaml", 18, 9)
    told = fields(one)
    assert told["area"][0] == "回款·催收（C13.collect）"
    assert told["action"] == ("执行", "sentence", "催收")
    assert told["cadence"] == ("每周", "sentence", "每周")
    assert told["kind"] == ("本岗职责", "usual", "")
    assert list(told) == [name for name in ("area", "action", "object", "scope", "cadence", "sla", "kind") if name in told]
    for each in one.read:
        assert 0 < each.certainty <= 1
        assert one.text[each.span[0] : each.span[1]] == (each.words if each.source == "sentence" else "")
    assert "main" in {clause.role for clause in one.clauses}


def test_what_is_written_says_so_and_is_sure() -> None:
    (one,) = read("sales/rep/written")

    told = fields(one)
    assert {source for _, source, _ in told.values()} == {"written"}
    assert {each.certainty for each in one.read} == {1.0}
    assert {name: value for name, (value, _, _) in told.items()} == {
        "area": told["area"][0],
        "action": "审核",
        "object": "发货单",
        "scope": "区域 华东；金额 <500000",
        "cadence": "每2周",
        "sla": "2 工作日",
        "inputs": "订单",
        "outputs": "发货记录",
        "from": "head",
        "to": "财务部",
        "kind": "本岗职责",
    }
    assert told["area"][0].endswith("（C11.ship）")


def test_what_it_covers_is_told() -> None:
    (one,) = read("sales/rep/#1")

    assert [(each.kind, each.name, each.address, each.part) for each in one.covers] == [
        ("function", "货款回收", "sales/functions/collection", "do")
    ]


def test_it_is_compared_with_the_duties_of_others() -> None:
    (one,) = read("sales/clerk/#1")

    assert one.met >= 1
    assert [(each.relation, each.post, each.address, each.why) for each in one.compared if each.relation == "conflict"] == [
        ("conflict", "销售代表", "sales/rep/#1", "same")
    ]


def test_a_declared_share_is_no_conflict() -> None:
    shared = ROLES.replace("[对逾期货款打电话催收,", "[{text: 对逾期货款打电话催收, shared_with: [rep]},")
    (one,) = explain("sales/clerk/#1", {"sales/a.yaml": shared})

    assert [(each.relation, each.why) for each in one.compared if each.address == "sales/rep/#1"] == [("layered", "shared")]


def test_a_sentence_that_tells_nothing_says_so() -> None:
    (one,) = read("sales/clerk/#2")

    area = next((told for told in one.read if told.field == "area"), None)
    assert area is None or (area.value, area.certainty) == (Text("看不出", "cannot be told"), 0.0)
    assert one.covers == ()


def test_everybodys_duty_is_compared_with_nothing() -> None:
    (one,) = read("sales/head/#2")

    assert fields(one)["kind"][0] == "通用职责"
    assert (one.met, one.compared) == (0, ())


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("sales/rep", ["sales/rep/#1", "sales/rep/written", "sales/rep/group/#1", "sales/rep/group/deep"]),
        ("sales/rep/group", ["sales/rep/group/#1", "sales/rep/group/deep"]),
        ("sales/rep/group/deep", ["sales/rep/group/deep"]),
        (" sales/head/#1/ ", ["sales/head/#1"]),
    ],
)
def test_an_address_means_a_duty_or_all_below_it(address: str, found: list[str]) -> None:
    assert [one.address for one in read(address)] == found


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("sales/rep/writen", "sales/rep/written"),
        ("sales/rep/#9", "sales/rep/#1"),
        ("sales/re", "sales/rep"),
        ("rep", "sales/rep"),
        ("written", "sales/rep/written"),
        ("sale/rep/#1", "sales/rep/#1"),
    ],
)
def test_an_unknown_address_gets_the_nearest(address: str, near: str) -> None:
    with pytest.raises(UnknownAddress) as unknown:
        read(address)
    assert near in unknown.value.near


@pytest.mark.parametrize("address", ["", "/", "x" * 10_000, "\x1b[31m"])
def test_nonsense_is_unknown(address: str) -> None:
    with pytest.raises(UnknownAddress):
        read(address)
