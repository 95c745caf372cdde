"""PDF: what stands on the pages, in which fonts, and what happens where a font is missing."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest

from opened.papers import LAVISH, papers
from opened.pdf import CHINESE_FONT, NO_FONT, Printed, opened, squeezed
from salesduty.disk.packaged import stationery
from salesduty.renderers import pdf
from salesduty.renderers.fonts.equivalents import standing_for
from salesduty.renderers.fonts.library import Library, library
from salesduty.results.drawing import Box, Drawing, Link
from salesduty.results.missing import BrokenLogo, MissingCharacters, MissingFont, MissingPackage, Unprintable
from salesduty.results.paper import (
    Block,
    Column,
    Contents,
    Detail,
    Field,
    Form,
    Heading,
    Item,
    Matrix,
    MatrixRow,
    Orientation,
    Paper,
    Paragraph,
    Row,
    Side,
    Signatures,
    Signing,
    Table,
)
from salesduty.results.picture import measured
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates
from salesduty.results.theme import Theme

pytestmark = pytest.mark.skipif(not CHINESE_FONT, reason=NO_FONT)

BUILT_IN = stationery().templates
# A paper of the tests and of `roles/` is like many others; these differ.
FEW = 24


def printed(paper: Paper, theme: Theme | None = None) -> Printed:
    return opened(pdf.render(paper, Stationery(BUILT_IN, theme or Theme())))


def holding(*blocks: Block) -> Paper:
    return replace(LAVISH, blocks=blocks, cover=False, subtitle="", company="")


def test_everything_in_its_order() -> None:
    found = printed(LAVISH)

    assert re.sub(r"\.{20,}", "…", found.text) == squeezed(
        "示例公司 销售部岗位责任制 文件编号 XS-1 版本 2.1 生效日期 2026-01-01"
        "文件控制 版本 2.1 编制 3 人 目的 一行 又一行 说明"
        + "".join(f"第 {line} 行" for line in range(1, 15))
        + "目录 一、职责…3（一）内勤…3"
        "一、职责 第一段 第二段（一）内勤 1. 合同：两个工作日内审核 并出具意见 时限：2 日；接收方：经理（1）只有标题 ①只有内容 没有号的小节"
        "环节 时限 受理 登记 1h 岗位 姓名 签字 日期 经理 内勤"
    )
    assert [page.split("\n")[0] for page in found.pages[1:]] == ["销售部岗位责任制 版本 2.1　生效日期 2026-01-01"] * 2
    assert [page.split("\n")[-1] for page in found.pages] == ["生效日期　2026-01-01", "第 2 页　共 3 页", "第 3 页　共 3 页"]


def test_bookmarks_and_contents_lead_to_the_headings() -> None:
    found = printed(LAVISH)

    assert found.outline == [(0, "文件控制", 2), (0, "一、职责", 3), (1, "（一）内勤", 3), (2, "没有号的小节", 3)]
    assert set(found.links) == {(2, 3)}


def test_what_is_told_of_the_document() -> None:
    reader = printed(LAVISH).reader

    assert {name: str(value) for name, value in (reader.metadata or {}).items() if name != "/Creator"} == {
        "/Title": "销售部岗位责任制",
        "/Author": "示例公司",
    }
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("paper", papers()[:: max(len(papers()) // FEW, 1)], ids=lambda paper: paper.name)
def test_nothing_is_lost_and_every_font_is_in_the_file(paper: Paper) -> None:
    found = printed(paper)
    text, at = found.text, 0

    for words, moves in _said(paper):
        place = text.find(squeezed(words), at)
        assert place >= 0, f"{words!r} is not there, or not behind {text[max(at - 40, 0) : at]!r}"
        at = place if moves else at
    assert found.fonts
    assert all(found.fonts.values())


def _said(paper: Paper) -> Iterator[tuple[str, bool]]:
    """What is to be read, and whether the rest comes behind it: cells of a row that is cut by a page have no order."""
    for block in paper.blocks:
        if isinstance(block, (Heading, Paragraph, Item, Contents)):
            yield from ((words, True) for words in _running(block))
        else:
            yield from ((words, False) for words in _beside(block))


def _running(block: Heading | Paragraph | Item | Contents) -> Iterator[str]:
    match block:
        case Heading():
            yield block.label + block.text
        case Paragraph():
            yield from block.lines
        case Item():
            yield block.label + block.title + ("：" if block.title and block.lines else "") + "".join(block.lines)
            yield "；".join(f"{detail.label}：{detail.text}" for detail in block.details)
        case Contents():
            yield from (entry.label + entry.text for entry in block.entries)


def _beside(block: Block) -> Iterator[str]:
    match block:
        case Form():
            yield from (words for row in block.rows for field in row for words in (field.label, *field.lines))
        case Table():
            yield "".join(column.title for column in block.columns)
            yield from (line for row in block.rows for cell in row.cells for line in cell)
        case Signatures():
            yield from block.parties
        case Signing():
            for side in block.sides:
                yield from (side.title, *(f"{blank.label}：{blank.text}" for blank in side.blanks))
        case Matrix():
            yield from (title for title, _ in block.columns)
            yield from (words for row in block.rows for words in (row.group, row.label, *row.cells))
            yield from (words for each in block.legend for words in (each.label, each.text))
        case Drawing():
            yield from (line for box in block.boxes for line in box.lines)


def test_the_bytes_are_the_same_in_another_process_and_on_another_day() -> None:
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests')\n"
        "from opened.papers import LAVISH\n"
        "from salesduty.renderers import pdf\n"
        "from salesduty.disk.packaged import stationery\n"
        "sys.stdout.write(hashlib.sha256(pdf.render(LAVISH, stationery())).hexdigest())"
    )
    root = Path(__file__).parents[3]

    made = {
        run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": epoch, "HOME": "/"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, epoch in (("1", "UTC", "1"), ("2", "Asia/Shanghai", "1900000000"))
    }

    assert len(made) == 1


HOSTILE = (
    "#read(\"/etc/passwd\")",
    "$x^2$ *粗* _斜_ `码` ~ -- --- ... 'a' \"b\"",
    "@ref <label> = 标题 // 不是注释 /* 也不是 */",
    r"\u{41} \x1b[31m \n",
    "#import \"@preview/x:1.0.0\": *",
    "]#panic()[",
)  # fmt: skip


def test_text_is_text_whatever_it_looks_like() -> None:
    found = printed(
        replace(
            holding(
                Heading(1, HOSTILE[0], HOSTILE[1], HOSTILE[2]),
                Paragraph(HOSTILE),
                Item(0, HOSTILE[1], HOSTILE[2], HOSTILE, (Detail(HOSTILE[0], HOSTILE[5]),)),
                Form(((Field(HOSTILE[4], HOSTILE, 3),),)),
                Signatures(HOSTILE),
            ),
            title=HOSTILE[4],
            company=HOSTILE[5],
        )
    )

    # In the paragraph, the item, the form and the signatures.
    assert found.text.count(squeezed("".join(HOSTILE))) == 4
    assert found.outline == [(0, HOSTILE[1] + HOSTILE[0], 1)]
    assert found.reader.metadata is not None
    assert (found.reader.metadata.title, found.reader.metadata.author) == (HOSTILE[4], HOSTILE[5])


def test_a_word_wider_than_its_place_is_cut_and_a_tall_row_goes_on() -> None:
    word = "W" * 300
    tall = "很" * 10_000

    found = printed(
        holding(
            Paragraph((word,)),
            Table((Column("甲", 10), Column("乙", 90)), (Row((("Wide-Word-9000",), (tall,))), Row((("末",), (word,))))),
            Signatures((word,)),
        )
    )

    assert squeezed("".join(found.lines)).count("W") == 3 * 300 + 2
    assert found.text.count("很") == 10_000
    widths = [len(line) for line in found.lines if set(line) == {"W"}]
    # As many as a line of the wide column takes; a paragraph has larger letters.
    assert (max(widths), sum(widths)) == (36, 900)
    assert [line for line in found.lines if line[0] in "d9"] == []


def test_what_is_usually_short_may_be_long() -> None:
    long = "很" * 3_000
    blocks = (
        Table((Column("甲", 10), Column(long, 90)), (Row((("一",), ("二",))),)),
        Signatures((long,)),
        Signing((Side("甲方", (Detail("签字", long),)), Side("乙方", ()))),
        Matrix("事项", (("岗位", "p"),), (MatrixRow("组", long, ("R",)),)),
    )

    for block in blocks:
        assert printed(holding(block)).text.count("很") >= 3_000, block.kind


def test_a_header_repeats_and_short_rows_are_not_cut() -> None:
    rows = tuple(Row(((f"第{number}行",), ("上", "中", "下"))) for number in range(60))

    found = printed(holding(Table((Column("环节", 60), Column("时限", 40)), rows)))

    assert len(found.bodies) > 3
    assert all(re.fullmatch(r"(?:第\d+行上中下)+", squeezed(body).partition("环节时限")[2]) for body in found.bodies)


def test_a_small_table_is_kept_whole() -> None:
    small = Table((Column("环节", 100),), tuple(Row(((f"第{number}行",),)) for number in range(7)))

    found = printed(holding(*[Paragraph(("文",))] * 17, small))

    assert [squeezed(body).count("行") for body in found.bodies] == [0, 7]


@pytest.mark.parametrize(
    "last",
    [
        Form(tuple((Field(label, ("",), 3),) for label in ("考核评语", "本人意见"))),
        Item(0, "三、", "", ("本责任书一式两份。",)),
        Item(0, "三、", "", ("本责任书一式两份。",), (Detail("时限", "一日"),)),
    ],
)
def test_signatures_never_stand_on_a_page_of_their_own(last: Block) -> None:
    signing = Signing((Side("甲方", (Detail("签字", ""), Detail("日期", ""))),))

    for above in range(12, 24):
        found = printed(holding(*[Paragraph(("文",))] * above, last, signing))
        assert not squeezed(found.bodies[-1]).startswith("甲方"), above


def test_a_wide_blank_field_has_room_to_write_in() -> None:
    blank, written = (printed(holding(*[Form(((Field("评语", (text,), 3),),))] * 14)) for text in ("", "好"))

    assert (len(blank.pages), len(written.pages)) == (2, 1)


def test_a_drawing_a_little_too_high_for_the_rest_of_a_page_is_made_smaller() -> None:
    high = replace(DRAWING, width=400.0, height=400.0)

    assert [len(printed(holding(*[Paragraph(("文",))] * number, high)).pages) for number in (0, 8, 14)] == [1, 1, 2]


def test_pages_that_do_not_come_to_rest_are_set_without_what_depends_on_them() -> None:
    restless = """
#if not paper.steady { context {
  let last = query(<end>)
  if last.len() == 0 or last.first().location().page() == 1 { pagebreak() }
  [#metadata(none)<end>]
} }
"""
    sources = {**BUILT_IN.sources, "typ/document.typ": BUILT_IN.sources["typ/document.typ"] + restless}

    found = opened(pdf.render(holding(Paragraph(("文",))), Stationery(Templates(sources))))

    assert len(found.pages) == 1


def test_a_heading_is_never_the_last_on_a_page() -> None:
    blocks: list[Block] = []
    for number in range(40):
        blocks += [Heading(1, f"章{number}"), Heading(2, f"节{number}", "（一）"), *[Paragraph(("文",))] * (number % 7 + 1)]

    found = printed(holding(*blocks))

    assert not [body for body in found.bodies if re.search(r"[章节]\d+$", squeezed(body))]


WIDE = Matrix(
    "事项",
    tuple((f"岗位{number}", f"d/p{number}") for number in range(45)),
    tuple(MatrixRow("甲组" if number < 20 else "乙组", f"事{number}", ("R", *("",) * 44)) for number in range(40)),
    (Detail("R", "负责"), Detail("A", "批准")),
)


def test_lying_pages_and_a_matrix_in_pieces() -> None:
    found = printed(
        holding(Paragraph(("前",)), Orientation(landscape=True), WIDE, Orientation(landscape=False), Paragraph(("后",)))
    )

    assert found.sizes[0] == found.sizes[-1] == (210, 297)
    assert set(found.sizes[1:-1]) == {(297, 210)}
    lying = [squeezed(body) for body in found.bodies[1:-1]]
    lying[0] = lying[0].removeprefix("R负责A批准")
    assert "".join(re.match(r"事项((?:岗位\d+)+)", body)[1] for body in lying if "事0" in body) == "".join(  # type: ignore[index]
        title for title, _ in WIDE.columns
    )
    assert all(re.match(r"事项(?:岗位\d+)+[甲乙]组", body) for body in lying)
    assert found.text.count("R负责A批准") == 1
    assert found.bodies[-1].strip() == "后"


DRAWING = Drawing(
    200,
    120,
    (
        Box(0, 0, 200, 120, ("销售部",), "group"),
        Box(20, 10, 80, 30, ("经理", "1 人"), "head", anchor="sales/clerk", strong=1),
        Box(20, 80, 80, 30, ("内勤",), "vacant"),
    ),
    (Link(((60, 40), (60, 80)), arrow=True), Link(((100, 25), (150, 25), (150, 95), (100, 95)), dashed=True)),
    "图",
    "经理管内勤",
    "flowchart TB",
)


def test_a_drawing_is_drawn_with_its_text_and_leads_to_headings() -> None:
    found = printed(holding(DRAWING, Heading(1, "内勤", anchor="sales/clerk", new_page=True)))

    assert found.text.endswith("销售部经理1人内勤内勤")
    assert found.links == [(1, 2)]


def test_a_drawing_too_wide_to_read_gets_a_larger_page_and_takes_its_heading_along() -> None:
    wide = replace(DRAWING, width=2600.0, boxes=(*DRAWING.boxes, Box(2500, 0, 100, 30, ("远",))))

    found = printed(holding(Paragraph(("前",)), Heading(1, "图"), wide, Paragraph(("后",))))

    assert found.sizes == [(210, 297), (841, 594), (210, 297)]
    assert [squeezed(body) for body in found.bodies] == ["销售部岗位责任制前", "图销售部经理1人内勤远", "后"]


def test_sides_sign_beside_each_other() -> None:
    signing = Signing((Side("甲方（盖章）", (Detail("负责人", "李"), Detail("日期", ""))), Side("乙方", (Detail("签字", ""),))))

    assert printed(holding(signing)).text.endswith("甲方（盖章）负责人：李日期：乙方签字：")


def test_the_theme_sets_header_logo_and_fonts() -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )

    found = printed(replace(LAVISH, cover=False), Theme(header="本公司", logo=png, accented=True))

    assert found.pages[0].split("\n")[0] == "本公司 版本 2.1　生效日期 2026-01-01"
    assert [len(page.images) for page in found.reader.pages] == [1, 0]
    assert [len(page.images) for page in printed(LAVISH, Theme(logo=png)).reader.pages] == [1, 0, 0]
    assert printed(holding(Paragraph(("文",))), Theme(text_font="黑体")).fonts != printed(holding(Paragraph(("文",)))).fonts


def test_no_chinese_font(tmp_path: Path, without_system: Callable[[], None]) -> None:
    without_system()

    with pytest.raises(MissingFont) as caught:
        pdf.render(LAVISH, Stationery(BUILT_IN, fonts=(str(tmp_path),)))
    assert (caught.value.folders, caught.value.system) == ((str(tmp_path),), sys.platform)


def test_fonts_of_a_given_folder_are_enough(tmp_path: Path, without_system: Callable[[], None]) -> None:
    face = library(()).first(standing_for("宋体"))
    if face is None:
        pytest.skip("none of the usual Chinese fonts is on this machine")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / Path(face.path).name).write_bytes(Path(face.path).read_bytes())
    without_system()

    assert "一、职责" in opened(pdf.render(LAVISH, Stationery(BUILT_IN, fonts=(str(tmp_path),)))).text


def test_a_character_that_no_font_has() -> None:
    with pytest.raises(MissingCharacters) as caught:
        pdf.render(holding(Paragraph(("前面的字很多很多很多很多很多𓀀后面也\U00016a00",))), stationery())

    assert (caught.value.name, caught.value.count) == ("销售部岗位责任制", 2)
    assert caught.value.told[0] == Unprintable("\U00013000", "的字很多很多很多很多很多𓀀后面也\U00016a00")


def test_without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    library.cache_clear()

    with pytest.raises(MissingPackage) as caught:
        pdf.render(LAVISH, stationery())
    assert (caught.value.package, caught.value.extra) == ("typst", "pdf")


@pytest.fixture
def without_system(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def off() -> None:
        monkeypatch.setattr(pdf, "library", lambda folders: _own(folders))

    return off


def _own(folders: tuple[str, ...]) -> Library:
    return library(folders, system=False)


def test_a_logo_whose_points_are_missing_is_told_as_that() -> None:
    header = b"\0\0\0\rIHDR" + b"\0\0\0\x04" * 2 + b"\x08\x02\0\0\0" + b"\0" * 4
    logo = b"\x89PNG\r\n\x1a\n" + header + b"\0\0\0\0IEND" + b"\xae\x42\x60\x82"
    assert measured(logo) is not None
    with pytest.raises(BrokenLogo):
        pdf.render(LAVISH, replace(stationery(), theme=Theme(logo=logo)))
