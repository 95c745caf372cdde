"""Where a duty holds."""

from __future__ import annotations

import pytest

from salesduty.responsibility.scope import Scope, amount, inferred, segments
from salesduty.text.normal import normal
from salesduty.toolkit.vocabulary import standard


def _scope(text: str) -> Scope:
    vocabulary = standard()
    spelt = normal(text)
    return inferred(spelt, vocabulary.matcher.tokens(spelt), vocabulary)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("检查各门店陈列", "wide"),
        ("主持全公司经营会议", "company"),
        ("主持本组晨会", "unit"),
        ("完成个人销售任务", "personal"),
        ("催收货款", ""),
    ],
)
def test_width(text: str, width: str) -> None:
    assert _scope(text).width == width


@pytest.mark.parametrize(("text", "own"), [("辖区内客户拜访", True), ("客户拜访", False)])
def test_own_region(text: str, own: bool) -> None:
    assert _scope(text).own is own


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("审批五万元以下的折扣", "审批五万元以上的折扣", False),
        ("审批五万元以下的折扣", "审批三万元以上的折扣", True),
        ("主持本组例会", "主持全公司例会", False),
        ("开发新客户", "维护老客户", False),
        ("拜访客户", "拜访客户", True),
    ],
)
def test_meets(one: str, other: str, meets: bool) -> None:
    regions = standard().regions
    assert _scope(one).meets(_scope(other), regions) is meets
    assert _scope(other).meets(_scope(one), regions) is meets


@pytest.mark.parametrize(("text", "known"), [("单笔50万元以上的合同", True), ("三名以上的客户", False), ("合同", False)])
def test_amount(text: str, known: bool) -> None:
    assert (amount(text) is not None) is known


@pytest.mark.parametrize(
    ("text", "named"), [("维护大客户", "key"), ("走访经销商", "dealer"), ("培训新员工", "newcomers"), ("线上推广", "线上")]
)
def test_segments(text: str, named: str) -> None:
    vocabulary = standard()
    assert named in segments(text, vocabulary.matcher.tokens(text), vocabulary)
