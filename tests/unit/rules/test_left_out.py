"""What reading left out: which places hold less than was written."""

from __future__ import annotations

import pytest

from salesduty.results.place import Path, Place
from salesduty.rules.left_out import Omitted, all_read, left_out, omitted
from salesduty.toolkit.load import load


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("post: {name: 甲, headcount: 2}\n", []),
        ("post: {name: 甲, headcount: 二}\n", [("post", 0, "headcount")]),
        ("岗位: {岗位名称: 甲, 编制: 二}\n", [("post", 0, "headcount")]),
        ("post: {name: 甲, headcont: 2}\n", [("post", 0, "headcount")]),
        ("post: {岗位名称: 甲, 直属上级: 乙}\n", [("post", 0, "reports_to")]),
        ("post: {name: 甲, zzz: 2}\n", []),
        ("post: {name: 甲, duties: 一句话}\n", [("post", 0, "duties")]),
        (
            "post: {name: 甲, kpis: [a, {ref: [b], name: 乙}, c, {weight: x, ref: d}]}\n",
            [("post", 0, "kpis", 1, "ref"), ("post", 0, "kpis", 3, "weight")],
        ),
        ("post: {name: 甲, kpis: [a, [b], {weight: x, ref: d}]}\n", [("post", 0, "kpis"), ("post", 0, "kpis", 1, "weight")]),
        ("kpi: {name: 甲, split: {rep: 六成, clerk: 40}}\n", [("kpi", 0, "split")]),
        ("posts: [{}, {name: 甲, headcount: 二}]\n", [("posts",), ("posts", 0, "headcount")]),
        ("post: {headcount: 2}\n", [("post",)]),
        ("department: 销售部\n", [("department",)]),
    ],
)
def test_each_mistake_leaves_a_field_that_holds_less(text: str, paths: list[Path]) -> None:
    (department,) = load({"a.yaml": text}).departments
    assert left_out(department) == {Place("a.yaml", path) for path in paths}


def test_a_blank_field_explains_what_is_missing_in_its_file() -> None:
    one, two = "post:\n  name: 甲\n  编制:\n", "post:\n  name: 乙\n  headcount: 二\n"
    spoilt = omitted(load({"one.yaml": one, "two.yaml": two}).departments)
    count_of = {name: Place(name, ("post", 0, "headcount")) for name in ("one.yaml", "two.yaml", "three.yaml")}
    assert spoilt == Omitted(frozenset({count_of["two.yaml"]}), frozenset({("one.yaml", "编制"), ("one.yaml", "headcount")}))
    assert [spoilt.explains(place) for place in count_of.values()] == [True, True, False]
    assert [spoilt.lacks(place) for place in count_of.values()] == [False, True, False]


@pytest.mark.parametrize(
    ("files", "whole"),
    [
        ({"a.yaml": "post: {name: 甲, headcount: 二, duties: 一句话}\n"}, True),
        ({"a.yaml": "department: {name: 销售部, headcount: 二}\n"}, True),
        ({"a.yaml": "kpis: [{}]\n"}, True),
        ({"a.yaml": "posts: [{id: a}]\n"}, True),
        ({"a.yaml": "posts: [{name: 甲}, {}]\n"}, False),
        ({"a.yaml": "post: {headcount: 2}\n"}, False),
        ({"a.yaml": "posts: 甲\n"}, False),
        ({"a.yaml": "post: {name: 甲}\n", "b.yaml": "post: [\n"}, False),
        ({"a.yaml": "post: {name: 甲}\n", "b.yaml": b"\xff\xff"}, False),
        ({"a.yaml": "post: {name: 甲}\n---\npost: {name: 乙}\n"}, False),
    ],
)
def test_a_department_is_read_whole_if_no_post_is_lost(files: dict[str, str | bytes], whole: bool) -> None:
    (department,) = load(files).departments
    assert all_read(department) is whole
