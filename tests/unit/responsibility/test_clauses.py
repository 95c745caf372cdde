"""How a sentence is taken apart."""

from __future__ import annotations

import pytest

from salesduty.responsibility.clauses import Clause, clauses
from salesduty.text.normal import normal
from salesduty.toolkit.vocabulary import standard


def _clauses(text: str) -> list[Clause]:
    vocabulary = standard()
    spelt = normal(text)
    return clauses(spelt, vocabulary.matcher.tokens(spelt), vocabulary)


def _verbs(text: str) -> list[list[str]]:
    return [[token.word for token in clause.verbs] for clause in _clauses(text) if clause.role == "main" and not clause.aside]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("根据市场行情,制定报价", "input"),
        ("拜访客户,确保目标完成", "purpose"),
        ("整理台账,从而降低费用", "purpose"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert role in [clause.role for clause in _clauses(text)]


def test_an_aside_comes_last() -> None:
    parts = _clauses("处理客户投诉(如48小时内给出方案)")
    assert [clause.aside for clause in parts] == [False, True]


def test_a_limit_inside_an_aside_does_not_cut_the_sentence() -> None:
    assert [token.word for token in _clauses("处理客户投诉(24小时内响应,48小时内给出方案)")[0].verbs] == ["处理"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("审核业务员提交的报价单", [["审核"]]),
        ("收集样品并跟踪发货", [["收集"], ["跟踪"]]),
        ("24小时内处理退货", [["处理"]]),
    ],
)
def test_verbs(text: str, verbs: list[list[str]]) -> None:
    assert _verbs(text) == verbs


def test_a_topic_in_front_of_a_limit_is_kept() -> None:
    (clause,) = _clauses("退款申请24小时内处理完")
    assert [token.word for group in clause.groups for token in group][:1] != []
    assert "处理" in [token.word for token in clause.verbs]


def test_the_verb_of_who_receives_is_skipped() -> None:
    assert "审批" not in [word for verbs in _verbs("费用单报总经理审批") for word in verbs]


def test_who_leads_people_governs_what_they_do() -> None:
    governed = [clause.governed_by for clause in _clauses("督促业务员回收货款") if clause.governed_by]
    assert [token.word for token in governed] == ["督促"]


def test_verbs_apart_are_marked() -> None:
    clause = _clauses("监督、考核下属")[0]
    assert [token.word for token in clause.verbs] == ["监督", "考核"]
    assert clause.apart == [1]
