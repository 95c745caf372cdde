"""What the rules about wording are set by, and that what they would mend is mended by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from salesduty.reporters.handbook.said import MEASURED, notes
from salesduty.results.finding import INFO, WARNING, Finding
from salesduty.results.repair import MoveLast, Repair, Substitute
from salesduty.rules.rule import Hit, Rule
from salesduty.rules.wordings import RULES
from salesduty.settings.settings import Settings
from salesduty.toolkit.handbook import handbook
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load

TODAY = date(2026, 11, 21)
SETTINGS = Settings(today=TODAY)
SPELLING = [rule for rule in RULES if rule.code in ("WRD010", "WRD013", "WRD014", "WRD015", "WRD017")]


@pytest.mark.parametrize("rule", SPELLING, ids=lambda rule: rule.code)
def test_what_a_rule_would_write_instead_ends_its_finding(rule: Rule) -> None:
    mended = 0
    for example in rule.bad:
        assert isinstance(example.files, str)
        data = yaml.load(example.files, yaml.BaseLoader)
        hits = [hit for hit in hits_of(rule, example.files, SETTINGS) if hit.repair is not None]
        for repair in (hit.repair for hit in hits if hit.repair is not None):
            mended += 1
            for step in sorted(repair.steps, key=lambda step: getattr(step, "start", 0), reverse=True):
                assert isinstance(step, Substitute)
                substitute(data, step)
        after = hits_of(rule, yaml.safe_dump(data, allow_unicode=True), SETTINGS)
        assert [hit.values for hit in after if hit.repair is not None] == []
    assert mended


def test_names_are_left_for_people_to_change() -> None:
    text = "posts:\n  - {name: ＣＲＭ专员, duties: [{text: 每月１次盘点, to: ＣＲＭ专员}]}\n"
    (rule,) = (rule for rule in RULES if rule.code == "WRD014")
    assert [(hit.at.path[-1], hit.repair is not None) for hit in hits_of(rule, text, SETTINGS)] == [
        ("name", False),
        ("text", True),
        (0, False),
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_handbook_says_how_often_a_rule_was_right(rule: Rule) -> None:
    (entry,) = handbook(rule.code).entries
    assert sum(title is MEASURED for title, _ in notes(entry)) == 1


def test_the_catch_all_is_moved() -> None:
    (rule,) = (rule for rule in RULES if rule.code == "WRD005")
    (hit,) = hits_of(rule, "post: {name: 店员, duties: [完成领导交办的其他工作, 每天理货]}\n", SETTINGS)
    assert hit.repair == Repair(hit.repair.what if hit.repair else hit.at, (MoveLast(hit.at),))  # type: ignore[arg-type]
    assert hit.at.path == ("post", 0, "duties", 0)


def test_the_number_of_things_and_the_length_can_be_set() -> None:
    text = "post: {name: 店员, duties: [开发新客户，签订销售合同，催收到期货款]}\n"
    assert [f.code for f in found(text, SETTINGS, "WRD002")] == ["WRD002"]
    assert found(text, Settings(today=TODAY, most_actions=4), "WRD002") == []
    (long,) = found(text, Settings(today=TODAY, most_actions=4, longest_duty=18), "WRD002")
    assert long.message.zh == "“店员”的这一句有 19 个字"
    assert found(text, Settings(today=TODAY, most_actions=4, longest_duty=19), "WRD002") == []


def test_a_glossary_is_kept_to() -> None:
    text = "post: {name: 店员, duties: [每周催收货款, 每月统计应收账款, 每天登记回款, 每月整理定单]}\n"
    glossary = {"应收账款": ("货款", "账款"), "订购单": ("定单",)}
    said = [(f.severity, f.span.column, f.message.zh) for f in found(text, Settings(today=TODAY, glossary=glossary), "WRD010")]
    assert said == [
        (WARNING, 27, "“店员”：“货款”在这里应当写成“应收账款”"),
        (WARNING, 53, "“店员”：“定单”在这里应当写成“订购单”"),
    ]
    assert [f.severity for f in found(text, SETTINGS, "WRD010")] == [INFO, INFO]


def test_what_a_level_must_have_can_be_set() -> None:
    text = "posts:\n  - {name: 店长, level: manager, duties: [每周巡店]}\n  - {name: 店员, level: staff, duties: [每天理货]}\n"
    assert [f.message.zh for f in found(text, SETTINGS, "STR029")] == ["“店长”是经理，没有写岗位权限"]
    required = {"staff": ("purpose", "qualifications", "no-such-field")}
    assert [f.message.zh for f in found(text, Settings(today=TODAY, required=required), "STR029")] == [
        "“店员”是员工，没有写岗位目的、任职资格"
    ]


@pytest.mark.parametrize(("count", "severity"), [(12, None), (13, INFO), (24, INFO), (25, WARNING)])
def test_many_duties_are_a_hint_and_twice_as_many_a_warning(count: int, severity: object) -> None:
    duties = "".join(f"    - 每天核对第 {number} 号库位\n" for number in range(count))
    more = "    - {text: 遵守制度, kind: common}\n    - {text: 其他工作, kind: catch-all}\n"
    said = found(f"post:\n  name: 库管\n  duties:\n{duties}{more}", SETTINGS, "STR030")
    assert [f.severity for f in said] == ([severity] if severity else [])


def test_a_level_lets_a_post_decide_or_not() -> None:
    def codes(post: str) -> list[str]:
        return [f.code for f in found(f"post: {post}\n", SETTINGS, "WRD011")]

    assert codes("{name: 费用专员, duties: [审批报销单据]}") == ["WRD011"]
    assert codes("{name: 费用专员, level: manager, duties: [审批报销单据]}") == []
    assert codes("{name: 信贷审批专员, level: staff, duties: [审批贷款]}") == []
    assert codes("{name: 店长, duties: [审批报销单据]}") == []
    assert codes("{name: 班长, level: supervisor, duties: [审批调班]}") == []
    assert codes("{name: 班长, level: supervisor, duties: [任免组员]}") == ["WRD011"]
    assert codes("{name: 费用专员, duties: [{text: 审批报销单据, authority: a}], authorities: [{id: a, text: 报销权}]}") == []


def test_a_department_in_traditional_characters_is_not_mixed() -> None:
    old = "post: {name: 店長, duties: [每週回訪老客戶, 每天清點庫存]}\n"
    assert found(old, SETTINGS, "WRD013") == []
    (mixed,) = found(old.replace("庫存", "库存"), SETTINGS, "WRD013")
    assert mixed.message.zh == "“店長”这里有简体字“库”，部门的文件用的是繁体字"
    assert mixed.repair is None


def found(text: str, settings: Settings, code: str) -> list[Finding]:
    return [finding for finding in lint({"roles.yaml": text}, settings=settings).findings if finding.code == code]


def hits_of(rule: Rule, text: str, settings: Settings) -> list[Hit]:
    assert rule.check is not None
    return [hit for department in load({"roles.yaml": text}).departments for hit in rule.check(department, settings)]


def substitute(data: Any, step: Substitute) -> None:
    """Change a value as the step says; a sentence in the short form of a mapping is the value itself."""
    *above, last = shortened(data, step.at.path)
    holder = data
    for each in above:
        holder = holder[each]
    holder[last] = holder[last][: step.start] + step.words + holder[last][step.end :]


def shortened(data: Any, path: tuple[int | str, ...]) -> Iterator[int | str]:
    value = data
    for step in path:
        if isinstance(value, str) or (isinstance(value, dict) and isinstance(step, int)):
            continue
        yield step
        value = value[step]
