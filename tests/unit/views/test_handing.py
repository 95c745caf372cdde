"""Who hands what to whom."""

from __future__ import annotations

from salesduty.toolkit.load import load
from salesduty.views.handing import Handing, handing

HEAD = "department: {id: d, name: 部}\n"


def handed(text: str) -> dict[str, tuple[dict[str, list[str]], dict[str, list[str]]]]:
    """What each post gives and takes, by name of the post; those that do neither are left out."""
    (department,) = load({"a.yaml": HEAD + text}).departments
    found = handing(department)
    plain = {post.value.name: _plain(found[post.address]) for post in department.posts}
    return {name: both for name, both in plain.items() if any(both)}


def _plain(of_post: Handing) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    given, taken = ({name: list(things) for name, things in each.items()} for each in (of_post.given, of_post.taken))
    return given, taken


def test_a_duty_tells_both_sides() -> None:
    text = "posts: [{id: a, name: 甲, duties: [{text: 做, outputs: [报表], to: [b, 财务部]}]}, {id: b, name: 乙}]\n"
    assert handed(text) == {"甲": ({"乙": ["报表"], "财务部": ["报表"]}, {}), "乙": ({}, {"甲": ["报表"]})}


def test_what_comes_from_somebody() -> None:
    text = "posts: [{id: a, name: 甲, duties: [{duties: [{text: 做, inputs: [单, 表], from: b}]}]}, {id: b, name: 乙}]\n"
    assert handed(text) == {"甲": ({}, {"乙": ["单", "表"]}), "乙": ({"甲": ["单", "表"]}, {})}


def test_nobody_is_said_to_give_one_of_several_things_that_several_give() -> None:
    text = "posts: [{id: a, name: 甲, duties: [{text: 做, inputs: [单, 表], from: [b, 财务部]}]}, {id: b, name: 乙}]\n"
    assert handed(text) == {"甲": ({}, {"乙、财务部": ["单", "表"]}), "乙": ({"甲": []}, {})}


def test_things_of_one_party_stand_together_and_once_own_duties_first() -> None:
    text = (
        "posts: [{id: b, name: 乙, duties: [{text: 收, inputs: [函, 表], from: a}]},"
        " {id: a, name: 甲, duties: [{text: 一, outputs: 表, to: b}, {text: 二, outputs: [表, 单], to: b}]}]\n"
    )
    assert handed(text)["甲"] == ({"乙": ["表", "单", "函"]}, {})


def test_a_step_is_the_work_of_whoever_does_it_else_of_who_decides() -> None:
    text = (
        "posts: [{id: a, name: 甲}, {id: b, name: 乙}, {id: c, name: 丙}]\n"
        "process: {id: p, name: 流程, steps: [{name: 一, accountable: a, do: [b], outputs: 单, to: [c]},"
        " {name: 二, accountable: c, outputs: 货, to: [客户]}]}\n"
    )
    assert handed(text) == {"乙": ({"丙": ["单"]}, {}), "丙": ({"客户": ["货"]}, {"乙": ["单"]})}


def test_nobody_hands_anything_to_himself_and_all_are_not_named_one_by_one() -> None:
    text = "posts: [{id: a, name: 甲, duties: [{text: 做, outputs: 单, to: [a]}, {text: 发, outputs: 报, to: [全体]}]}, {id: b, name: 乙}]\n"
    assert handed(text) == {"甲": ({"全体": ["报"]}, {})}
