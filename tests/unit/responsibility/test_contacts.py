"""Posts that are each the one contact for a party."""

from __future__ import annotations

import pytest

from salesduty.responsibility.contacts import contested
from unit.responsibility.analysed import Posts, department

OUTSIDE = ["财务部", {"name": "生产部", "aliases": ["工厂"]}]


def contacts(posts: Posts) -> list[tuple[str, list[str]]]:
    found = department(posts, outside=OUTSIDE)
    return [(each.party, [contact.post.value.name for contact in each.contacts]) for each in contested(found)]


@pytest.mark.parametrize(
    ("one", "other", "party"),
    [
        ("统一对接财务部", "归口联系财务部", "财务部"),
        ("统一对接生产部，确认排产", "作为工厂的唯一接口人跟踪交期", "生产部"),
        ("作为财务部的唯一联系人开具发票", "作为财务部的唯一接口人核对到账", "财务部"),
        ("作为客户的唯一对接人", "是客户的唯一接口", "客户"),
    ],
)
def test_contested(one: str, other: str, party: str) -> None:
    assert contacts({"销售内勤": [one], "商务专员": [other]}) == [(party, ["商务专员", "销售内勤"])]


def test_a_relation_counts_as_well() -> None:
    relations = {"internal": [{"party": "财务部", "about": "唯一对接窗口"}, "生产部"]}
    posts: Posts = {"销售内勤": {"duties": ["开票"], "relations": relations}, "商务专员": ["作为财务部的唯一联系人核对到账"]}
    assert contacts(posts) == [("财务部", ["商务专员", "销售内勤"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("统一对接财务部", "与财务部沟通到账"),
        ("统一对接财务部开具发票", "统一对接财务部核对到账"),
        ("统一对接财务部", "统一对接生产部"),
        ("统一印制宣传资料", "归口管理合同"),
        ("售前是客户的唯一接口", "售后是客户的唯一接口"),
        ({"text": "统一对接财务部", "shared_with": ["商务专员"]}, "统一对接财务部"),
        ({"text": "统一对接财务部", "scope": {"product": "水泵"}}, {"text": "统一对接财务部", "scope": {"product": "阀门"}}),
    ],
)
def test_not_contested(one: object, other: object) -> None:
    assert contacts({"销售内勤": [one], "商务专员": [other]}) == []


def test_a_superior_may_speak_to_the_same_party() -> None:
    assert contacts({"销售总监": ["统一对接财务部"], "商务专员": ["统一对接财务部"]}) == []
    assert (
        contacts({"商务主办": {"reports_to": ["商务专员"], "duties": ["统一对接财务部"]}, "商务专员": ["统一对接财务部"]}) == []
    )
    assert contacts({"内勤（水泵）": ["统一对接财务部"], "内勤（阀门）": ["统一对接财务部"]}) == []
