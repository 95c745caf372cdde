"""Posts so alike that they might be one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from salesduty.responsibility.likeness import duplicates
from unit.responsibility.analysed import Posts, department

ALL = ["开发新客户", "每周拜访十家客户", "编制报价单", "催收到期货款"]


def groups(posts: Posts) -> list[list[str]]:
    found = department(posts)
    return [[address.rpartition("/")[2] for address in each.posts] for each in duplicates(found)]


def test_the_same_sentences() -> None:
    assert groups({"销售代表": ALL, "业务专员": ALL}) == [["业务专员", "销售代表"]]


def test_nearly_the_same_sentences_and_others_in_their_way() -> None:
    others = {"销售内勤": ["录入订单", "开具发票", "合同归档", "编制销售月报"]}
    reworded = ["开发新客户", "每周拜访十五家客户", "编制客户报价单", "追讨逾期货款", "参加展会"]
    assert groups({"销售代表": ALL, **others, "业务专员": reworded}) == [["业务专员", "销售代表"]]


def test_three_posts_are_one_group() -> None:
    assert groups({"销售代表": ALL, "业务专员": ALL, "销售员": ALL}) == [["业务专员", "销售代表", "销售员"]]


def test_many_posts_are_found_without_comparing_all() -> None:
    posts = {f"专员{number:02}号": [f"{each}，第{number}批" for each in ALL] for number in range(40)}
    assert groups(posts) == [sorted(posts)]


@pytest.mark.parametrize(
    "posts",
    [
        {"销售代表": ALL, "业务专员": [*ALL[:2], "做方案", "演示产品"]},
        {"销售代表": ALL[:3], "业务专员": ALL[:3]},
        {"销售代表": ALL, "销售总监": ALL},
        {"销售代表（苏南）": ALL, "销售代表（苏北）": ALL},
        {"销售代表": {"group": "甲组", "duties": ALL}, "业务专员": {"group": "乙组", "duties": ALL}},
        {"销售代表": {"reports_to": ["业务专员"], "duties": ALL}, "业务专员": ALL},
        {"销售代表": [{"text": each, "shared_with": ["业务专员"]} for each in ALL], "业务专员": ALL},
        {
            "销售代表": [{"text": each, "scope": {"product": "水泵"}} for each in ALL],
            "业务专员": [{"text": each, "scope": {"product": "阀门"}} for each in ALL],
        },
    ],
)
def test_posts_that_are_two(posts: dict[str, Sequence[object]]) -> None:
    assert groups(posts) == []
