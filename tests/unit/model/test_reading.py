"""What a file says, as far as it can be understood, and what is wrong with the rest."""

from __future__ import annotations

import time
from typing import Any

import pytest

from salesduty.model.document import Document
from salesduty.model.reading import Mistake, Reading, read


def test_what_is_right_is_read_without_more() -> None:
    data = {"post": {"name": "销售代表", "duties": ["每周拜访 5 家客户"]}}
    assert read(data) == Reading(Document.model_validate(data))


@pytest.mark.parametrize(
    ("data", "mistake", "left"),
    [
        (
            {"post": {"name": "甲", "dutys": ["x"]}},
            Mistake("unknown-key", ("post", 0, "dutys"), {"key": "dutys", "same": "", "near": ("deputy", "duties")}),
            {"post": {"name": "甲"}},
        ),
        (
            {"岗位": {"岗位名称": "甲", "岗位职则": ["x"]}},
            Mistake("unknown-key", ("post", 0, "岗位职则"), {"key": "岗位职则", "same": "", "near": ("岗位职责",)}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"name": "甲", "岗位名称": "乙"}},
            Mistake("unknown-key", ("post", 0, "岗位名称"), {"key": "岗位名称", "same": "name", "near": ()}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"id": "rep"}},
            Mistake("missing-field", ("post", 0, "name"), {"key": "name", "title": "岗位名称"}),
            {"post": {"id": "rep", "name": "rep"}},
        ),
        (
            {"岗位": {"编号": "rep"}},
            Mistake("missing-field", ("post", 0, "name"), {"key": "name", "title": "岗位名称"}),
            {"post": {"id": "rep", "name": "rep"}},
        ),
        (
            {"posts": [{"headcount": "2"}, {"name": "乙"}]},
            Mistake("missing-field", ("posts", 0, "name"), {"key": "name", "title": "岗位名称"}),
            {"posts": [{"name": "乙"}]},
        ),
        (
            {"post": {"headcount": "2"}},
            Mistake("missing-field", ("post", 0, "name"), {"key": "name", "title": "岗位名称"}),
            {},
        ),
        (
            {"post": "销售代表"},
            Mistake("not-mapping", ("post", 0), {"got": "销售代表", "key": "post", "title": "岗位"}),
            {},
        ),
        (
            {"post": {"name": "甲", "duties": "每周拜访"}},
            Mistake("not-list", ("post", 0, "duties"), {"got": "每周拜访", "key": "duties", "title": "岗位职责"}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"name": "甲", "purpose": ["a", {"b": "c"}, ["d"], "e"]}},
            Mistake("not-text", ("post", 0, "purpose"), {"got": "[a, {b}, [d]]", "key": "purpose", "title": "岗位目的"}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"name": "甲", "duties": ["", "拜访"]}},
            Mistake("blank", ("post", 0, "duties", 0, "text"), {"got": "", "key": "text", "title": "内容"}),
            {"post": {"name": "甲", "duties": ["拜访"]}},
        ),
        (
            {"post": {"name": "甲", "headcount": "三"}},
            Mistake("not-whole-number", ("post", 0, "headcount"), {"got": "三", "key": "headcount", "title": "编制"}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"name": "甲", "headcount": "9" * 5000}},
            Mistake("not-whole-number", ("post", 0, "headcount"), {"got": "9" * 60, "key": "headcount", "title": "编制"}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"name": "甲", "headcount": "-1"}},
            Mistake("too-small", ("post", 0, "headcount"), {"got": "-1", "key": "headcount", "title": "编制", "limit": "0"}),
            {"post": {"name": "甲"}},
        ),
        (
            {"post": {"name": "甲", "kpis": [{"ref": "a", "weight": "140%"}]}},
            Mistake(
                "too-large-number",
                ("post", 0, "kpis", 0, "weight"),
                {"got": "140%", "key": "weight", "title": "权重", "limit": "100"},
            ),
            {"post": {"name": "甲", "kpis": ["a"]}},
        ),
        (
            {"post": {"name": "甲", "kpis": [{"ref": "a", "weight": "nan"}]}},
            Mistake("not-number", ("post", 0, "kpis", 0, "weight"), {"got": "nan", "key": "weight", "title": "权重"}),
            {"post": {"name": "甲", "kpis": ["a"]}},
        ),
        (
            {"post": {"name": "甲", "status": "空缺"}},
            Mistake(
                "not-choice",
                ("post", 0, "status"),
                {
                    "got": "空缺",
                    "key": "status",
                    "title": "岗位状态",
                    "choices": ("active（在岗）", "proposed（拟设）", "retired（已撤销）"),
                },
            ),
            {"post": {"name": "甲"}},
        ),
        (
            {"appraisal": {"cycles": [{"cycle": "monthly", "levels": ["staff", "老板"]}]}},
            Mistake(
                "not-choice",
                ("appraisal", "cycles", 0, "levels", 1),
                {
                    "got": "老板",
                    "key": "levels",
                    "title": "考核层级",
                    "choices": ("director（总监）", "manager（经理）", "supervisor（主管）", "staff（员工）"),
                },
            ),
            {"appraisal": {"cycles": [{"cycle": "monthly", "levels": ["staff"]}]}},
        ),
        (
            {"post": {"name": "甲", "duties": [{"text": "拜访", "cadence": "有空时"}]}},
            Mistake("not-cadence", ("post", 0, "duties", 0, "cadence"), {"got": "有空时", "key": "cadence", "title": "频次"}),
            {"post": {"name": "甲", "duties": ["拜访"]}},
        ),
        (
            {"post": {"name": "甲", "duties": [{"text": "拜访", "area": "客户"}]}},
            Mistake("not-area", ("post", 0, "duties", 0, "area"), {"got": "客户", "key": "area", "title": "职责领域"}),
            {"post": {"name": "甲", "duties": ["拜访"]}},
        ),
        (
            {"post": {"name": "甲", "authorities": [{"text": "审批", "limit": "五十万"}]}},
            Mistake(
                "not-interval", ("post", 0, "authorities", 0, "limit"), {"got": "五十万", "key": "limit", "title": "金额范围"}
            ),
            {"post": {"name": "甲", "authorities": ["审批"]}},
        ),
        (
            {"department": {"name": "销售部", "effective": "明年"}},
            Mistake("not-date", ("department", "effective"), {"got": "明年", "key": "effective", "title": "生效日期"}),
            {"department": {"name": "销售部"}},
        ),
        (
            {"department": {"name": "销售部", "numbering": "罗马"}},
            Mistake(
                "not-choice",
                ("department", "numbering", "style"),
                {
                    "got": "罗马",
                    "key": "style",
                    "title": "样式",
                    "choices": ("chinese（一、（一）1.（1））", "decimal（8.3.2.1）"),
                },
            ),
            {"department": {"name": "销售部"}},
        ),
    ],
)
def test_one_mistake_costs_no_more_than_its_value(data: dict[str, Any], mistake: Mistake, left: dict[str, Any]) -> None:
    reading = read(data)
    assert reading.mistakes == (mistake,)
    assert reading.document == Document.model_validate(left)


def test_a_field_under_a_name_that_is_nearly_right_is_told_once() -> None:
    steps = [{"环节名": "签约"}, {"nam": "交付"}, {"时限": "1 天"}]
    told = [(each.kind, each.path) for each in read({"process": {"name": "甲", "steps": steps}}).mistakes]
    at = ("process", 0, "steps")
    assert told == [
        ("unknown-key", (*at, 0, "环节名")),
        ("unknown-key", (*at, 1, "nam")),
        ("missing-field", (*at, 2, "name")),
    ]


def test_the_values_that_came_in_stay_as_they_were() -> None:
    data = {"posts": [{"name": "甲", "headcount": "三"}, {}]}
    read(data)
    assert data == {"posts": [{"name": "甲", "headcount": "三"}, {}]}


def test_items_that_were_left_out_still_count_for_places() -> None:
    data = {"posts": [{}, {"name": "乙", "duties": ["", "一", {"cadence": "x"}, "", "二"]}, {}, {"name": "丁"}]}
    reading = read(data)
    assert [post.name for post in reading.document.posts] == ["乙", "丁"]
    assert [duty.text for duty in reading.document.posts[0].duties] == ["一", None, "二"]
    assert reading.removed == {("posts",): (0, 2), ("posts", 1, "duties"): (0, 3)}
    assert reading.in_file(("posts", 0, "duties", 2, "text")) == ("posts", 1, "duties", 4, "text")
    assert reading.in_file(("posts", 1, "name")) == ("posts", 3, "name")
    assert reading.in_document(("posts", 1, "duties", 4, "text")) == ("posts", 0, "duties", 2, "text")
    assert reading.in_document(("posts", 3, "name")) == ("posts", 1, "name")
    assert reading.in_document(("posts", 2, "name")) == ("posts",)
    assert reading.in_document(("posts", 1, "duties", 3)) == ("posts", 0, "duties")


def test_where_nothing_is_left_out_both_places_are_the_same() -> None:
    reading = Reading(Document())
    assert reading.in_file(("posts", 3)) == reading.in_document(("posts", 3)) == ("posts", 3)


@pytest.mark.parametrize("nameless", [{"id": " "}, {"id": ["rep"]}, {"id": {"a": "b"}}, {"name": ""}, {"name": [], "id": ""}])
def test_a_thing_that_neither_a_name_nor_an_id_tells_costs_itself_alone(nameless: dict[str, Any]) -> None:
    reading = read({"posts": [nameless, {"name": "乙"}]})
    assert reading.document == Document.model_validate({"posts": [{"name": "乙"}]})
    assert reading.removed == {("posts",): (0,)}


def test_a_share_that_is_wrong_takes_a_split_written_as_a_mapping_with_it() -> None:
    reading = read({"kpi": {"name": "投诉", "split": {"rep": "60%", "clerk": "四成"}}})
    assert [(mistake.kind, mistake.path) for mistake in reading.mistakes] == [("not-number", ("kpi", 0, "split", 1, "share"))]
    assert reading.document == Document.model_validate({"kpi": {"name": "投诉"}})


def test_what_an_alias_repeats_is_mended_at_each_place() -> None:
    shared = {"name": "甲", "headcount": "三"}
    reading = read({"posts": [shared, shared]})
    assert [mistake.path for mistake in reading.mistakes] == [("posts", 0, "headcount"), ("posts", 1, "headcount")]
    assert reading.document == Document.model_validate({"posts": [{"name": "甲"}, {"name": "甲"}]})


def test_where_mending_finds_no_end_nothing_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesduty.model.reading._ROUNDS", 1)
    reading = read({"posts": [{"name": ""}, {"name": "乙"}]})
    assert [mistake.kind for mistake in reading.mistakes] == ["blank"]
    assert (reading.document, reading.removed) == (Document(), {})


def test_thousands_of_mistakes_are_read_past_and_two_hundred_told() -> None:
    data = {"posts": [*({} for _ in range(20_000)), {"name": "甲"}]}
    started = time.perf_counter()
    reading = read(data)
    assert time.perf_counter() - started < 10
    assert len(reading.mistakes) == 200
    assert reading.document == Document.model_validate({"posts": [{"name": "甲"}]})
    assert reading.in_file(("posts", 0)) == ("posts", 20_000)
