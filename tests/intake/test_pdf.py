"""PDF: what programs drew at places becomes paragraphs, tables and reading order again."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from intake.accounted import outline, visible
from salesduty.intake.manuscript import Cell, Unreadable
from salesduty.intake.pdf import glyphs
from salesduty.intake.pdf.glyphs import Glyph, Rule, pages, plain
from salesduty.intake.pdf.grid import grids
from salesduty.intake.pdf.rows import rows
from salesduty.intake.readers import READERS
from salesduty.intake.readers.pdf import read
from salesduty.intake.readers.taken import SIGN
from salesduty.intake.sniff import sniff
from salesduty.results.limits import Limits
from salesduty.toolkit.documents import Documents

DOCUMENTS = Path(__file__).parents[1] / "accuracy" / "documents"
PAPER = "#set page(paper: 'a4', margin: 2.5cm)\n#set text(font: ('Noto Sans CJK SC', 'Noto Serif CJK SC'), size: 11pt, lang: 'zh')\n".replace(
    "'", '"'
)


def made(source: str) -> bytes:
    data = typst.compile((PAPER + source).encode())
    assert isinstance(data, bytes)
    if not any("职" in glyph.text for page in pages(data) for glyph in page.glyphs):
        pytest.skip("no font with Chinese characters on this machine")
    return data


def test_a_paper_of_libreoffice() -> None:
    data = (DOCUMENTS / "construction-project.pdf").read_bytes()
    assert sniff(data, "a.doc") == "pdf"
    found = read(data)
    assert outline(found)[:3] == [
        "8.3 项目部岗位职责",
        "8.3.1 项目经理",
        "8.3.1.1 组织编制实施性施工组织设计，报公司总工程师审批。",
    ]
    assert {(line.where, line.heading) for line in found.lines} == {("第 1 页", 0)}
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))


def test_wrapped_paragraphs_are_joined_and_what_is_counted_is_not() -> None:
    sentence = "负责所辖区域销售目标的分解、下达与过程跟踪，每周检查进度，对未达成的代表给出改进措施并跟踪落实，必要时请示总监"
    found = read(made(f"= 岗位职责\n\n1、{sentence}；\\\n2、{sentence}。\\\n说明\\\nA manager\n\n新的一段"))
    assert outline(found) == ["#! 岗位职责", f"1、{sentence}；", f"2、{sentence}。", "说明", "A manager", "新的一段"]


def test_headers_footers_and_numbers_of_pages_are_put_aside() -> None:
    header = "#set page(header: [机密 #h(1fr) 制度], footer: context [#h(1fr) 第 #counter(page).display() 页])\n"
    found = read(made(header + "职责一\n#pagebreak()\n职责二\n#pagebreak()\n职责三"))
    assert [(line.text, line.where) for line in found.lines] == [
        ("职责一", "第 1 页"),
        ("职责二", "第 2 页"),
        ("职责三", "第 3 页"),
    ]
    assert Counter(each.reason for each in found.aside) == {"page": 6}


def test_a_ruled_table_with_merged_cells() -> None:
    table = "#table(columns: 4, [岗位名称], [经理], [部门], [销售部], table.cell(rowspan: 2)[职责], table.cell(colspan: 3)[1、回访 \\ 2、开发], table.cell(colspan: 3)[3、收款])"
    found = read(made(f"前文\n{table}\n后文"))
    assert [(line.text, line.cell) for line in found.lines] == [
        ("前文", None),
        ("岗位名称", Cell(0, 0, 0)),
        ("经理", Cell(0, 0, 1)),
        ("部门", Cell(0, 0, 2)),
        ("销售部", Cell(0, 0, 3)),
        ("职责", Cell(0, 1, 0, 2, 1)),
        ("1、回访", Cell(0, 1, 1, 1, 3)),
        ("2、开发", Cell(0, 1, 1, 1, 3)),
        ("3、收款", Cell(0, 2, 1, 1, 3)),
        ("后文", None),
    ]


def test_columns_without_lines_are_a_table_where_they_are_clear() -> None:
    table = "#table(columns: (1fr, 1fr, 1fr), stroke: none, [指标], [权重], [目标], [回款率], [40%], [≥95%], [职责履行], [60%], [无遗漏])"
    found = read(made(table))
    assert [(line.text, line.cell) for line in found.lines] == [
        (text, Cell(0, number // 3, number % 3))
        for number, text in enumerate(["指标", "权重", "目标", "回款率", "40%", "≥95%", "职责履行", "60%", "无遗漏"])
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    sentence = "负责客户的开发与维护以及合同的评审和货款的回收"
    text = " \\\n".join(f"{number}、{sentence}" for number in range(1, 21))
    found = read(made(f"#align(center)[职责一览]\n#block(height: 10cm, columns(2)[#set text(size: 8pt)\n{text}])"))
    assert [line.text for line in found.lines] == ["职责一览", *(f"{number}、{sentence}" for number in range(1, 21))]


def test_every_character_is_kept() -> None:
    for path in sorted(DOCUMENTS.rglob("*.pdf")):
        data = path.read_bytes()
        drawn = visible("".join(glyph.text for page in pages(data) for glyph in page.glyphs))
        found = read(data)
        assert visible("".join(line.text for line in found.lines) + "".join(each.text for each in found.aside)) == drawn


def test_what_fonts_call_by_another_name() -> None:
    assert "".join(map(plain, "⼯作⻓期⻚ﬁ\xa0")) == "工作长期页fi "


def test_a_character_drawn_twice_to_look_bold_is_one() -> None:
    found = rows([Glyph("职", 10, 20, 100, 10), Glyph("职", 10.3, 20.3, 100, 10), Glyph("责", 20, 30, 100, 10)])
    assert [row.text for row in found] == ["职责"]


def test_cells_drawn_apart_are_one_table() -> None:
    boxes = [(0, 0, 50, 20), (52, 0, 100, 20), (0, 22, 50, 40), (52, 22, 100, 40)]
    rules = [
        rule
        for left, bottom, right, top in boxes
        for rule in (Rule(False, bottom, left, right), Rule(False, top, left, right), Rule(True, left, bottom, top), Rule(True, right, bottom, top))
    ]  # fmt: skip
    (grid,) = grids(rules)
    assert [grid.cell(*point) for point in ((20, 30), (70, 30), (20, 10), (70, 10), (200, 10))] == [
        Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1), None,
    ]  # fmt: skip


def _saved(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_papers_that_cannot_be_read_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (DOCUMENTS / "construction-project.pdf").read_bytes()
    empty, locked = PdfWriter(), PdfWriter(PdfReader(BytesIO(whole)))
    empty.add_blank_page(200, 200)
    locked.encrypt("x", algorithm="RC4-128")
    for data, reason in (
        (_saved(empty), "no-text"),
        (_saved(locked), "encrypted"),
        (b"%PDF-1.7\n" + whole[5000:5400], "damaged"),
    ):
        with pytest.raises(Unreadable, match=reason):
            read(data)
    monkeypatch.setattr(glyphs, "MOST_CHARACTERS", 10)
    with pytest.raises(Unreadable, match="too-long"):
        read(whole)


def test_many_lines_take_no_long() -> None:
    rules = [Rule(False, each, 0, 500) for each in range(0, 2500, 5)] + [Rule(True, each, 0, 2500) for each in range(0, 500, 5)]
    begin = perf_counter()
    grids(rules)
    assert perf_counter() - begin < 5


def test_a_pdf_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    data = (DOCUMENTS / "construction-project.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(data)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    with Documents() as documents:
        taken = documents.read(tmp_path / "a.pdf")
        assert sniff(taken, "a.pdf") == "taken"
        assert READERS["taken"](taken) == read(data)
        with pytest.raises(Unreadable, match="damaged"):
            READERS["taken"](documents.read(tmp_path / "b.pdf"))


def test_a_pdf_that_takes_too_much_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesduty.toolkit.documents._LIMITS", Limits(seconds=0.01, bytes=2**30))
    (tmp_path / "a.pdf").write_bytes((DOCUMENTS / "construction-project.pdf").read_bytes())
    with Documents() as documents, pytest.raises(Unreadable, match="too-heavy"):
        documents.read(tmp_path / "a.pdf")


def test_bytes_that_only_look_like_a_manuscript_are_damaged() -> None:
    for rest in (b"", b"{}", b"[1,2,3,4]", b'["pdf",[{"x":1}],[],[]]', b"[[[["):
        with pytest.raises(Unreadable, match="damaged"):
            READERS["taken"](SIGN + rest)
