"""Which deeds are a post's own, and which posts hold both sides of a pair."""

from __future__ import annotations

import json
from typing import Any

import pytest

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.separation import both
from salesduty.toolkit.load import load
from salesduty.toolkit.vocabulary import standard, vocabulary


def department(
    *duties: object, segregation: tuple[object, ...] = (), steps: tuple[object, ...] = (), **post: Any
) -> Responsibilities:
    mine = {"id": "a", "name": "甲岗", "duties": list(duties), **post}
    other = {"id": "b", "name": "乙岗", "duties": ["整理展柜"]}
    written: dict[str, Any] = {"department": {"id": "sales", "name": "销售部"}, "posts": [mine, other]}
    if segregation:
        written["segregation"] = list(segregation)
    if steps:
        written["process"] = {"name": "从报价到签约", "steps": list(steps)}
    workspace = load({"roles/department.yaml": json.dumps(written, ensure_ascii=False)})
    return Responsibilities(workspace.departments[0], vocabulary(workspace, workspace.departments[0]))


def held(found: Responsibilities) -> list[str]:
    """The pairs that post a holds both sides of."""
    return [
        name for name, pair in found.vocabulary.separations.items() for each in both(pair, found) if each.post.value.id == "a"
    ]


@pytest.mark.parametrize(
    ("duties", "pairs"),
    [
        (["与客户谈判并签订合同"], ["negotiate-sign"]),
        (["参与商务谈判", "与客户签订合同"], []),
        (["与客户谈判价格", "合同签订后 3 天内归档"], []),
        (["与客户谈判价格", "监督销售代表签订合同"], []),
        (["向客户推介产品", "给客户开具发票"], ["sell-invoice"]),
        (["向客户推介产品", "按合同节点申请开票"], []),
        (["向客户推介产品", "协助财务部开具发票"], []),
        (["向客户推介产品", "上门收取客户货款"], ["sell-take-cash"]),
        (["向客户推介产品", "不得收取客户货款"], []),
        (["向客户推介产品", "催客户把货款付到公司账户"], []),
        (["审批客户订单", "跟踪发货进度"], []),
        (["调查新客户的资信情况", "接到已批准的合同后核对签章"], []),
        (["编制报价单，报总监批准", "审批报价单"], []),
        (["编制报价单", "审批销售代表提交的报价单"], []),
        (["编制报价单", "审核促销方案"], []),
        (["提出坏账核销申请，报总经理审批"], []),
    ],
)
def test_a_duty_counts_where_the_post_does_it_itself(duties: list[str], pairs: list[str]) -> None:
    assert held(department(*duties)) == pairs


def test_scopes_that_do_not_meet_are_two_cases() -> None:
    def duties(region: str) -> list[object]:
        return ["审批华东的客户订单", {"text": "按单发货", "scope": {"region": region}}]

    assert held(department(*duties("华南"))) == []
    assert held(
        department({"text": "审批客户订单", "scope": {"region": "华东"}}, {"text": "按单发货", "scope": {"region": "上海"}})
    ) == ["approve-ship"]


def test_what_two_do_together_is_nobodys_own() -> None:
    assert held(department("审批客户订单", {"text": "按单发货", "performers": 2})) == []
    assert held(department("审批客户订单", {"text": "按单发货", "shared_with": ["b"]})) == []
    assert held(department("审批客户订单", "双人复核后按单发货")) == []


def test_a_power_and_a_step_count_as_well() -> None:
    powers = department("调查新客户的资信情况", authorities=["50 万元以下销售合同的审批权"])
    limited = department("调查新客户的资信情况", authorities=["50 万元以下销售合同的审批权，本人调查的客户除外"])
    steps = department(steps=({"name": "审批客户订单", "accountable": "a"}, {"name": "发货", "do": "a"}))
    apart = department(steps=({"name": "审批客户订单", "accountable": "a", "do": "b"}, {"name": "发货", "do": "b"}))
    assert [held(each) for each in (powers, limited, steps, apart)] == [["credit-approve"], [], ["approve-ship"], []]


def test_a_leader_answers_for_what_others_do() -> None:
    leader = {"name": "乙岗", "id": "b", "reports_to": "a", "duties": ["整理展柜"]}
    written = {
        "department": {"id": "sales", "name": "销售部"},
        "posts": [
            {"id": "a", "name": "甲岗", "duties": ["审批客户订单", "负责发货", "负责报价、签约、发货、开票和回款"]},
            leader,
        ],
    }
    workspace = load({"roles/department.yaml": json.dumps(written, ensure_ascii=False)})
    assert held(Responsibilities(workspace.departments[0], standard())) == []


def test_a_pair_of_the_team_replaces_the_one_of_the_same_id() -> None:
    own = {
        "id": "approve-ship",
        "name": "打样",
        "one": {"name": "打样", "words": "打样"},
        "other": {"name": "验样", "words": "验样"},
        "reason": "自己打自己验",
    }
    assert held(department("审批客户订单", "按单发货", segregation=(own,))) == []
    assert held(department("给客户打样", "验样后寄出", segregation=(own,))) == ["approve-ship"]
    assert held(department("给客户打样", "验样后寄出")) == []


def test_a_side_that_says_nothing_is_held_by_nobody() -> None:
    empty = {
        "id": "empty",
        "name": "空",
        "one": {"name": "做", "actions": "do"},
        "other": {"name": "验样", "words": "验样"},
        "reason": "没有",
    }
    assert held(department("给客户打样", "验样", segregation=(empty,))) == []


def test_another_post_that_makes_up_for_it_is_seen() -> None:
    pair = standard().separations["negotiate-sign"]
    alone = department("与客户谈判价格", "与客户签订合同")
    (one,) = both(pair, alone)
    (other,) = both(pair, department("与客户谈判价格", "与客户签订合同", steps=({"name": "合同评审", "do": "b"},)))
    assert (one.eased, other.eased) == (False, True)
