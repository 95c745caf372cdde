"""The page for somebody new."""

from __future__ import annotations

import re

import pytest

from opened.workspaces import department, departments
from salesduty.results.paper import Field, Form, Paper, Paragraph
from salesduty.toolkit.load import load
from salesduty.views.fitting import NARROW, WIDE, height
from salesduty.views.onboarding import clause, papers

TEXT = """\
department: {id: d, name: 部, company: 公司, systems: [{id: crm, name: 客户系统}]}
posts:
  - {id: a, name: 长, reports_to: 总经理, deputy: b, authorities: [{text: 打折, limit: "<500"}, {text: 500 元以下（不含）退货, limit: "<500"}]}
  - {id: b, name: 员, reports_to: a, appraised_by: 人事部, headcount: 3, deputy: b, purpose: 把货卖掉,
     duties: [{text: 卖, outputs: 单, to: a, systems: [crm]}, {title: 收款, duties: [收现金，不收欠条, 开收据]}],
     kpis: [{name: 销量, weight: 60, target: "10", unit: 台, cycle: monthly}, {name: 态度, target: 好, unit: 分}]}
  - {id: c, name: 新, status: proposed}
"""


def pages(text: str = TEXT) -> tuple[Paper, ...]:
    (found,) = load({"a.yaml": text}).departments
    return tuple(papers(found))


def rows(paper: Paper) -> dict[str, tuple[str, ...]]:
    welcome, page = paper.blocks
    assert isinstance(welcome, Paragraph)
    assert isinstance(page, Form)
    return {field.label: field.lines for row in page.rows for field in row}


def test_a_page_for_each_post_that_exists() -> None:
    assert [(paper.name, paper.post, paper.document) for paper in pages()] == [
        ("长上岗一页纸", "长", "onboarding"),
        ("员上岗一页纸", "员", "onboarding"),
    ]


def test_what_is_on_it() -> None:
    chief, clerk = pages()
    assert rows(clerk) == {
        "你的部门": ("部",),
        "你的上级": ("长",),
        "谁考核你": ("人事部",),
        "你不在时": ("另一位员代你",),
        "你替谁": ("长",),
        "岗位目的": ("把货卖掉",),
        "你管这些事": ("1. 卖", "2. 收款：收现金，不收欠条；开收据"),
        "你交给谁": ("长：单",),
        "考核看什么": ("销量：占 60%，目标 10 台，每月", "态度：目标 好"),
        "常用系统": ("客户系统",),
        "想看全文": ("每项职责和权限的全文，都在《员岗位说明书》里。",),
    }
    assert rows(chief) == {
        "你的部门": ("部",),
        "你的上级": ("总经理",),
        "你不在时": ("员代你",),
        "你带的人": ("员（3 人）",),
        "谁交给你": ("员：单",),
        "你能决定": ("打折（500 元以下（不含））", "500 元以下（不含）退货"),
        "想看全文": ("每项职责和权限的全文，都在《长岗位说明书》里。",),
    }


def test_a_post_of_which_little_is_known() -> None:
    (page,) = pages("department: {id: d, name: 部}\npost: {id: a, name: 长}\n")
    assert rows(page) == {"你的部门": ("部",), "想看全文": ("每项职责和权限的全文，都在《长岗位说明书》里。",)}


@pytest.mark.parametrize("count", [1, 20, 40, 100, 1000])
def test_however_many_duties_there_are_the_page_holds_and_says_how_many_are_left_out(count: int) -> None:
    duties = ", ".join(f"每天清点第 {number} 号货架上的所有货物并记录" for number in range(1, count + 1))
    (page,) = pages(f"department: {{id: d, name: 部}}\npost: {{id: a, name: 长, duties: [{duties}]}}\n")
    told = "".join(rows(page)["你管这些事"])
    more = re.search(r"另有 (\d+) 项，见《长岗位说明书》", told)
    assert told.count("号货架") + (int(more[1]) if more else 0) == count
    assert tall(page) <= 30


@pytest.mark.parametrize(("name", "number"), departments())
def test_every_page_of_every_department_holds(name: str, number: int) -> None:
    assert [paper.name for paper in papers(department(name, number)) if tall(paper) > 30] == []


def test_a_page_on_which_everything_is_too_much_holds() -> None:
    many = "、".join(f"岗位{number}" for number in range(600))
    names = ", ".join(f"外部{number}" for number in range(60))
    kpis = ", ".join(f"{{name: 第 {number} 个很长很长的指标名称, weight: 1, target: 很高很高}}" for number in range(100))
    powers = ", ".join(f"第 {number} 类事项全部由本岗位自行决定" for number in range(60))
    duties = f"[{{text: 报, outputs: [单, 表, 函], to: [{names}]}}, {{text: 收, outputs: 单, to: [{names}]}}]"
    below = "".join(f", {{name: 组员{number}, reports_to: a}}" for number in range(200))
    page, *_ = pages(
        f"department: {{id: d, name: 部}}\nposts: [{{id: a, name: 长, purpose: {many}, duties: {duties}, kpis: [{kpis}], authorities: [{powers}]}}{below}]\n"
    )
    assert tall(page) <= 30
    assert "另有" in rows(page)["考核看什么"][0]


def test_what_is_in_several_lines_is_told_in_one() -> None:
    (page,) = pages('department: {id: d, name: 部}\npost: {id: a, name: 长, duties: ["一\\n二"]}\n')
    assert rows(page)["你管这些事"] == ("1. 一 二",)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("卖货", "卖货"),
        ("每月末，核对一次合同履行进度，提醒代表", "每月末，核对一次合同履行进度"),
        ("合同归档后四小时内录入订单，交另一名助理复核", "合同归档后四小时内录入订单"),
        ("价格在 1,000 元以上的报价单都要复核", "价格在 1,000 元以上的报价单都要复核"),
        ("长" * 40, "长" * 28 + "…"),
    ],
)
def test_a_duty_in_short(text: str, short: str) -> None:
    assert clause(text) == short


def tall(paper: Paper) -> int:
    """How many printed lines the form of a page takes."""
    page = paper.blocks[-1]
    assert isinstance(page, Form)
    return sum(max(_height(field) for field in row) for row in page.rows)


def _height(field: Field) -> int:
    return height(field.lines, WIDE if field.span > 1 else NARROW)
