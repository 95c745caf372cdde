"""Whom a scheme covers, and which schemes hold for a post."""

from __future__ import annotations

import pytest

from salesduty.responsibility.schemes import covers, named, schemes
from salesduty.toolkit.load import load

HEAD = "department: {id: d, name: 部}\nposts: [{id: a, name: 经理, level: manager}, {id: b, name: 员, level: staff}]\n"


@pytest.mark.parametrize(
    ("cycle", "covered"),
    [
        ("{cycle: monthly}", ["经理", "员"]),
        ("{cycle: monthly, levels: [staff]}", ["员"]),
        ("{cycle: monthly, posts: [a]}", ["经理"]),
        ("{cycle: monthly, posts: [全体]}", ["经理", "员"]),
        ("{cycle: monthly, levels: [staff], posts: [经理]}", ["经理", "员"]),
        ("{cycle: monthly, levels: [director]}", []),
    ],
)
def test_whom_a_cycle_covers(cycle: str, covered: list[str]) -> None:
    (department,) = load({"a.yaml": f"{HEAD}appraisal: {{cycles: [{cycle}]}}\n"}).departments
    (scheme,) = department.appraisals
    assert [post.value.name for post in department.posts if covers(scheme.value.cycles[0], department, post)] == covered
    assert [post.value.name for post in department.posts if schemes(department, post)] == covered


def test_a_scheme_without_cycles_is_for_everybody() -> None:
    (department,) = load({"a.yaml": f"{HEAD}appraisal: {{uses: [发奖金]}}\n"}).departments
    assert [schemes(department, post) for post in department.posts] == [department.appraisals] * 2


def test_the_scheme_of_the_department_around_holds_where_there_is_none() -> None:
    around = "department: {id: all, name: 总部}\nappraisal: {uses: [甲]}\n"
    _, inner = load({"a.yaml": around, "in/a.yaml": HEAD}).departments
    assert [use for scheme in schemes(inner, inner.posts[0]) for use in scheme.value.uses] == ["甲"]
    _, inner = load({"a.yaml": around, "in/a.yaml": f"{HEAD}appraisal: {{uses: [乙]}}\n"}).departments
    assert [use for scheme in schemes(inner, inner.posts[0]) for use in scheme.value.uses] == ["乙"]


def test_a_cycle_may_be_written_as_a_duration() -> None:
    assert (named("P1M"), named("P12M"), named("monthly"), named("P10D")) == ("monthly", "yearly", "monthly", "P10D")
