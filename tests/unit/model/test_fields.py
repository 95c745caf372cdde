"""Which model stands where, and every spelling of every key."""

from __future__ import annotations

import pytest

from salesduty.model.appraisal import AppraisalCycle
from salesduty.model.department import Department, Function, Numbering
from salesduty.model.document import Document
from salesduty.model.duty import Duty, Scope
from salesduty.model.fields import entity_keys, part_at, parts, spellings
from salesduty.model.kpi import Kpi, PostKpi, Share
from salesduty.model.part import Part
from salesduty.model.post import Post, Qualifications
from salesduty.model.process import Step
from salesduty.results.place import Path


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ((), Document),
        (("post",), Post),
        (("post", 0), Post),
        (("post", 0, "name"), Post),
        (("posts", 3, "duties", 1, "duties", 0), Duty),
        (("posts", 3, "duties", 1, "from", 0), Duty),
        (("posts", 3, "duties", 1, "scope", "amount"), Scope),
        (("post", 0, "kpis", 1), PostKpi),
        (("post", 0, "kpis", 1, "split", 0), Share),
        (("post", 0, "qualifications"), Qualifications),
        (("kpi", 0), Kpi),
        (("process", 0, "steps", 2), Step),
        (("department", "functions", 0, "duties", 0), Duty),
        (("department", "functions", 0), Function),
        (("department", "numbering"), Numbering),
        (("appraisal", "cycles", 0), AppraisalCycle),
        (("nothing", 0, "at all"), Document),
        (("department", "nothing"), Department),
    ],
)
def test_a_path_leads_to_the_model_that_reads_it(path: Path, part: type[Part]) -> None:
    assert part_at(path) is part


def test_every_model_is_found_once_the_document_first() -> None:
    found = parts()
    assert found[0] is Document
    assert len(found) == len(set(found))
    assert {Post, Duty, Kpi, PostKpi, Step, Department, AppraisalCycle} <= set(found)


def test_every_field_of_every_model_has_a_title_and_a_description() -> None:
    bare = [
        f"{part.__name__}.{name}"
        for part in parts()
        for name, field in part.model_fields.items()
        if not field.title or not (field.description or "").endswith("。")
    ]
    assert bare == []


def test_no_title_stands_for_two_fields_of_one_model() -> None:
    for part in parts():
        titles = [field.title for field in part.model_fields.values()]
        assert len(titles) == len(set(titles)), part.__name__


def test_a_chinese_key_leads_to_every_english_one_that_it_stands_for() -> None:
    assert spellings()["岗位名称"] == {"name"}
    assert spellings()["职责"] == {"duties"}
    assert spellings()["来自"] == {"from"}


def test_the_top_level_keys_in_both_languages() -> None:
    english = {"department", "appraisal", "post", "posts", "process", "processes", "kpi", "kpis"}
    english |= {"areas", "glossary", "verbs", "regions", "aliases", "profiles", "segregation"}
    chinese = {"部门", "考核方案", "岗位", "岗位清单", "流程", "流程清单", "指标", "指标清单"}
    chinese |= {"领域清单", "词汇表", "动词表", "区域表", "别名表", "部门类型清单", "不相容职务表"}
    assert entity_keys() == english | chinese
