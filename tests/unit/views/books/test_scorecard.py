"""Scorecards that compute: what stands in them, and what comes out when somebody fills them in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from opened.sheets import NEEDS_OFFICE, cells, filled, opened, recalculated
from opened.workspaces import loaded
from salesduty.disk.packaged import stationery
from salesduty.renderers.xlsx import render
from salesduty.results.book import Book, Formula
from salesduty.toolkit.load import load
from salesduty.views.books.scorecard import books
from salesduty.views.grades import scale

TEXT = """\
department: {id: d, name: 销售部, company: 示例公司, version: '2'}
posts:
  - {id: head, name: 经理, appraised_by: 总经理}
  - id: rep
    name: 代表
    reports_to: head
    kpis:
      - {id: sales, name: 销售额, weight: 60, target: '≥100%', unit: '%', cycle: monthly, source: CRM, formula: 实际÷目标, scoring: ['每少一成扣十分，封顶 120 分']}
      - {name: 回款率, weight: 25, cycle: monthly, definition: 按到账, target: '10', unit: 万元}
      - {name: 满意度, weight: 15, cycle: quarterly, scoring: [{when: '≥90', score: '100'}]}
appraisal: {cycles: [{cycle: monthly}], grades: [{name: 差, score: <70, consequence: 辅导}, {name: 优, score: '≥90 分'}, {name: 良, score: 70～89}]}
"""


def made(text: str = TEXT) -> Book:
    (book,) = books(load({"d/all.yaml": text}).departments[0])
    return book


def rendered(text: str = TEXT) -> bytes:
    return render(made(text), stationery())


def test_one_workbook_a_post_with_a_sheet_a_cycle() -> None:
    book = made()
    assert (book.name, book.folder, book.post, book.company, book.version) == ("代表绩效考核表", "d", "代表", "示例公司", "2")
    assert [sheet.name for sheet in book.sheets] == ["月度", "季度", "各周期汇总", "考核等级"]
    assert [sheet.protected for sheet in book.sheets] == [True] * 4


def test_the_columns_and_what_is_known() -> None:
    monthly = made().sheets[0]
    assert [column.title for column in monthly.columns] == [
        *("序号", "指标", "权重", "目标值", "评分标准", "数据来源", "自评", "上级评", "得分", "地址")
    ]
    assert monthly.rows == (
        (1, "销售额\n计算公式：实际÷目标", 0.6, "≥100%", "每少一成扣十分，封顶 120 分", "CRM", None, None,
         Formula('=IF(COUNT(C5,H5)=2,ROUND(C5*H5,2),"")', ""), "d/rep/kpis/sales"),
        (2, "回款率\n指标定义：按到账", 0.25, "10\n单位：万元", "", "", None, None,
         Formula('=IF(COUNT(C6,H6)=2,ROUND(C6*H6,2),"")', ""), "d/rep/kpis/#2"),
    )  # fmt: skip
    assert monthly.above[0][0].value == "部门：销售部　　岗位：代表　　考核周期：月度　　考核人：经理"


def test_scores_go_as_far_as_the_scheme_says() -> None:
    most = [[(column.least, column.most) for column in sheet.columns if column.manner == "entry"] for sheet in made().sheets]
    assert most == [[(0, 120)] * 2, [(0, 100)] * 2, [], []]


def test_grades_from_the_best_down() -> None:
    grades = made().sheets[-1]
    assert [row[:3] for row in grades.rows] == [("优", 90, "≥90 分"), ("良", 70, "70～89"), ("差", 0, "<70")]
    assert grades.rows[2][4] == "辅导"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[{name: 优, score: '≥90'}, {name: 差, score: <90}]", (["优", "差"], False)),
        ("[{name: 差, score: ≤59}, {name: 优, score: 60～100}]", (["优", "差"], True)),
        ("[{name: 优, score: '≥90'}, {name: 差, score: <80}]", None),
        ("[{name: 优, score: '≥90'}, {name: 差, score: <95}]", None),
        ("[{name: 优, score: '>90'}, {name: 差, score: ≤90}]", None),
        ("[{name: 优, score: '≥90'}, {name: 中, score: 60～89}]", None),
        ("[{name: 优, score: 60～90}, {name: 差, score: <60}]", None),
        ("[{name: 优, score: 很好}, {name: 差, score: <60}]", None),
        ("[{name: 优}, 差]", None),
        ("[]", None),
    ],
)
def test_grades_count_only_where_every_score_has_one(written: str, found: tuple[list[str], bool] | None) -> None:
    text = TEXT.split("appraisal:")[0] + f"appraisal: {{cycles: [{{cycle: monthly}}], grades: {written}}}\n"
    (department,) = load({"d/all.yaml": text}).departments
    known = scale(department, department.posts[1])
    assert (known and ([each.grade.name for each in known.grades], known.whole)) == found
    assert ("考核等级" in [sheet.name for sheet in made(text).sheets]) is (found is not None)


def test_two_schemes_with_grades_leave_the_grade_to_people() -> None:
    second = "appraisals: [{grades: [{name: 好, score: '≥60'}, {name: 坏, score: <60}]}]\n"
    both = load(
        {"d/all.yaml": TEXT, "d/b.yaml": second.replace("appraisals: [", "appraisal: ").replace("}]}]", "}]}")}
    ).departments[0]
    assert len(both.appraisals) == 2
    assert scale(both, both.posts[1]) is None


def test_one_cycle_needs_no_summary() -> None:
    text = TEXT.replace("quarterly", "monthly")
    assert [sheet.name for sheet in made(text).sheets] == ["月度", "考核等级"]
    assert opened(rendered(text), values=True)["月度"]["C10"].value == "合计 100%，无误"


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        (("60", "25", "15"), "本表 85%，各表合计 100%，无误"),
        (("60", "25", "10"), "本表 85%，各表合计 95%，应为 100%"),
        (("33.33", "33.33", "33.34"), "本表 66.66%，各表合计 100%，无误"),
    ],
)
def test_weights_are_checked(weights: tuple[str, ...], said: str) -> None:
    text = TEXT
    for old, new in zip(("weight: 60", "weight: 25", "weight: 15"), weights, strict=True):
        text = text.replace(old, f"weight: {new}")
    assert opened(rendered(text), values=True)["月度"]["C9"].value == said
    missing = text.replace(f"weight: {weights[2]}, ", "")
    assert opened(rendered(missing), values=True)["月度"]["C9"].value == "有指标没有写权重"


SCORES = {"月度": {"G5": 100, "H5": 90.5, "G6": 80, "H6": 80}, "季度": {"G5": 100, "H5": 100}}


@NEEDS_OFFICE
def test_an_office_comes_to_what_was_written(tmp_path: Path) -> None:
    data = rendered()
    written, found = opened(data, values=True), recalculated(filled(data, {}), tmp_path)
    formulas = opened(data)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    compared += 1
                    assert _same(found[sheet.title][cell.coordinate], written[sheet.title][cell.coordinate].value), (
                        cell.coordinate
                    )
    assert compared == 30


@NEEDS_OFFICE
def test_filled_in_scores_are_added_up_and_graded(tmp_path: Path) -> None:
    found = recalculated(filled(rendered(), SCORES), tmp_path)
    monthly, quarterly, summary = found["月度"], found["季度"], found["各周期汇总"]
    assert (monthly["I5"], monthly["I6"], monthly["C7"], monthly["G7"], monthly["I7"]) == (54.3, 20, 0.85, 80, 74.3)
    assert (monthly["C10"], monthly["G10"], monthly["G9"]) == (94.12, 87.41, "良")
    assert (quarterly["I5"], quarterly["G8"]) == (15, "优")
    assert [summary[place] for place in ("C6", "D6", "E6", "F4", "B8")] == [1, 95, 89.3, 87.41, "良"]


@NEEDS_OFFICE
def test_a_score_between_two_grades_is_rounded(tmp_path: Path) -> None:
    scores = {"月度": {"H5": 89.5, "H6": 89.5}, "季度": {"H5": 69.4}}
    found = recalculated(filled(rendered(), scores), tmp_path)
    assert (found["月度"]["G9"], found["季度"]["G8"]) == ("优", "差")


@NEEDS_OFFICE
def test_a_card_that_is_half_filled_in_has_no_grade_yet(tmp_path: Path) -> None:
    found = recalculated(filled(rendered(), {"月度": {"H5": 90}}), tmp_path)
    monthly = found["月度"]
    assert (monthly["I5"], monthly["I7"]) == (54, 54)
    assert [_blank(monthly[place]) for place in ("I6", "G9", "G10")] == [True] * 3
    assert _blank(found["各周期汇总"]["E4"])


def test_every_post_of_our_own_roles_has_whole_weights() -> None:
    checks = [
        row[2].value
        for department in loaded("roles").departments
        for book in books(department)
        for sheet in book.sheets
        for row in ([line.value for line in lines] for lines in sheet.below[:1])
        for row in ([None, None, *row],)
        if isinstance(row[2], Formula) and sheet.name not in ("各周期汇总", "考核等级")
    ]
    assert len(checks) > 40
    assert {str(check).rpartition("合计 ")[2] for check in checks} == {"100%，无误"}


def test_hostile_names_get_nowhere_near_a_formula() -> None:
    text = (
        TEXT.replace("name: 代表", "name: '=1+1\"&A1'")
        .replace("name: 优", "name: '\",1,\"'")
        .replace("name: 销售额", "name: '=cmd|x!A0'")
    )
    sheets = opened(rendered(text))
    usual = {cell.value for sheet in opened(rendered()) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
    assert {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"} == usual
    assert cells(sheets["考核等级"])[2][0] == '",1,"'


def _same(found: Any, written: Any) -> bool:
    return (_blank(found) and _blank(written)) or found == written or (isinstance(found, float) and abs(found - written) < 1e-9)


def _blank(value: Any) -> bool:
    return value in (None, "")
