"""The register of duties, read back by a program and held beside the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from opened.sheets import NEEDS_OFFICE, opened, recalculated, table
from opened.workspaces import department, departments
from salesduty.disk.packaged import stationery
from salesduty.model.choices import Choice
from salesduty.model.duty import Duty
from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.model.values import CADENCES
from salesduty.renderers.xlsx import render
from salesduty.text.printable import printable, printable_lines
from salesduty.toolkit.load import load
from salesduty.views.books import register
from salesduty.views.books.fields import Home
from salesduty.views.books.register import books
from salesduty.workspace.entities import Department

TEXT = """\
department: {id: d, name: 销售部, functions: [{id: money, name: 回款, duties: [每周催收]}]}
posts:
  - id: rep
    name: 代表
    level: staff
    headcount: 2
    qualifications: {skills: [谈判, 算账]}
    relations: {internal: [{party: 财务部, about: 对账}]}
    authorities: [{id: cut, text: 打折, limit: <500}]
    kpis: [{ref: sales, weight: 60}, {name: 回访, weight: 40}]
    duties:
      - id: plan
        title: 计划
        text: |
          每周写计划。
          报经理。
        cadence: weekly
        scope: {region: [华东, 华南], amount: <500000}
        to: [代表, 财务部]
        authority: cut
        kpis: [sales]
        area: C08.review
        action: review
        performers: 2
        duties: [写, {text: 交, duties: [存]}]
      - 催款
kpis: [{id: sales, name: 销售额, target: '10', cycle: P2W, scoring: [{when: '≥10', score: '100'}], split: {rep: 100}}, {id: idle, name: 无人}]
process: {id: p, name: 签约, steps: [{name: 报价, do: rep, duties: [核价]}]}
"""


def read(text: str = TEXT) -> Any:
    (book,) = books(load({"d/all.yaml": text}).departments[0])
    return opened(render(book, stationery()))


def test_every_duty_a_row_with_its_number_and_what_it_is_part_of() -> None:
    rows = table(read()["职责"])
    assert [(row["岗位"], row["职能或环节"], row["序号"], row["上级序号"], row["下级职责数"], row["地址"]) for row in rows] == [
        ("代表", None, "1", None, 2, "d/rep/plan"),
        ("代表", None, "1.1", "1", None, "d/rep/plan/#1"),
        ("代表", None, "1.2", "1", 1, "d/rep/plan/#2"),
        ("代表", None, "1.2.1", "1.2", None, "d/rep/plan/#2/#1"),
        ("代表", None, "2", None, None, "d/rep/#2"),
        (None, "回款", "1", None, None, "d/functions/money/#1"),
        (None, "签约：报价", "1", None, None, "d/processes/p/#1/#1"),
    ]


def test_what_a_duty_says_one_value_a_column() -> None:
    plan = table(read()["职责"])[0]
    assert {title: value for title, value in plan.items() if value is not None} == {
        "部门": "销售部", "岗位": "代表", "序号": "1", "标题": "计划", "内容": "每周写计划。\n报经理。", "频次": "每周", "接收方": "代表\n财务部",
        "编号": "plan", "职责领域": "合同评审与审批（C08.review）", "动作": "审核", "范围·区域": "华东\n华南", "范围·金额": "<500000", "所用权限": "打折",
        "衡量指标": "销售额", "执行人数": 2, "下级职责数": 2, "地址": "d/rep/plan",
    }  # fmt: skip


def test_the_sheets_beside_it() -> None:
    workbook = read()
    assert workbook.sheetnames == ["职责", "岗位", "指标", "环节", "权限", "流程", "职能"]
    (post,) = table(workbook["岗位"])
    assert (post["岗位名称"], post["层级"], post["编制"], post["任职资格·技能"]) == ("代表", "员工", 2, "谈判\n算账")
    assert post["工作关系·内部关系"] == "财务部：对账"
    said = [
        (row["岗位"], row["指标名称"], row["权重"], row["考核周期"], row["评分标准"], row["分担"], row["地址"])
        for row in table(workbook["指标"])
    ]
    assert said == [
        ("代表", "销售额", 0.6, "P2W", "≥10：100", "代表 100%", "d/rep/kpis/sales"),
        ("代表", "回访", 0.4, None, None, None, "d/rep/kpis/#2"),
        (None, "无人", None, None, None, None, "d/kpis/idle"),
    ]
    assert [(row["流程"], row["序号"], row["环节名称"], row["执行岗位"]) for row in table(workbook["环节"])] == [
        ("签约", 1, "报价", "代表")
    ]
    assert [(row["岗位"], row["权限内容"], row["金额范围"]) for row in table(workbook["权限"])] == [("代表", "打折", "<500")]


def test_what_a_program_needs_is_hidden_and_parents_stand_out() -> None:
    sheet = read()["职责"]
    titles = {cell.value: cell.column_letter for cell in sheet[3]}
    hidden = {column for column, shape in sheet.column_dimensions.items() if shape.hidden}
    assert hidden == {titles["编号"], titles["地址"]}
    ((where, rule),) = [(str(each.sqref), rule) for each in sheet.conditional_formatting for rule in each.rules]
    assert (where.partition(":")[0], rule.formula) == ("A4", [f"N(${titles['下级职责数']}4)>0"])
    assert sheet.freeze_panes == "E4"


@pytest.mark.parametrize(("workspace", "number"), departments())
def test_all_of_the_model_is_read_back(workspace: str, number: int) -> None:
    """Each field of each duty, post and step, asked of the model by its title, against the cell of that title."""
    owner = department(workspace, number)
    (book,) = books(owner)
    workbook = opened(render(book, stationery()))
    duties = {row["地址"]: row for row in table(workbook["职责"])} if workbook["职责"].auto_filter.ref else {}
    posts = {row["地址"]: row for row in table(workbook["岗位"])} if "岗位" in workbook.sheetnames else {}
    asked = 0
    for placed in owner.posts:
        asked += _compare(placed.value, Post, posts[placed.address], ("duties", "authorities", "kpis"), (owner, placed))
        for address, duty in _below(placed.value.duties, placed.address):
            asked += _compare(duty, Duty, duties[address], ("duties",), (owner, placed))
    assert asked >= len(posts) + len(duties) - sum(
        1 for address in duties if "/functions/" in address or "/processes/" in address
    )


def _below(duties: tuple[Duty, ...], base: str) -> Iterator[tuple[str, Duty]]:
    for number, duty in enumerate(duties, 1):
        address = f"{base}/{duty.id or f'#{number}'}"
        yield address, duty
        yield from _below(duty.duties, address)


def _compare(part: Part, model: type[Part], row: Mapping[str, Any], leave: tuple[str, ...], owner: Home, within: str = "") -> int:
    """Hold every field of `part` against its cell; return how many said something."""
    asked = 0
    for name, field in model.model_fields.items():
        value = getattr(part, name)
        if name in leave or value is None or value == ():
            continue
        title = f"{within}{field.title}"
        if isinstance(value, Part):
            asked += _compare(value, type(value), row, (), owner, f"{title}·")
            continue
        asked += 1
        cell = row[title]
        if isinstance(value, (int, float)):
            assert cell == value
        else:
            several = value if isinstance(value, tuple) else (value,)
            lines = str(cell).removeprefix("'").split("\n")
            if isinstance(value, str) and not isinstance(value, Choice) and name in ("text", "purpose", "when", "acceptance"):
                assert tuple(lines) == printable_lines(value)
            else:
                assert len(lines) == len(several)
                assert all(_means(line, each, name, owner) for line, each in zip(lines, several, strict=True)), (title, cell)
    return asked


def _means(line: str, value: Any, name: str, home: Home) -> bool:
    """Whether somebody who types `line` means `value`."""
    owner, post = home
    if isinstance(value, Choice):
        return type(value)(line) is value
    if isinstance(value, Part):
        return line.startswith(_name(value.party, owner))  # type: ignore[attr-defined]
    known = {printable(str(value)), CADENCES.get(str(value), ""), _name(str(value), owner)}
    if name in ("area", "areas"):
        return line == value or line.endswith(f"（{value}）")
    if name == "kpis":
        found = owner.kpi(value, post)
        known.add(printable((found.value.name if found else None) or value))
    if name == "systems":
        system = owner.system(value)
        known.add(printable(system.name if system else value))
    if name == "authority":
        authority = owner.authority(value, post)
        known |= {printable(authority.text if authority else value)}
    return line in known


def _name(ref: str, owner: Department) -> str:
    found = owner.parties(ref)
    return "全体" if ref in ("全体", "all", "*") else printable(found[0].name if found else ref)


def test_more_rows_than_a_sheet_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "_MOST_ROWS", 5)
    workbook = read()
    assert workbook.sheetnames[:2] == ["职责", "职责 2"]
    assert [row["内容"] for row in table(workbook["职责 2"])] == ["每周催收", "核价"]


def test_a_department_without_duties() -> None:
    workbook = read("department: {id: d, name: 部}\n")
    assert workbook.sheetnames == ["职责"]


@NEEDS_OFFICE
def test_an_office_keeps_every_text(tmp_path: Any) -> None:
    (book,) = books(load({"d/all.yaml": TEXT}).departments[0])
    data = render(book, stationery())
    found = recalculated(data, tmp_path)
    assert {sheet.title: sheet.max_row for sheet in opened(data)} == {
        name: max(int("".join(filter(str.isdigit, place))) for place in places) for name, places in found.items()
    }
    assert found["职责"]["F4"] == "每周写计划。\n报经理。"
