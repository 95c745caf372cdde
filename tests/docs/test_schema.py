"""The JSON Schema in docs is what the models say; it takes every good file and refuses planted mistakes.

`--update-golden` writes it anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from salesduty.model.fields import parts
from salesduty.model.part import Part
from salesduty.model.schema import ENTITIES, schema
from salesduty.toolkit.lint import lint
from salesduty.toolkit.schema import schema_text, write_schema

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "salesduty.schema.json"
CLEAN = [
    *(ROOT / "roles").rglob("*.yaml"),
    *(path for path in (ROOT / "src" / "salesduty" / "data").rglob("*.yaml") if path.parent.name != "intake"),
    *(
        path
        for name in ("clean", "everything", "short-forms", "one-file", "own-words", "companies", "waived", "nested")
        for path in (ROOT / "tests" / "workspaces" / name).rglob("*.yaml")
    ),
]
VALIDATOR = Draft7Validator(schema())


class Loader(yaml.SafeLoader):
    """YAML as editors read it: a date is a text."""


Loader.yaml_implicit_resolvers = {
    char: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for char, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def refused(text: str) -> list[str]:
    """The places of what the schema refuses in a file."""
    found = VALIDATOR.iter_errors(yaml.load(text, Loader))
    return sorted("/".join(map(str, error.absolute_path)) for error in found)


def test_the_committed_schema_is_up_to_date(update_golden: bool) -> None:
    if update_golden:
        write_schema(COMMITTED)
    assert COMMITTED.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_draft_07_schema_of_a_reasonable_size() -> None:
    Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert 30_000 < len(schema_text().encode()) < 200_000


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_good_file_is_accepted(path: Path) -> None:
    assert refused(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("post: {name: 销售代表, report_to: 销售经理}", ["post"]),
        ("岗位: {岗位名称: 销售代表, 直属上级: 销售经理}", ["岗位"]),
        ("post: {id: rep}", ["post"]),
        ("岗位: {编号: rep}", ["岗位"]),
        ("post: {name: 销售代表, level: 骨干}", ["post/level"]),
        ("岗位: {名称: 销售代表, 层级: 骨干}", ["岗位/层级"]),
        ("post: {name: 销售代表, headcount: 很多}", ["post/headcount"]),
        ("post: {name: 销售代表, headcount: -1}", ["post/headcount"]),
        ("post: {name: 销售代表, duties: 拜访客户}", ["post/duties"]),
        ("post: {name: 销售代表, duties: [{text: 拜访客户, area: x}]}", ["post/duties/0/area"]),
        ("post: {name: 销售代表, kpis: [{weight: 40}]}", ["post/kpis/0"]),
        ("post: {name: 销售代表, kpis: [{ref: revenue, weight: 140}]}", ["post/kpis/0/weight"]),
        ("post: {name: ' '}", ["post/name"]),
        ("posts: [{name: 销售代表}, {}]", ["posts/1"]),
        ("department: {name: 销售部, effective: 明年}", ["department/effective"]),
        ("department: {name: 销售部, meetings: [{name: 周会, cadence: 经常}]}", ["department/meetings/0/cadence"]),
        ("department: {name: 销售部, numbering: 罗马}", ["department/numbering"]),
        ("kpi: {name: 回款率, split: {rep: 60, csm: 很多}}", ["kpi/split/csm"]),
        ("appraisal: {cycles: [{cycle: monthly, levels: [骨干]}]}", ["appraisal/cycles/0/levels/0"]),
        ("name: 销售代表", [""]),
    ],
)
def test_a_planted_mistake_is_refused_by_the_schema_and_by_lint(text: str, places: list[str]) -> None:
    assert refused(text) == places
    assert any(finding.code in ("STR012", "STR013", "STR014", "STR016") for finding in lint({"roles.yaml": text}).findings)


@pytest.mark.parametrize(
    "text",
    [
        "post: {name: 销售代表, headcount: 13名, level: 专员, reports_to: [销售经理, 总经理]}",
        "岗位: {名称: 销售代表, 编制: '13', 绩效指标: [revenue, {引用指标: revenue, 权重: 40%}], 任职资格: [大专及以上]}",
        "posts: {name: 销售代表}",
        "department: {name: 销售部, version: 2.1, effective: 2026年1月1日, numbering: 公文, functions: [市场开拓]}",
        "kpi: {name: 回款率, split: {rep: 60, csm: 40%}, cycle: P2W, target: 95}",
        "appraisal: {cycles: [{cycle: 每月, levels: 员工}, {cycle: yearly, levels: [staff, 经理]}]}",
        "department: {name: 销售部, waivers: [{rule: ORG002, reason: 两位经理共用, approver: 总经理, until: 2027-03-01}]}",
    ],
)
def test_every_way_of_writing_is_accepted_by_the_schema_and_by_lint(text: str) -> None:
    assert refused(text) == []
    assert [f.message.zh for f in lint({"roles.yaml": text}).findings if f.code in ("STR012", "STR013", "STR014", "STR016")] == []


def test_every_key_of_every_model_is_there_in_both_languages_with_a_chinese_title_and_sentence() -> None:
    whole = schema()
    for part in parts():
        properties = (whole if part.__name__ == "Document" else whole["definitions"][part.__name__])["properties"]
        assert properties.keys() == part.names | part.titles.keys()
        for key in part.names:
            assert properties[key]["title"] == part.title_of(key)
            assert properties[key]["description"].endswith("。")


def test_every_reference_leads_somewhere() -> None:
    whole = schema()
    for reference in references(whole):
        target: Any = whole
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]
        assert target


@pytest.mark.parametrize("entity", ENTITIES)
def test_the_schema_of_an_entity_stands_alone(entity: str) -> None:
    alone = schema(entity)
    Draft7Validator.check_schema(alone)
    assert {reference.split("/")[2] for reference in references(alone)} == alone["definitions"].keys()
    part: type[Part] = next(part for part in parts() if part.__name__ == entity.capitalize())
    name = {} if entity == "appraisal" else {"name": "名称"}
    assert list(Draft7Validator(alone).iter_errors(name)) == []
    assert list(Draft7Validator(alone).iter_errors({**name, "x": 1})) != []
    assert part.model_config["title"] == alone["definitions"][part.__name__]["title"]


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_the_json_is_one_object() -> None:
    assert json.loads(schema_text()) == schema()
