"""Pages of departments: what is found on them, what stands beside what, and what leads where."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from opened import html
from opened.workspaces import ROLES, SETTINGS
from salesduty.disk.packaged import stationery
from salesduty.renderers.site import page as renderer
from salesduty.results.finding import INFO, WARNING
from salesduty.results.paper import Detail, Matrix, MatrixRow
from salesduty.results.site import Entry
from salesduty.toolkit.load import load
from salesduty.toolkit.render import render
from salesduty.toolkit.site import pages

TEXTS = {
    "a/department.yaml": "department: {id: a, name: 甲部, version: '1', effective: 2026-01-01, approved_by: 长,\n"
    "  functions: [{id: f, name: 回款, text: 收回货款, duties: [每月对账]}]}\n"
    "posts:\n"
    "  - {id: x, name: 主任, headcount: 1, authorities: [{id: sign, text: 签批}], duties: [{id: plan, title: 计划, text: 每月 5 日前编制计划, duties: [分解]}]}\n"
    "  - {id: y, name: 干事, headcount: 3, reports_to: x, duties: [办], kpis: [{id: k, name: 及时率, weight: 100}]}\n"
    "process: {id: p, name: 订单, steps: [{id: take, name: 接单, text: 登记, accountable: x}]}\n"
    "kpi: {id: rate, name: 回款率, definition: 已回款 ÷ 应回款}\n",
    "b/department.yaml": "department: {id: b, name: 乙部}\npost: {name: 主任, duties: [管]}\n",
}


def test_everything_with_an_address_can_be_found() -> None:
    first = next(iter(pages(load(TEXTS), SETTINGS)))
    assert [entry for entry in first.entries if entry.kind != "章节"] == [
        Entry("职能", "回款", "收回货款", "部门职能", "a/functions/f"),
        Entry("职能", "", "每月对账", "部门职能", "a/functions/f/#1"),
        Entry("岗位", "主任", "", "", "a/x"),
        Entry("职责", "计划", "每月 5 日前编制计划", "主任", "a/x/plan"),
        Entry("职责", "", "分解", "主任", "a/x/plan/#1"),
        Entry("权限", "签批", "", "主任", "a/x/authorities/sign"),
        Entry("岗位", "干事", "", "", "a/y"),
        Entry("职责", "", "办", "干事", "a/y/#1"),
        Entry("指标", "及时率", "100%", "干事", "a/y/kpis/k"),
        Entry("流程", "订单", "", "", "a/processes/p"),
        Entry("环节", "接单", "登记 决定：主任", "订单", "a/processes/p/take"),
        Entry("指标", "回款率", "已回款 ÷ 应回款", "绩效指标定义", "a/kpis/rate"),
    ]
    assert first.figures == (("个岗位", 2), ("人（编制）", 4), ("条职责", 3), ("个流程", 1))


def test_what_lint_and_check_find_stands_where_it_belongs() -> None:
    first, second = pages(load(TEXTS), SETTINGS)
    places = {note.rule.split()[0]: anchors for note, anchors in first.notes}
    assert all(anchor.startswith("a/") for anchors in places.values() for anchor in anchors)
    assert {"a/y/kpis/k"} <= {anchor for anchors in places.values() for anchor in anchors}
    assert all(note.place.startswith("a/department.yaml:") for note, _ in first.notes)
    assert all(note.place.startswith("b/department.yaml:") for note, _ in second.notes)
    assert {note.severity for note, _ in first.notes} >= {WARNING}
    said = Counter((note.rule, note.message, note.place) for note, _ in first.notes)
    assert set(said.values()) == {1}
    assert [note.severity for note, _ in first.notes] == sorted((note.severity for note, _ in first.notes), reverse=True)


def test_an_overlap_stands_at_each_of_its_sides() -> None:
    (page,) = pages(load(ROLES / "solution"), SETTINGS)
    (note,) = (anchors for note, anchors in page.notes if note.message.startswith("“合同评审与审批·合同审批”"))
    assert note == (
        "solution/east-manager/contract-approval",
        "solution/sales-manager/contract-approval",
        "solution/south-manager/contract-approval",
    )


def test_one_department_needs_no_index_and_several_have_one() -> None:
    (alone,) = render({"a/department.yaml": TEXTS["a/department.yaml"]}, format="html", settings=SETTINGS, despite_errors=True)
    assert "index.html" not in alone.data.decode()
    done = render(TEXTS, format="html", settings=SETTINGS, despite_errors=True)
    assert [each.name for each in done] == ["a/甲部岗位责任制.html", "b/乙部岗位责任制.html", "index.html"]
    home = [tag.attributes["href"] for tag in html.opened(done[0].data).tags if tag.attributes.get("class") == "home"]
    assert home == ["../index.html"]
    index = html.opened(done[2].data)
    links = {tag.attributes["href"] for tag in index.tags if tag.name == "a"}
    first = "a/%E7%94%B2%E9%83%A8%E5%B2%97%E4%BD%8D%E8%B4%A3%E4%BB%BB%E5%88%B6.html"
    assert {first, f"{first}#a/x"} < links
    (data,) = (tag for tag in index.tags if tag.attributes.get("id") == "entries")
    found = json.loads(str(data.children[0]))
    assert (found[0][0], found[0][1]) == (first, "甲部")
    assert ["职责", "计划", "每月 5 日前编制计划", "主任", "a/x/plan"] in found[0][2]


@pytest.mark.parametrize("number", range(6))
def test_a_page_is_sound_and_every_link_leads_somewhere(number: int) -> None:
    page = list(pages(load(ROLES), SETTINGS))[number]
    opened = html.opened(renderer.render(page, stationery()))
    assert (opened.complaints, opened.comments) == ((), ())
    assert [anchor for anchor, count in Counter(opened.ids).items() if count > 1] == []
    assert [target for target in opened.targets if target.removeprefix("#") not in opened.ids] == []
    assert not [name for tag in opened.tags for name in tag.attributes if name == "style" or name.startswith("on")]
    assert renderer.render(page, stationery()) == renderer.render(page, stationery())
    controls = [
        tag.attributes[name]
        for tag in opened.tags
        for name in ("for", "aria-controls", "aria-labelledby")
        if name in tag.attributes
    ]
    assert {each for control in controls for each in control.split()} <= {*opened.ids}


def test_all_that_the_handbook_says_is_on_the_page() -> None:
    for page in pages(load(ROLES), SETTINGS):
        said = "\n".join(html.opened(renderer.render(page, stationery())).lines)
        for entry in page.entries:
            assert entry.title in said


def test_a_matrix_of_many_posts_names_them_row_by_row() -> None:
    (page,) = pages(load({"a/department.yaml": TEXTS["a/department.yaml"]}), SETTINGS)
    columns = (("主任", "a/x"), *((f"岗 {number}", "") for number in range(60)))
    signs = ("A", *[""] * 59, "R*")
    matrix = Matrix(
        "事项",
        columns,
        (MatrixRow("部门职能", "回款", signs, "a/functions/f"), MatrixRow("", "空着", ("",) * 61)),
        (Detail("A", "决定"),),
    )
    opened = html.opened(renderer.render(replace(page, matrix=matrix, open=frozenset()), stationery()))
    (table,) = (tag for tag in opened.tags if tag.attributes.get("id") == "matrix")
    rows = [tag for tag in table.walk() if "data-posts" in tag.attributes]
    assert [(row.attributes["data-posts"], " ".join(row.text.split())) for row in rows] == [
        ("0 60", "回款 主任 A 岗 59 R*"),
        ("", "空着"),
    ]
    assert [row.attributes.get("class", "") for row in rows] == ["", "open"]


def test_a_finding_of_a_page_without_any_is_not_made_up() -> None:
    page = next(iter(pages(load(TEXTS), SETTINGS)))
    opened = html.opened(renderer.render(replace(page, notes=()), stationery()))
    assert "findings" not in opened.ids
    assert not [tag for tag in opened.tags if tag.attributes.get("id") == "show-findings"]
    assert page.counts[INFO] + page.counts[WARNING] > 0
