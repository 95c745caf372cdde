"""The matrix as a workbook: letters, counts, and what happens when somebody changes a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from opened.sheets import NEEDS_OFFICE, cells, filled, opened, recalculated, table
from opened.workspaces import SETTINGS, loaded
from salesduty.disk.packaged import stationery
from salesduty.renderers.xlsx import render
from salesduty.results.book import Book
from salesduty.results.judged import Judged
from salesduty.toolkit.check import judged
from salesduty.toolkit.load import load
from salesduty.views.books import raci
from salesduty.views.raci import legend

TEXT = """\
department: {id: d, name: 销售部, functions: [{id: zeppelin, name: 飞艇保养}]}
posts:
  - {id: head, name: 经理}
  - {id: rep, name: 代表, reports_to: head}
process: {id: p, name: 签约, steps: [{id: quote, name: 报价, accountable: head, do: rep, inform: 财务部}, {id: sign, name: 盖章, do: rep}]}
"""


def made() -> Book:
    workspace = load({"d/all.yaml": TEXT})
    (book,) = raci.books(workspace.departments[0], judged(workspace, SETTINGS)[0])
    return book


def test_the_matrix() -> None:
    workbook = opened(render(made(), stationery()), values=True)
    assert workbook.sheetnames == ["职责分工", "图例"]
    sheet = workbook["职责分工"]
    none = None
    assert cells(sheet)[3:] == [
        ["类别", "事项", "A 个数", "R 个数", "参与岗位", "经理", "代表", "财务部", "地址"],
        ["部门职能", "飞艇保养（无人负责）", 0, 0, 0, none, none, none, "d/functions/zeppelin"],
        ["流程：签约", "报价", 1, 1, 3, "A", "R", "I", "d/processes/p/quote"],
        ["流程：签约", "盖章", 0, 1, 1, none, "R", none, "d/processes/p/sign"],
        ["合计", "A 决定（项）", none, none, none, 1, 0, 0, none],
        [none, "R 执行（项）", none, none, none, 0, 2, 0, none],
        [none, "C 审核（项）", none, none, none, 0, 0, 0, none],
        [none, "S 协助（项）", none, none, none, 0, 0, 0, none],
        [none, "I 知会（项）", none, none, none, 0, 0, 1, none],
    ]
    assert [row[0] for row in cells(workbook["图例"])[2:8]] == [detail.label for detail in legend()]


def test_how_it_behaves() -> None:
    sheet = opened(render(made(), stationery()))["职责分工"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C5", "A4:I7")
    assert {str(each.sqref) for each in sheet.data_validations.dataValidation} == {"F5:F7", "G5:G7", "H5:H7"}
    rules = [(str(each.sqref), rule.formula[0]) for each in sheet.conditional_formatting for rule in each.rules]
    assert rules[:3] == [("A5:B7", "AND($C5=0,$D5=0)"), ("C5:C7", "$C5=0"), ("D5:D7", "$D5=0")]
    assert rules[3:] == [("F5:H7", f'ISNUMBER(FIND("{letter}",F5))') for letter in "ARCSI"]
    assert not sheet.protection.sheet


@NEEDS_OFFICE
def test_counts_go_along_with_the_letters(tmp_path: Path) -> None:
    data = render(made(), stationery())
    found = recalculated(filled(data, {"职责分工": {"F5": "A/R*", "G7": None, "H7": "C*"}}), tmp_path)["职责分工"]
    assert [found[place] for place in ("C5", "D5", "E5", "C7", "D7", "E7")] == [1, 1, 1, 0, 0, 1]
    assert [found[place] for place in ("F8", "F9", "G9", "H10")] == [2, 1, 1, 1]


@NEEDS_OFFICE
@pytest.mark.parametrize("number", range(6))
def test_an_office_counts_our_own_roles_like_us(number: int, tmp_path: Path) -> None:
    workspace = loaded("roles")
    (book,) = raci.books(workspace.departments[number], judged(workspace, SETTINGS)[number])
    data = render(book, stationery())
    written, found = opened(data, values=True)["职责分工"], recalculated(filled(data, {}), tmp_path)["职责分工"]
    formulas = [cell.coordinate for row in opened(data)["职责分工"].iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > 150
    assert {place: found[place] for place in formulas} == {place: written[place].value for place in formulas}


def test_more_posts_than_a_sheet_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raci, "_MOST_POSTS", 2)
    workbook = opened(render(made(), stationery()), values=True)
    assert workbook.sheetnames == ["职责分工", "职责分工 2", "图例"]
    second = table(workbook["职责分工 2"])
    assert next(list(row) for row in second) == ["类别", "事项", "A 个数", "R 个数", "参与岗位", "财务部", "地址"]
    assert [row["财务部"] for row in second] == [None, "I", None]


def test_a_department_without_anything() -> None:
    workspace = load({"d.yaml": "department: {id: d, name: 部}\n"})
    (book,) = raci.books(workspace.departments[0], Judged(judged(workspace, SETTINGS)[0].chart, ()))
    assert cells(opened(render(book, stationery()))["职责分工"])[3][:2] == ["类别", "事项"]
