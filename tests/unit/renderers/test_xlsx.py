"""Workbooks: what stands in them, how they behave and print, and that nothing in them runs but our own formulas."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from opened.sheets import NEEDS_OFFICE, cells, opened, recalculated
from salesduty.disk.packaged import stationery
from salesduty.renderers import xlsx
from salesduty.renderers.cells import LONGEST_CELL, LONGEST_NAME, SheetNames, inert, units
from salesduty.results.book import Book, Formula, Highlight, Line, Sheet, SheetColumn, first_row, letters
from salesduty.results.stationery import Stationery
from salesduty.results.theme import Theme

COLUMNS = (
    SheetColumn("序号", 6, "mark"),
    SheetColumn("指标", 20),
    SheetColumn("权重", 8, "percent"),
    SheetColumn("评分", 8, "entry", least=0, most=120),
    SheetColumn("字母", 8, "mark", choices=("A", "R"), strict=False),
    SheetColumn("地址", 30, hidden=True),
)
SHEET = Sheet(
    name="每月",
    title="考核表",
    columns=COLUMNS,
    rows=((1, "销售额\n含税", 0.6, None, "A", "d/p/kpis/a"), (2, "回款率", 0.4, 90, None, "d/p/kpis/b")),
    above=((Line("部门：", "销售部", span=2), Line("姓名：", at=3, entry=True)),),
    below=((Line("", "说明", span=5),),),
    totals=(("", "合计", Formula("=SUM(C4:C5)", 1.0), None, None, None),),
    highlights=(Highlight('=$E4=""', "alarm", 0, 1),),
    frozen=2,
)
BOOK = Book("scorecard", "d", "考核表", "考核表", "示例公司", (SHEET,), post="代表", version="2", source="5f3a")


def rendered(book: Book = BOOK, theme: Theme | None = None) -> bytes:
    built_in = stationery()
    return xlsx.render(book, built_in if theme is None else Stationery(built_in.templates, theme))


def of(sheet: Sheet) -> Any:
    return opened(rendered(replace(BOOK, sheets=(sheet,)))).worksheets[0]


def test_what_stands_in_it() -> None:
    assert cells(opened(rendered())["每月"]) == [
        ["考核表", None, None, None, None, None],
        ["部门：", "销售部", None, "姓名：", None, None],
        ["序号", "指标", "权重", "评分", "字母", "地址"],
        [1, "销售额\n含税", 0.6, None, "A", "d/p/kpis/a"],
        [2, "回款率", 0.4, 90, None, "d/p/kpis/b"],
        [None, "合计", "=SUM(C4:C5)", None, None, None],
        [None] * 6,
        ["说明", None, None, None, None, None],
    ]
    assert opened(rendered(), values=True)["每月"]["C6"].value == 1.0
    assert (first_row(1), [letters(number) for number in (0, 25, 26, 701, 702)]) == (4, ["A", "Z", "AA", "ZZ", "AAA"])


def test_what_stays_in_view_and_can_be_filtered() -> None:
    sheet = of(SHEET)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C4", "A3:F5")
    assert of(replace(SHEET, filtered=False)).auto_filter.ref is None
    assert [column for column, shape in sheet.column_dimensions.items() if shape.hidden] == ["F"]
    assert sheet["B4"].alignment.wrap_text
    assert sheet.row_dimensions[4].height > 30


def test_how_it_is_printed() -> None:
    sheet = of(replace(SHEET, pages=2))
    assert (sheet.print_area, sheet.print_title_rows, sheet.print_title_cols) == ("'每月'!$A$1:$E$8", "$3:$3", "$A:$B")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == ("landscape", 2, 0)
    assert sheet.page_setup.paperSize == 9
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert (sheet.oddFooter.left.text.strip(), sheet.oddFooter.right.text.strip()) == ("考核表", "版本 2")
    assert of(replace(SHEET, landscape=False)).page_setup.orientation == "portrait"


def test_what_may_be_typed() -> None:
    validations = {str(each.sqref): each for each in of(SHEET).data_validations.dataValidation}
    assert set(validations) == {"D4:D5", "E4:E5"}
    score, letter = validations["D4:D5"], validations["E4:E5"]
    assert (score.type, score.operator, score.formula1, score.formula2) == ("decimal", None, "0", "120")
    assert (score.promptTitle, score.prompt) == ("评分", "请填 0 到 120 的数字，可以有小数。")
    assert (score.error, score.errorStyle) == ("只能填 0 到 120 的数字，请改正。", None)
    assert (letter.type, letter.formula1, letter.errorStyle) == ("list", '"A,R"', "warning")
    long = replace(SHEET, columns=(*COLUMNS[:4], replace(COLUMNS[4], choices=("长" * 200, "短" * 100)), COLUMNS[5]))
    assert "E4:E5" not in {str(each.sqref) for each in of(long).data_validations.dataValidation}


def test_only_entries_can_be_changed_in_a_protected_sheet() -> None:
    sheet = of(replace(SHEET, protected=True))
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert {place: sheet[place].protection.locked for place in ("D4", "E2", "B4", "C6")} == {
        "D4": False,
        "E2": False,
        "B4": True,
        "C6": True,
    }
    assert sheet["D4"].fill.start_color.rgb != sheet["B4"].fill.start_color.rgb
    assert not of(SHEET).protection.sheet


def test_numbers_and_what_stands_out() -> None:
    sheet = of(SHEET)
    assert (sheet["C4"].number_format, sheet["C6"].number_format) == ("0%", "0%")
    third = replace(SHEET, rows=((1, "x", 0.3333, None, None, "a"),), totals=())
    assert of(third)["C4"].number_format == "0.0#%"
    (rule,) = [rule for each in sheet.conditional_formatting for rule in each.rules]
    assert (rule.type, rule.formula) == ("expression", ['$E4=""'])


def test_what_the_file_says_of_itself() -> None:
    book = opened(rendered())
    said = book.properties
    assert (said.title, said.subject, said.keywords) == ("考核表", "代表", "scorecard")
    assert [(each.name, each.value) for each in book.custom_doc_props.props] == [("source", "5f3a")]
    assert opened(rendered(replace(BOOK, source=""))).custom_doc_props.props == []
    with ZipFile(BytesIO(rendered())) as archive:
        assert "示例公司" in archive.read("docProps/app.xml").decode()


def test_it_looks_like_the_theme() -> None:
    sheet = opened(rendered(theme=Theme(heading_font="等线", text_font="微软雅黑", accent="112233", shade="445566")))["每月"]
    assert (sheet["A1"].font.name, sheet["A1"].font.color.rgb) == ("等线", "FF112233")
    assert (sheet["A3"].font.name, sheet["A3"].fill.start_color.rgb) == ("等线", "FF445566")
    assert sheet["B4"].font.name == "微软雅黑"


HOSTILE = {
    '=HYPERLINK("http://x","y")': '\'=HYPERLINK("http://x","y")',
    "=1+1": "'=1+1",
    "'=1+1": "''=1+1",
    " =1+1": "' =1+1",
    "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0",
    "-2+3+cmd|'x'!A0": "'-2+3+cmd|'x'!A0",
    "@SUM(1)": "'@SUM(1)",
    "\t=1": "' =1",
    "\r=1": "\\x0d=1",
    "+cmd": "+cmd",
    "-5 分": "-5 分",
    "@全员": "@全员",
    "\x1b[31m红\u202e\x00\ud800": "\\x1b[31m红\\u202e\\x00\\ud800",
    "http://example.com": "http://example.com",
    "internal:A1": "internal:A1",
    "{=1}": "{=1}",
    "<r><t>x</t></r>": " <r><t>x</t></r>",
    "12": "12",
    "TRUE": "TRUE",
    "😀": "😀",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_stays_a_text(text: str) -> None:
    sheet = replace(
        SHEET,
        name=text,
        title=text,
        columns=(replace(COLUMNS[0], title=text), *COLUMNS[1:]),
        rows=((text, text, text, text, text, text),),
        above=((Line(text, text, span=2), Line("", text, at=3, entry=True)),),
        below=((Line(text, text, span=4),),),
        totals=((text,) * 6,),
        highlights=(),
    )
    data = rendered(replace(BOOK, title=text, company=text, post=text, version=text, sheets=(sheet,)))
    page = opened(data).worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert [page[place].value for place in ("A1", "A2", "A3", "A4", "D2", "F4", "A5")] == [HOSTILE[text]] * 7
    with ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    assert not [part for part in parts if "<f>" in part or "<hyperlink" in part]


def test_an_apostrophe_can_be_taken_away_again() -> None:
    for text in ("=1+1", "'=1+1", "''=1", "@SUM(1)", "-1(2)"):
        assert inert(text).removeprefix("'") == text
    assert inert("'别动") == "'别动"


def test_a_text_too_long_for_a_cell_goes_on_elsewhere() -> None:
    text = "长😀" * 20_000
    book = opened(rendered(replace(BOOK, sheets=(replace(SHEET, rows=((1, text, None, None, None, "a"),), totals=()),))))
    assert book.sheetnames == ["每月", "长文本"]
    first = book["每月"]["B4"].value
    rest = [row[:3] for row in cells(book["长文本"])[2:]]
    assert [row[:2] for row in rest] == [["每月!B4", 2]]
    shown, mark, told = first.partition("……")
    assert mark + told == "……（未完，下文见“长文本”表，共 2 段）"
    assert shown + rest[0][2] == text
    assert max(map(units, (first, rest[0][2]))) <= LONGEST_CELL


def test_names_of_sheets_are_legal_and_each_its_own() -> None:
    names = SheetNames(("长文本",))
    given = ["History", "a/b", "甲" * 40, "甲" * 40, "'引'", "", "", "长文本", "A/B", "[x]:*?\\", "\x1b", "😀" * 20]
    found = [names.named(each) for each in given]
    assert found == [
        "History 2", "a_b", "甲" * 31, "甲" * 29 + " 2", "引", "表", "表 2", "长文本 2", "A_B 2", "_x_____", "_x1b", "😀" * 15,
    ]  # fmt: skip
    assert all(0 < units(each) <= LONGEST_NAME for each in found)
    sheets = tuple(replace(SHEET, name=each) for each in given)
    assert opened(rendered(replace(BOOK, sheets=sheets))).sheetnames == found


def test_the_same_book_gives_the_same_bytes() -> None:
    assert rendered() == rendered()
    program = "import sys; sys.path[:0] = ['tests', 'tests/unit/renderers']; import hashlib, test_xlsx; print(hashlib.sha256(test_xlsx.rendered()).hexdigest())"
    other = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "TZ": zone}
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]
    assert other[0] == other[1] != ""


def test_a_huge_sheet_is_written_past_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = cells(opened(rendered())["每月"])
    monkeypatch.setattr(xlsx, "_MANY_CELLS", 1)
    assert cells(opened(rendered())["每月"]) == usual
    assert rendered() == rendered()


def test_a_sheet_without_rows() -> None:
    sheet = of(replace(SHEET, rows=(), totals=(), highlights=()))
    assert (sheet.auto_filter.ref, sheet.data_validations.count) == (None, 0)


@NEEDS_OFFICE
def test_an_office_reads_and_computes_it(tmp_path: Any) -> None:
    found = recalculated(rendered(), tmp_path)["每月"]
    assert (found["B4"], found["C6"], found["D5"]) == ("销售额\n含税", 1, 90)
