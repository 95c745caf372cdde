"""Short forms and Chinese keys: every way of writing a thing makes the same thing."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from salesduty.model.choices import Action, Better, Choice, KpiKind, Level, NumberingStyle, Status
from salesduty.model.document import Document
from salesduty.model.duty import Duty
from salesduty.model.part import Part, about
from salesduty.model.process import Step
from salesduty.model.reading import read


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ({"post": {"name": "甲"}}, {"post": [{"name": "甲"}]}),
        ({"process": {"name": "甲"}}, {"process": [{"name": "甲"}]}),
        ({"kpi": {"name": "甲"}}, {"kpi": [{"name": "甲"}]}),
        ({"post": {"name": "甲", "duties": ["拜访"]}}, {"post": {"name": "甲", "duties": [{"text": "拜访"}]}}),
        ({"post": {"name": "甲", "authorities": ["审批"]}}, {"post": {"name": "甲", "authorities": [{"text": "审批"}]}}),
        ({"post": {"name": "甲", "kpis": ["a"]}}, {"post": {"name": "甲", "kpis": [{"ref": "a"}]}}),
        ({"post": {"name": "甲", "qualifications": "a"}}, {"post": {"name": "甲", "qualifications": {"other": ["a"]}}}),
        ({"post": {"name": "甲", "qualifications": ["a"]}}, {"post": {"name": "甲", "qualifications": {"other": ["a"]}}}),
        ({"post": {"name": "甲", "group": "获客"}}, {"post": {"name": "甲", "group": {"value": "获客"}}}),
        (
            {"post": {"name": "甲", "relations": {"internal": ["乙"]}}},
            {"post": {"name": "甲", "relations": {"internal": [{"party": "乙"}]}}},
        ),
        ({"post": {"name": "甲", "reports_to": "乙"}}, {"post": {"name": "甲", "reports_to": ["乙"]}}),
        ({"process": {"name": "甲", "steps": ["一"]}}, {"process": {"name": "甲", "steps": [{"name": "一"}]}}),
        ({"department": {"name": "甲", "functions": ["一"]}}, {"department": {"name": "甲", "functions": [{"name": "一"}]}}),
        ({"department": {"name": "甲", "meetings": ["一"]}}, {"department": {"name": "甲", "meetings": [{"name": "一"}]}}),
        ({"department": {"name": "甲", "outside": ["一"]}}, {"department": {"name": "甲", "outside": [{"name": "一"}]}}),
        ({"department": {"name": "甲", "systems": ["一"]}}, {"department": {"name": "甲", "systems": [{"name": "一"}]}}),
        ({"department": {"name": "甲", "signals": ["一"]}}, {"department": {"name": "甲", "signals": [{"watch": "一"}]}}),
        ({"department": {"name": "甲", "numbering": "小数"}}, {"department": {"name": "甲", "numbering": {"style": "decimal"}}}),
        ({"kpi": {"name": "甲", "scoring": ["一"]}}, {"kpi": {"name": "甲", "scoring": [{"text": "一"}]}}),
        (
            {"kpi": {"name": "甲", "split": {"rep": "60%", "csm": 40}}},
            {"kpi": {"name": "甲", "split": [{"post": "rep", "share": 60}, {"post": "csm", "share": 40}]}},
        ),
        (
            {"appraisal": {"principles": ["一"], "grades": ["优"]}},
            {"appraisal": {"principles": [{"text": "一"}], "grades": [{"name": "优"}]}},
        ),
        (
            {"appraisal": {"cycles": [{"cycle": "每月", "levels": "员工"}]}},
            {"appraisal": {"cycles": [{"cycle": "monthly", "levels": ["staff"]}]}},
        ),
    ],
)
def test_a_short_form_is_the_same_as_the_whole(short: dict[str, Any], whole: dict[str, Any]) -> None:
    assert Document.model_validate(short) == Document.model_validate(whole)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            {"岗位": {"岗位名称": "甲", "层级": "经理", "岗位职责": [{"内容": "审核", "来自": "乙", "动作": "审核"}]}},
            {"post": {"name": "甲", "level": "manager", "duties": [{"text": "审核", "from": ["乙"], "action": "review"}]}},
        ),
        ({"岗位清单": [{"名称": "甲", "职责": ["一"]}]}, {"posts": [{"name": "甲", "duties": ["一"]}]}),
        ({"部门": {"名称": "甲", "部门职能": [{"title": "一"}]}}, {"department": {"name": "甲", "functions": ["一"]}}),
        ({"流程": {"流程名称": "甲", "环节": [{"标题": "一"}]}}, {"process": {"name": "甲", "steps": ["一"]}}),
        (
            {"指标": {"指标名称": "甲", "分担": [{"分担岗位": "乙", "分担比例": "60%"}]}},
            {"kpi": {"name": "甲", "split": {"乙": 60}}},
        ),
    ],
)
def test_chinese_keys_are_the_same_as_english_ones(chinese: dict[str, Any], english: dict[str, Any]) -> None:
    assert Document.model_validate(chinese) == Document.model_validate(english)


def test_numbers_of_a_python_caller_become_text() -> None:
    post = Document.model_validate({"post": {"name": 7, "id": 1.5}}).post[0]
    assert (post.name, post.id) == ("7", "1.5")


def test_a_part_does_not_change() -> None:
    duty = Duty(text="一")
    with pytest.raises(ValidationError, match="frozen"):
        duty.text = "二"  # type: ignore[misc]


def test_a_field_has_one_title_and_an_unknown_one_its_own_name() -> None:
    assert Duty.title_of("from") == Duty.title_of("from_") == "来自"
    assert Duty.title_of("nothing") == "nothing"


def test_a_field_without_a_title_is_called_by_its_key() -> None:
    class Untitled(Part):
        plain: str = ""

    assert Untitled.title_of("plain") == "plain"
    assert (Untitled.names, Untitled.titles, Untitled.short_form) == ({"plain"}, {}, None)


def test_about_says_everything_once() -> None:
    class Titled(Part):
        text: str = about("内容", "写什么。", example="甲", short=True, also="正文")

    field = Titled.model_fields["text"]
    assert (field.title, field.description, field.examples) == ("内容", "写什么。", ["甲"])
    assert (Titled.titles, Titled.short_form) == ({"内容": "text", "正文": "text"}, "text")


def test_a_sentence_is_the_name_of_a_step_and_the_text_of_a_duty() -> None:
    assert Step.model_validate("报价") == Step(name="报价")
    assert Duty.model_validate("报价") == Duty(text="报价")


def test_duties_are_walked_in_the_order_of_the_document() -> None:
    duty = Duty.model_validate({"text": "一", "duties": ["二", {"text": "三", "duties": ["四"]}, "五"]})
    assert [(depth, found.text) for depth, found in duty.walk()] == [(0, "一"), (1, "二"), (1, "三"), (2, "四"), (1, "五")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("manager", Level.manager), ("MANAGER", Level.manager), (" 经理级 ", Level.manager), ("负责人", Level.director)],
)
def test_a_choice_is_read_by_its_value_or_any_of_its_words(typed: str, meant: Level) -> None:
    assert Level(typed) is meant


@pytest.mark.parametrize("typed", ["boss", "", 3, None])
def test_what_is_not_on_the_list_is_no_choice(typed: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        Level(typed)


def test_levels_rank_from_staff_to_director() -> None:
    assert [level.rank for level in (Level.staff, Level.supervisor, Level.manager, Level.director)] == [0, 1, 2, 3]


@pytest.mark.parametrize("choice", [Level, Status, Action, KpiKind, Better, NumberingStyle])
def test_no_word_stands_for_two_choices(choice: type[Choice]) -> None:
    words = [word for member in choice for word in (member.value, *member.words)]
    assert len(words) == len(set(words))
    assert all(choice(member.label) is member for member in choice)


def test_name_and_content_are_understood_without_saying_of_what() -> None:
    data = {
        "部门": {
            "名称": "营业部",
            "部门职能": [{"名称": "抄表"}],
            "例会": [{"名称": "周会"}],
            "外部对象": [{"名称": "财务部"}],
            "系统": [{"名称": "热线"}],
            "时限承诺": [{"内容": "1 小时到场"}],
            "豁免": [{"规则": "ORG002", "理由": "过渡期", "批准人": "总经理", "有效期至": "2027-03-01"}],
        },
        "岗位": {"名称": "经理", "权限": [{"内容": "水费减免的审批权"}], "绩效指标": [{"名称": "回收率"}]},
        "流程": {"名称": "报装", "环节": [{"名称": "受理"}]},
        "指标": {"名称": "产销差率"},
    }
    assert read(data).mistakes == ()
