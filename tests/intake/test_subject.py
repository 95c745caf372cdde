"""Titles name the department of a document, and sentences beside the posts say how many hold each."""

from __future__ import annotations

import pytest
from tests.intake.tables_of import read, table, text

POST = "\n一、冷库组长\n岗位职责：\n1、安排当班人员；\n2、检查库温并登记。\n"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("仓储部各级人员职责", "仓储部"),
        ("某某公司冷链中心岗位手册", "某某公司冷链中心"),
        ("仓储部职员绩效考核表", "仓储部"),
        ("《仓储部岗位责任制度》", "仓储部"),
        ("各部门岗位职责", None),
        ("冷库岗位手册", None),
    ],
)
def test_the_department_in_a_title(title: str, name: str | None) -> None:
    assert read(*text(title + POST)).department.name == name


def test_titles_of_two_departments_name_none() -> None:
    assert read(*text("仓储部岗位手册\n运输部岗位手册" + POST)).department.name is None


def test_heads_in_a_sentence_go_to_the_posts() -> None:
    posts = [
        "岗位名称：冷库组长\n岗位职责：\n1、安排当班人员；\n2、检查库温。",
        "岗位名称：叉车司机\n岗位职责：\n1、装卸货物；\n2、保养叉车。",
    ]
    found = read(*text("\n".join(["本部共有冷库组长2名、叉车司机5名。", *posts])))
    assert [(post.name, post.headcount) for post in found.posts] == [("冷库组长", "2名"), ("叉车司机", "5名")]


def test_what_is_no_number_is_no_headcount() -> None:
    rows = [["岗位名称", "冷库组长", "编制", "运输部"], ["岗位职责", "1、安排当班人员；\n2、检查库温。"]]
    found = read(*table(rows))
    assert [(post.name, post.headcount) for post in found.posts] == [("冷库组长", None)]
    assert any("运输部" in each.text for each in found.left_out)
