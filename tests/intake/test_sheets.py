"""Spreadsheets and tables as text: what a person sees in each cell, and where the cell stands."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from intake.accounted import assert_nothing_lost
from salesduty.intake.manuscript import Aside, Cell, Line, Unreadable
from salesduty.intake.readers import delimited, sheets
from salesduty.intake.sheets import workbook
from salesduty.intake.sheets.shown import shown
from salesduty.intake.sniff import sniff


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_form() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "经理"
    sheet["A1"] = "岗位说明书"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:C1")
    sheet["A3"], sheet["B3"] = "权重", 0.3
    sheet["B3"].number_format = "0%"
    sheet["A4"], sheet["B4"] = "职责", "1、回访\n\n2、开发"
    sheet.merge_cells("A4:A5")
    data = saved(book)
    assert sniff(data, "a.csv") == "xlsx"
    assert sheets.read(data).lines == (
        Line("岗位说明书", 1, "经理!A1", strong=True, cell=Cell(0, 0, 0, 1, 3)),
        Line("权重", 3, "经理!A3", blank=True, cell=Cell(0, 2, 0)),
        Line("30%", 3, "经理!B3", cell=Cell(0, 2, 1)),
        Line("职责", 4, "经理!A4", cell=Cell(0, 3, 0, 2, 1)),
        Line("1、回访", 4, "经理!B4", cell=Cell(0, 3, 1)),
        Line("2、开发", 4, "经理!B4", cell=Cell(0, 3, 1)),
    )


def test_hidden_sheets_comments_and_footers_are_put_aside() -> None:
    book = Workbook()
    book.active.title = "甲"
    book.active["A1"], book.active["A2"] = "经理", True
    book.active["A1"].comment = Comment("问人事", "人事")
    book.active.oddFooter.center.text = "第 &P 页"
    book.active.row_dimensions[2].hidden = True
    hidden = book.create_sheet("字典")
    hidden["B2"], hidden.sheet_state = "选项", "hidden"
    book.create_sheet("乙")["A1"] = date(2024, 1, 5)
    found = sheets.read(saved(book))
    assert [(line.text, line.part, line.cell and line.cell.table) for line in found.lines] == [
        ("经理", "甲", 0), ("TRUE", "甲", 0), ("2024-01-05", "乙", 1),
    ]  # fmt: skip
    assert found.aside == (
        Aside("第   页", 1, "page", "甲"),
        Aside("问人事", 1, "comment", "甲"),
        Aside("选项", 2, "hidden", "字典!B2"),
    )
    assert found.notes == (("hidden-cells", "甲"), ("hidden-sheet", "字典"))


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("0.3", "0%", "30%"),
        ("0.285", "0.0%", "28.5%"),
        ("0.30000000000000004", "General", "0.3"),
        ("5", "", "5"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("1234567", "#,##0,", "1,235"),
        ("3", '0"名"', "3名"),
        ("-5", '0"分";[Red]-0"分"', "-5分"),
        ("0", '0;-0;"无"', "无"),
        ("5", "¥0.00", "¥5.00"),
        ("5", "[$¥-804]#,##0", "¥5"),
        ("7", "000", "007"),
        ("1.5", "0.0#", "1.5"),
        ("45292", "yyyy-mm-dd", "2024-01-01"),
        ("45292", 'yyyy"年"m"月"d"日";@', "2024年1月1日"),
        ("45292.75", "yyyy/m/d h:mm", "2024/1/1 18:00"),
        ("0.35", "hh:mm:ss", "08:24:00"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("1e400", "0", "1e400"),
        ("甲", "0%", "甲"),
        ("12", "@", "12"),
        ("0.5", "# ?/?", "0.5"),
    ],
)
def test_numbers_are_what_a_person_sees(value: str, code: str, expected: str) -> None:
    assert shown(value, code) == expected


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(alphabet='0#.,%yMdhs";@-_[]\\ E+?/', max_size=12))
def test_any_format_shows_something(value: float, code: str) -> None:
    assert isinstance(shown(repr(value), code), str)


def test_what_a_workbook_claims_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 3)
    book = Workbook()
    for row in range(4):
        book.active.append([row])
    with pytest.raises(Unreadable, match="too-long"):
        sheets.read(saved(book))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_broken_parts_are_told(part: str) -> None:
    whole, stream = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(whole) as book:
        book.add_worksheet().write("A1", "经理")
    assert [line.text for line in sheets.read(whole.getvalue()).lines] == ["经理"]
    before = ZipFile(whole)
    with ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name)[:-20] if name == part else before.read(name))
    with pytest.raises(Unreadable, match="damaged"):
        sheets.read(stream.getvalue())


def test_quoted_cells_of_csv() -> None:
    found = delimited.read('岗位;"职责"\r\n经理;"1、""查""；\n2、签"\n;甲\n'.encode("gb18030"))
    assert [(line.text, line.number, line.where, line.cell) for line in found.lines] == [
        ("岗位", 1, "A1", Cell(0, 0, 0)),
        ("职责", 1, "B1", Cell(0, 0, 1)),
        ("经理", 2, "A2", Cell(0, 1, 0)),
        ('1、"查"；', 2, "B2", Cell(0, 1, 1)),
        ("2、签", 3, "B2", Cell(0, 1, 1)),
        ("甲", 4, "B3", Cell(0, 2, 1)),
    ]
    assert found.notes == (("encoding", "GB18030"),)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(["职责", ",", '"', "\n", "\t", ";", "\r\n", '""', "sep=,\n"]), st.text(max_size=3)), max_size=40
    ).map("".join)
)
def test_no_character_of_a_csv_is_lost(text: str) -> None:
    assert_nothing_lost(text.lstrip("\ufeff"), delimited.read(text.encode("utf-8-sig")))
