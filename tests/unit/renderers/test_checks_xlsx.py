"""The workbook of a check: what stands in it, and that Excel takes all of it for text."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from salesduty.disk.packaged import templates
from salesduty.renderers.cells import LONGEST_CELL, LONGEST_NAME, cut
from salesduty.renderers.checks.xlsx import render
from salesduty.results.coverage import Chart, Checked, Holder, Part, Row
from salesduty.results.finding import ERROR, WARNING, Finding, Related, Report
from salesduty.results.place import FIRST, Span
from salesduty.results.wording import Text

NAMES = {"head": "销售总监", "rep": "销售代表", "clerk": "销售内勤"}
POSTS = tuple((f"sales/{post}", name, "") for post, name in NAMES.items())


def held(post: str, part: Part = "do", confidence: float = 0.8) -> Holder:
    return Holder(f"sales/{post}/d1", f"sales/{post}", NAMES[post], part, part, confidence, f"{NAMES[post]}的句子")


ROWS = (
    Row("sales", "area", "C31", "展会", False, "optional"),
    Row("sales", "step", "quote", "报价审批", True, "owned", (held("rep"), held("rep", "review"), held("head", "decide", 1)), "从线索到回款"),
    Row("sales", "function", "target", "目标分解", True, "owned", (held("head"), held("rep")), ladder=("总监 制定", "代表 完成")),
    Row("sales", "function", "collection", "货款回收", True, "gap"),
    Row("sales", "function", "bid", "投标", True, "supported-only", (held("clerk", "support"),)),
)  # fmt: skip
CHART = Chart("sales", "销售部", POSTS, ROWS)
FINDING = Finding(
    "OVL001", "twice", ERROR, Text("合同评审有两个岗位在做", ""), Text("写明各管什么。", ""), "rep.yaml", Span(4, 7, 4, 13),
    "sales/rep/contract", "    - 审核销售合同", (Related("clerk.yaml", Span(5, 1, 5, 9), "sales/clerk/contract", Text("内勤：“评审合同”", "")),),
)  # fmt: skip
CHECKED = Checked(Report((FINDING,), 1, 3, 4), (CHART,))


def opened(checked: Checked = CHECKED) -> Any:
    return load_workbook(BytesIO(render(checked, templates())))


def cells(sheet: Any) -> list[list[object]]:
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def test_the_coverage() -> None:
    sheet = opened()["职责覆盖"]

    assert cells(sheet) == [
        ["类别", "流程", "事项", "要求", "状态", "决定", "执行", "审核", "协助", "知会", "层级", "依据"],
        ["部门职能", "", "目标分解", "要求", "有人负责", "", "销售总监\n销售代表", "", "", "", "总监 制定 → 代表 完成",
         "销售总监 执行（推断，把握 80%）：销售总监的句子\n销售代表 执行（推断，把握 80%）：销售代表的句子"],
        ["部门职能", "", "货款回收", "要求", "空白", "", "", "", "", "", "", ""],
        ["部门职能", "", "投标", "要求", "只有协助", "", "", "", "销售内勤", "", "", "销售内勤 协助（推断，把握 80%）：销售内勤的句子"],
        ["流程", "从线索到回款", "报价审批", "要求", "有人负责", "销售总监", "销售代表", "销售代表", "", "", "",
         "销售代表 执行（推断，把握 80%）：销售代表的句子\n销售代表 审核（推断，把握 80%）：销售代表的句子\n销售总监 决定（写明）：销售总监的句子"],
        ["职责领域", "", "展会", "", "未要求", "", "", "", "", "", "", ""],
    ]  # fmt: skip
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("D2", "A1:L6", "$1:$1")
    assert sheet["L2"].alignment.wrap_text
    assert sheet.column_dimensions["L"].width > 40
    assert sheet["C3"].fill.start_color.rgb != sheet["C2"].fill.start_color.rgb


def test_the_matrix() -> None:
    sheet = opened()["RACI"]

    assert cells(sheet) == [
        ["A 决定并负责　R 执行　C 审核　S 协助　I 知会", "", "", "", "", ""],
        ["类别", "事项", "状态", "销售总监", "销售代表", "销售内勤"],
        ["部门职能", "目标分解", "有人负责", "R", "R", ""],
        ["部门职能", "货款回收", "空白", "", "", ""],
        ["部门职能", "投标", "只有协助", "", "", "S"],
        ["流程：从线索到回款", "报价审批", "有人负责", "A", "R/C", ""],
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_cols) == ("D3", "A2:F6", "$A:$C")


def test_the_findings() -> None:
    sheet = opened()["问题"]

    assert cells(sheet) == [
        ["级别", "说明", "相关原文", "怎么做", "位置", "规则", "地址"],
        [
            "错误",
            "合同评审有两个岗位在做",
            "审核销售合同\n内勤：“评审合同”",
            "写明各管什么。",
            "rep.yaml:4\nclerk.yaml:5",
            "OVL001",
            "sales/rep/contract",
        ],
    ]
    assert opened(Checked(Report(()))).sheetnames == ["问题"]


HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+cmd",
    "@x",
    "-1",
    "12",
    "007",
    "TRUE",
    "http://example.com",
    "mailto:a@b.c",
    "internal:A1",
    "{=1}",
    "<r><t>x</t></r>",
    "<r></r>",
    "_x0041_",
    "&<>\"'",
    "  blank  ",
    "😀",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_everything_is_text(text: str) -> None:
    book = opened(_filled_with(text))

    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")  # an empty field counts as a number
                assert cell.data_type == "s" or cell.value is None
                assert cell.hyperlink is None
    # What is set between <r> and </r> would be markup, so a blank stands before it; what CSV would run follows an apostrophe.
    shown = f" {text}" if text.startswith("<r>") else f"'{text}" if text.startswith("=") else text.strip()
    assert book.worksheets[0]["C2"].value.strip() == shown.strip()
    assert book.worksheets[1]["D2"].value.strip() == shown.strip()
    assert book.worksheets[2]["B2"].value.strip() == shown.strip()


def test_no_part_of_the_file_holds_a_formula_or_a_link() -> None:
    for text in HOSTILE:
        with ZipFile(BytesIO(render(_filled_with(text), templates()))) as archive:
            for name in archive.namelist():
                part = archive.read(name).decode("utf-8")
                assert "<f>" not in part
                assert "hyperlink" not in part


@pytest.mark.parametrize("text", ["a\x1b[31m\x9b\u202e\x00b", "\ud800", "\ufffe", "x\r\ny\tz"])
def test_what_cannot_be_seen_is_written_out(text: str) -> None:
    seen = [str(cell.value) for sheet in opened(_filled_with(text)) for row in sheet.iter_rows() for cell in row if cell.value]

    assert not [value for value in seen if set(value) & set("\x1b\x9b\u202e\x00\ud800\ufffe\r\t")]


def _filled_with(text: str) -> Checked:
    holder = Holder(text, text, text, "do", text, 0.5, text, text)
    row = Row(text, "step", text, text, True, "owned", (holder,), text, (text,), (text,), text)
    said = Text(text, text)
    finding = Finding(text, "x", WARNING, said, said, text, Span(1, 1, 1, 4), text, text, (Related(text, FIRST, text, said),))
    return Checked(Report((finding,), 1, 1, 1), (Chart(text, text, ((text, text, text),), (row,)),))


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("销售部", "销售部 职责覆盖"),
        ("a[b]:c*d?e/f\\g", "a_b__c_d_e_f_g 职责覆盖"),
        ("'引号'", "引号 职责覆盖"),
        ("", "职责覆盖"),
        ("\x1b", "_x1b 职责覆盖"),
        ("长" * 40, "长" * (LONGEST_NAME - 5) + " 职责覆盖"),
        ("😀" * 40, "😀" * 13 + " 职责覆盖"),
        ("History", "History 职责覆盖"),
    ],
)
def test_sheets_have_names_that_excel_takes(name: str, sheet: str) -> None:
    names = opened(Checked(Report(()), (replace(CHART, name=name), replace(CHART, name="另一部")))).sheetnames

    assert names[0] == sheet
    assert all(len(each.encode("utf-16-le")) <= 2 * LONGEST_NAME for each in names)


def test_no_two_sheets_have_the_same_name() -> None:
    charts = tuple(replace(CHART, name=name) for name in ("Sales" * 9, "sales" * 9, "Sales" * 10, "", "", "问题"))

    names = opened(Checked(Report(()), charts)).sheetnames

    assert len({name.casefold() for name in names}) == len(names) == 13
    assert names[-1] == "问题"


def test_departments_of_the_same_name_are_told_apart() -> None:
    assert opened(Checked(Report(()), (CHART, replace(CHART, department="b")))).sheetnames == [
        "销售部 sales 职责覆盖",
        "销售部 sales RACI",
        "销售部 b 职责覆盖",
        "销售部 b RACI",
        "问题",
    ]


def test_a_cell_holds_no_more_than_excel_takes() -> None:
    value = opened(_filled_with("长" * 40_000)).worksheets[2]["B2"].value

    assert value == "长" * LONGEST_CELL
    assert cut("😀😀", 3) == "😀"
    assert cut("abc", 3) == "abc"


@pytest.mark.parametrize("count", [0, 1, 40, 60])
def test_any_number_of_posts_has_room(count: int) -> None:
    posts = tuple((f"sales/p{number}", f"岗位{number}" if number % 2 else "很长的岗位名称 " * 40, "") for number in range(count))
    holders = tuple(Holder("x", address, name, "decide", "decide", 1) for address, name, _ in posts)
    row = Row("sales", "function", "f", "职能", True, "owned" if count else "gap", holders)

    sheet = opened(Checked(Report(()), (Chart("sales", "销售部", posts, (row,)),)))["RACI"]

    assert [cell.value for cell in sheet[3]] == ["部门职能", "职能", "有人负责" if count else "空白", *["A"] * count]
    assert all((dimension.height or 0) <= 409 for dimension in sheet.row_dimensions.values())


def test_the_same_check_gives_the_same_bytes() -> None:
    assert render(CHECKED, templates()) == render(CHECKED, templates())
    with ZipFile(BytesIO(render(CHECKED, templates()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").decode().count("2000-01-01T00:00:00Z") == 2


def test_the_library_is_loaded_only_when_it_is_asked_for() -> None:
    code = "import sys, salesduty.renderers.checks; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
