"""The head first, then each superior before those who report to it."""

from __future__ import annotations

import pytest

from salesduty.toolkit.load import load
from salesduty.views.order import in_reporting_order


def order(*posts: str) -> list[str]:
    """The names of posts in reporting order."""
    text = "posts:\n" + "".join(f"  - {{{post}}}\n" for post in posts)
    (department,) = load({"d/posts.yaml": text}).departments
    return [placed.value.name for placed in in_reporting_order(department)]


def test_depth_first_from_the_head() -> None:
    assert order(
        "name: 代表乙, reports_to: 经理乙",
        "name: 经理乙, reports_to: 总监, level: manager",
        "name: 代表甲, reports_to: 经理甲",
        "name: 总监, level: director",
        "name: 经理甲, reports_to: 总监, level: manager",
        "name: 助理, reports_to: 总监",
    ) == ["总监", "经理乙", "代表乙", "经理甲", "代表甲", "助理"]


def test_among_equals_the_higher_level_comes_first_and_then_the_order_of_the_file() -> None:
    assert order("name: 甲", "name: 乙, level: staff", "name: 丙, level: manager", "name: 丁, level: manager") == [
        "丙",
        "丁",
        "乙",
        "甲",
    ]


def test_who_is_not_there_comes_last() -> None:
    assert order(
        "name: 旧岗, status: retired, level: director",
        "name: 拟岗, status: proposed, reports_to: 经理",
        "name: 拟高岗, status: proposed, level: manager",
        "name: 经理",
    ) == ["经理", "拟高岗", "拟岗", "旧岗"]


def test_one_that_reports_to_two_comes_once() -> None:
    assert order("name: 甲, level: manager", "name: 乙, level: manager", "name: 丙, reports_to: [乙, 甲]") == ["甲", "丙", "乙"]


def test_a_circle_loses_nobody() -> None:
    assert order("name: 甲, reports_to: 乙", "name: 乙, reports_to: 甲", "name: 丙, reports_to: 丙", "name: 丁") == [
        "丙",
        "丁",
        "甲",
        "乙",
    ]


def test_whom_a_missing_superior_leads_is_a_head() -> None:
    assert order("name: 甲, reports_to: 没有这个人", "name: 乙, reports_to: 甲") == ["甲", "乙"]


@pytest.mark.parametrize("count", [1000])
def test_a_long_line_is_no_trouble(count: int) -> None:
    posts = [f"name: p{number}, reports_to: p{number + 1}" for number in range(count)]
    assert order(*posts, f"name: p{count}") == [f"p{number}" for number in range(count, -1, -1)]


def test_the_tenth_post_of_a_file_comes_after_the_second() -> None:
    names = [f"p{number}" for number in range(12)]
    assert order(*(f"name: {name}" for name in names)) == names


def test_who_reports_to_somebody_further_out_is_a_head() -> None:
    texts = {
        "department.yaml": "department: {id: group, name: 总部}\npost: {id: boss, name: 总裁}\n",
        "east/department.yaml": "department: {id: east, name: 华东}\n",
        "east/a.yaml": "posts: [{name: 甲, level: manager}, {name: 乙, reports_to: 丙}, {name: 丙, level: director, reports_to: boss}]\n",
    }
    east = load(texts).departments[1]
    assert [placed.value.name for placed in in_reporting_order(east)] == ["丙", "乙", "甲"]


def test_whom_one_that_is_not_there_yet_leads_is_a_head() -> None:
    assert order("name: 甲", "name: 乙, reports_to: 拟", "name: 丙, reports_to: 乙", "name: 拟, status: proposed") == [
        "甲",
        "乙",
        "丙",
        "拟",
    ]


def test_posts_at_one_address_are_two() -> None:
    assert order("id: a, name: 甲", "id: a, name: 乙", "name: 丙, reports_to: a") == ["甲", "丙", "乙"]
