"""The Word file: what the schema, Word and GB/T 9704 want of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from opened import docx
from opened.docx import W, Word
from opened.ooxml import complaints
from opened.papers import LAVISH, WIDE, papers
from opened.workspaces import PROJECT
from salesduty.disk.packaged import stationery
from salesduty.renderers.docx import render
from salesduty.results.paper import Contents, Form, Heading, Item, Paper, Paragraph, Signatures, Table
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates


def opened(paper: Paper) -> Word:
    return docx.opened(render(paper, stationery()))


# --- The package and the schema


@pytest.mark.parametrize("folder", sorted({paper.folder for paper in papers()}))
def test_the_schema_has_nothing_against_it_and_word_counts_as_the_paper_does(folder: str) -> None:
    for paper in papers():
        if paper.folder == folder:
            word = opened(paper)
            assert complaints(word) == []
            shown = [each.number for each in word.paragraphs if each.number]
            assert shown == [block.label for block in paper.blocks if isinstance(block, (Heading, Item)) and block.label]


def _swapped(name: str, old: str, new: str) -> Callable[[Word], Word]:
    def plant(word: Word) -> Word:
        text = word.parts[name].decode()
        assert old in text
        return Word({**word.parts, name: text.replace(old, new, 1).encode()})

    return plant


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
FAULTS: dict[str, tuple[Callable[[Word], Word], str]] = {
    "order in a paragraph": (
        _swapped(STYLES, "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>"),
        "word/styles.xml: <pPr> has its children in the order ['keepLines', 'keepNext', 'numPr', 'spacing', 'outlineLvl']",
    ),
    "order in a cell": (
        _swapped(
            DOCUMENT, '<w:gridSpan w:val="3"/><w:vAlign w:val="center"/>', '<w:vAlign w:val="center"/><w:gridSpan w:val="3"/>'
        ),
        "word/document.xml: <tcPr> has its children in the order ['tcW', 'vAlign', 'gridSpan']",
    ),
    "order in a run": (
        _swapped(STYLES, '<w:sz w:val="44"/><w:szCs w:val="44"/>', '<w:szCs w:val="44"/><w:sz w:val="44"/>'),
        "word/styles.xml: <rPr> has its children in the order ['rFonts', 'szCs', 'sz']",
    ),
    "an element that does not belong": (
        _swapped(STYLES, "<w:keepNext/>", "<w:keepnext/>"),
        "word/styles.xml: <pPr> cannot hold ['keepnext']",
    ),
    "an empty row": (
        _swapped(DOCUMENT, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:trPr></w:trPr>"),
        "word/document.xml: <trPr> is empty",
    ),
    "a style that is not defined": (
        _swapped(DOCUMENT, 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Body"'),
        "word/document.xml: no style is called Body",
    ),
    "a list that is not defined": (
        _swapped(STYLES, 'w:numId w:val="1"', 'w:numId w:val="7"'),
        "word/styles.xml: no list is called 7",
    ),
    "a bookmark twice": (_swapped(DOCUMENT, 'w:name="_Toc1"', 'w:name="_Toc4"'), "a bookmark stands twice"),
    "a bookmark without its end": (
        _swapped(DOCUMENT, '<w:bookmarkEnd w:id="1"/>', ""),
        "bookmarks do not begin and end in pairs",
    ),
    "a link to nothing": (_swapped(DOCUMENT, 'w:anchor="_Toc', 'w:anchor="_Tic'), "a link leads to _Tic4, which is no bookmark"),
    "a field without its end": (
        _swapped(DOCUMENT, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
        "fields do not begin and end in turn: ['begin', 'separate']",
    ),
    "a relationship to nothing": (
        _swapped("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="gone.xml"'),
        "word/_rels/document.xml.rels leads to word/gone.xml, which is missing",
    ),
    "a relationship to outside": (
        _swapped("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="http://example.com/s" TargetMode="External"'),
        "word/_rels/document.xml.rels leads outside, to http://example.com/s",
    ),
    "a relationship that is not there": (
        _swapped("word/_rels/document.xml.rels", 'Id="rId6"', 'Id="rId9"'),
        "word/document.xml uses rId6, which is no relationship",
    ),
    "a part that is not there": (
        lambda word: Word({name: data for name, data in word.parts.items() if name != "docProps/app.xml"}),
        "docProps/app.xml is declared and missing",
    ),
    "parts in another order": (
        lambda word: Word(dict(sorted(word.parts.items(), reverse=True))),
        "the first part is word/styles.xml",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_schema_check_notices(fault: str) -> None:
    plant, complaint = FAULTS[fault]
    assert complaint in complaints(plant(opened(LAVISH)))


def test_every_part_is_well_formed_and_nothing_of_the_templates_is_left() -> None:
    word = opened(LAVISH)
    for name in word.parts:
        assert word.xml(name) is not None
        assert b"{{" not in word.parts[name]
        assert b"{%" not in word.parts[name]
        assert not name.endswith(".jinja")


# --- The same bytes from run to run

_PRINT_DIGEST = """
from hashlib import sha256
from pathlib import Path
from salesduty import render
print(sha256(render(Path("tests/workspaces/everything/roles"))[0].data).hexdigest())
"""


def test_two_processes_give_the_same_bytes() -> None:
    digests = set()
    for seed in ("1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", _PRINT_DIGEST], cwd=PROJECT, env=environ, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1
    assert render(LAVISH, stationery()) == render(LAVISH, stationery())


def test_the_archive_names_no_moment_and_no_machine() -> None:
    with ZipFile(BytesIO(render(LAVISH, stationery()))) as archive:
        entries = [(entry.date_time, entry.compress_type, entry.extra, entry.comment) for entry in archive.infolist()]
    assert set(entries) == {((1980, 1, 1, 0, 0, 0), ZIP_DEFLATED, b"", b"")}
    assert b"created" not in opened(LAVISH).parts["docProps/core.xml"]


def test_other_templates_are_used_in_place_of_the_built_in_ones() -> None:
    sources = {
        **stationery().templates.sources,
        "docx/word/footer1.xml": stationery().templates.sources["docx/word/footer1.xml"].replace("第 ", "页次 "),
    }
    data = render(LAVISH, Stationery(Templates(sources)))
    assert "页次 " in docx.opened(data).parts["word/footer1.xml"].decode()
    assert sha256(data).digest() != sha256(render(LAVISH, stationery())).digest()


# --- What a person sees


def test_numbers_are_native_in_the_chinese_style() -> None:
    levels = _levels(opened(replace(LAVISH, numbering="chinese", start=8)))
    assert levels == [
        ("Heading1", "chineseCountingThousand", "%1、", "1", "nothing"),
        ("Heading2", "chineseCountingThousand", "（%2）", "1", "nothing"),
        ("Duty1", "decimal", "%3.", "1", "space"),
        ("Duty2", "decimal", "（%4）", "1", "nothing"),
        ("Duty3", "decimalEnclosedCircle", "%5", "1", "nothing"),
        ("Duty4", "lowerLetter", "%6.", "1", "space"),
        ("Duty5", "lowerLetter", "%7.", "1", "space"),
        ("Duty6", "lowerLetter", "%8.", "1", "space"),
        ("Duty7", "lowerLetter", "%9.", "1", "space"),
    ]


def test_numbers_are_native_in_the_decimal_style() -> None:
    levels = _levels(opened(replace(LAVISH, numbering="decimal", start=8)))
    styles = ["Heading1", "Heading2", *(f"Duty{depth}" for depth in range(1, 8))]
    texts = [".".join(f"%{level}" for level in range(1, deepest + 1)) for deepest in range(1, 10)]
    starts = ["8", *["1"] * 8]
    assert levels == [(style, "decimal", text, start, "space") for style, text, start in zip(styles, texts, starts, strict=True)]


def _levels(word: Word) -> list[tuple[str, ...]]:
    (abstract,) = word.xml("word/numbering.xml").iter(f"{W}abstractNum")
    (kind,) = abstract.iter(f"{W}multiLevelType")
    assert kind.attrib[f"{W}val"] == "multilevel"
    names = ("pStyle", "numFmt", "lvlText", "start", "suff")
    return [tuple(_value(level, name) for name in names) for level in abstract.iter(f"{W}lvl")]


def _value(parent: ElementTree.Element, name: str) -> str:
    found = parent.find(f"{W}{name}")
    assert found is not None, name
    return found.attrib[f"{W}val"]


def test_each_style_says_its_chinese_font_and_the_font_table_has_it() -> None:
    for numbering in ("chinese", "decimal"):
        word = opened(replace(LAVISH, numbering=numbering))
        fonts = {font.attrib[f"{W}name"] for font in word.xml("word/fontTable.xml").iter(f"{W}font")}
        used = {}
        for style in word.xml("word/styles.xml").iter(f"{W}style"):
            found = style.find(f"{W}rPr/{W}rFonts")
            if style.attrib[f"{W}type"] == "paragraph" or style.attrib.get(f"{W}customStyle") == "1":
                assert found is not None, style.attrib
                used[style.attrib[f"{W}styleId"]] = found.attrib[f"{W}eastAsia"]
        assert set(used.values()) <= fonts
        # GB/T 9704-2012: 7.3.1 标题 小标宋; 7.3.3 结构层次序数 黑体, 楷体, 仿宋.
        assert (used["Title"], used["Heading1"], used["BodyText"], used["Duty1"]) == ("方正小标宋简体", "黑体", "仿宋", "仿宋")
        assert used["Heading2"] == ("楷体" if numbering == "chinese" else "黑体")


def test_sizes_and_lines_are_those_of_the_standard() -> None:
    styles = {style.attrib[f"{W}styleId"]: style for style in opened(LAVISH).xml("word/styles.xml").iter(f"{W}style")}
    half_points = {name: _value(styles[name], "rPr/w:sz".replace("w:", W)) for name in ("Title", "Heading1", "Heading2")}
    assert half_points == {"Title": "44", "Heading1": "32", "Heading2": "32"}
    spacing = styles["BodyText"].find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.attrib[f"{W}line"], spacing.attrib[f"{W}lineRule"]) == ("560", "exact")


def test_the_sheet_is_a4_with_the_margins_of_the_standard() -> None:
    (section,) = opened(LAVISH).body.iter(f"{W}sectPr")
    sheet, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert sheet is not None
    assert margins is not None
    millimetres = {
        name.removeprefix(W): round(int(value) / 1440 * 25.4) for name, value in (*sheet.attrib.items(), *margins.attrib.items())
    }
    # 上 37 mm, 订口 28 mm, 版心 156 mm × 225 mm.
    assert millimetres == {
        "w": 210,
        "h": 297,
        "top": 37,
        "right": 26,
        "bottom": 35,
        "left": 28,
        "header": 20,
        "footer": 20,
        "gutter": 0,
    }


def test_navigation_shows_the_headings() -> None:
    styles = {style.attrib[f"{W}styleId"]: style for style in opened(LAVISH).xml("word/styles.xml").iter(f"{W}style")}
    levels = {name: _value(styles[name], f"pPr/{W}outlineLvl") for name in ("Heading1", "Heading2", "Heading3")}
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2"}
    assert [_value(styles[name], "name") for name in ("Heading1", "Heading2", "Heading3")] == [
        "heading 1",
        "heading 2",
        "heading 3",
    ]


def test_header_and_footer() -> None:
    word = opened(LAVISH)
    header = "".join(docx.text_of(each) for each in word.xml("word/header1.xml").iter(f"{W}p"))
    assert header == "销售部岗位责任制\t版本 2.1　生效日期 2026-01-01"
    footer = word.xml("word/footer1.xml")
    assert [(each.text or "").strip() for each in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert "".join(docx.text_of(each) for each in footer.iter(f"{W}p")) == "第 1 页　共 1 页"


def test_a_paper_without_version_or_date_has_an_empty_right_half_in_its_header() -> None:
    word = opened(replace(LAVISH, version="", effective="", document_no=""))
    header = "".join(docx.text_of(each) for each in word.xml("word/header1.xml").iter(f"{W}p"))
    assert header == "销售部岗位责任制\t"


def test_the_contents_are_a_field_that_word_brings_up_to_date() -> None:
    word = opened(LAVISH)
    (instruction,) = (each.text for each in word.body.iter(f"{W}instrText"))
    assert instruction == ' TOC \\o "1-2" \\h \\z \\u '
    (begin,) = (each for each in word.body.iter(f"{W}fldChar") if each.attrib[f"{W}fldCharType"] == "begin")
    assert begin.attrib[f"{W}dirty"] == "true"
    entries = [(each.style, each.text) for each in word.paragraphs if each.style.startswith("TOC")]
    assert entries == [("TOC1", "一、职责"), ("TOC2", "（一）内勤")]
    targets = [link.attrib[f"{W}anchor"] for link in word.body.iter(f"{W}hyperlink")]
    marked = {
        mark.attrib[f"{W}name"]: paragraph
        for paragraph in word.body.iter(f"{W}p")
        for mark in paragraph.iter(f"{W}bookmarkStart")
    }
    assert [docx.text_of(marked[target]) for target in targets] == ["职责", "内勤"]


def test_contents_without_entries_are_no_field() -> None:
    word = opened(replace(LAVISH, blocks=(LAVISH.blocks[0], Contents("目录", ()))))
    assert [each.text for each in word.paragraphs if each.style == "FrontHeading"] == ["文件控制", "目录"]
    assert list(word.body.iter(f"{W}fldChar")) == []
    assert complaints(word) == []


def test_every_table_repeats_its_header_and_fills_the_text_width() -> None:
    word = opened(LAVISH)
    for table in word.body.iter(f"{W}tbl"):
        widths = [int(column.attrib[f"{W}w"]) for column in table.iter(f"{W}gridCol")]
        assert 8845 - len(widths) <= sum(widths) <= 8845
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads[0] is (len(widths) != 4 or "签字" in docx.text_of(table))
        assert not any(heads[1:])
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            assert sum(1 if span is None else int(span.attrib[f"{W}val"]) for span in spans) == len(widths)


def test_blocks_become_what_they_are() -> None:
    shown = list(opened(LAVISH).blocks)
    assert shown == [
        docx.Shown("Subtitle", "", "示例公司"),
        docx.Shown("Title", "", "销售部岗位责任制"),
        docx.Shown("Subtitle", "", "文件编号　XS-1"),
        docx.Shown("Subtitle", "", "版本　2.1"),
        docx.Shown("Subtitle", "", "生效日期　2026-01-01"),
        docx.Shown("TableEnd", "", ""),
        docx.Shown("FrontHeading", "", "文件控制"),
        [
            ["版本", "2.1", "编制", "3 人"],
            ["目的", "一行\n又一行"],
            ["说明", "\n".join(f"第 {line} 行" for line in range(1, 15))],
        ],
        docx.Shown("TableEnd", "", ""),
        docx.Shown("FrontHeading", "", "目录"),
        docx.Shown("TOC1", "", "一、职责"),
        docx.Shown("TOC2", "", "（一）内勤"),
        docx.Shown("Heading1", "一、", "职责"),
        docx.Shown("BodyText", "", "第一段"),
        docx.Shown("BodyText", "", "第二段"),
        docx.Shown("Heading2", "（一）", "内勤"),
        docx.Shown("Duty1", "1.", "合同：两个工作日内审核\n并出具意见"),
        docx.Shown("Detail1", "", "时限：2 日；接收方：经理"),
        docx.Shown("Duty2", "（1）", "只有标题"),
        docx.Shown("Duty3", "①", "只有内容"),
        docx.Shown("Heading3", "", "没有号的小节"),
        [["环节", "时限"], ["受理\n登记", ""], ["", "1h"]],
        docx.Shown("TableEnd", "", ""),
        [["岗位", "姓名", "签字", "日期"], ["经理", "", "", ""], ["内勤", "", "", ""]],
        docx.Shown("TableEnd", "", ""),
    ]


def test_a_paper_without_cover_begins_with_its_title() -> None:
    shown = list(opened(replace(LAVISH, cover=False, subtitle="销售部", blocks=LAVISH.blocks[:1])).blocks)
    assert shown == [
        docx.Shown("Title", "", "销售部岗位责任制"),
        docx.Shown("Subtitle", "", "示例公司"),
        docx.Shown("Subtitle", "", "销售部"),
        docx.Shown("FrontHeading", "", "文件控制"),
    ]


def test_wide_blocks_become_what_they_are() -> None:
    shown = list(opened(WIDE).blocks)[6:]
    first, second = range(1, 16), range(16, 31)
    assert shown == [
        docx.Shown("Heading1", "一、", "总则"),
        docx.Shown("BodyText", "", "一段"),
        docx.Shown("SectionEnd", "", ""),
        docx.Shown("Heading1", "二、", "职责分工"),
        docx.Shown("TableNote", "", "A　决定；R　执行"),
        docx.Shown("TableNote", "", "第 1–15 列，共 30 列"),
        [
            ["工作", *(f"岗位{number}" for number in first)],
            ["合同"],
            ["合同评审", *("ARSCI"[(number - 1) % 5] for number in first)],
            ["合同归档", *[""] * 15],
            ["回款"],
            ["货款催收", *["R"] * 15],
        ],
        docx.Shown("TableNote", "", "第 16–30 列，共 30 列"),
        [
            ["工作", *(f"岗位{number}" for number in second)],
            ["合同"],
            ["合同评审", *("ARSCI"[(number - 1) % 5] for number in second)],
            ["合同归档", *[""] * 14, "A"],
            ["回款"],
            ["货款催收", *["R"] * 15],
        ],
        docx.Shown("TableEnd", "", ""),
        [
            ["版本", "2.1", "编制", "3 人"],
            ["目的", "一行\n又一行"],
            ["说明", "\n".join(f"第 {line} 行" for line in range(1, 15))],
        ],
        docx.Shown("SectionEnd", "", ""),
        docx.Shown("Heading1", "三、", "组织结构"),
        docx.Shown("Figure", "", "受理\n经理\n2 人\n内勤 <甲> & 乙\n业务员\n（拟设）\n汇报"),
        [
            ["甲方（盖章）", "", "乙方"],
            ["单位名称：", "示例公司", "", "姓名：", ""],
            ["法定代表人（签字）：", "", "", "身份证号：", ""],
            ["日期：", "", "", "", ""],
        ],
        docx.Shown("TableEnd", "", ""),
    ]


def test_pages_break_where_a_heading_asks_for_it() -> None:
    heading = Heading(1, "新的一页", "一、", new_page=True)
    word = opened(replace(LAVISH, blocks=(heading, replace(heading, label="二、", new_page=False))))
    broken = [docx.text_of(each) for each in word.body.iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert broken == ["新的一页"]
    assert len(list(word.body.iter(f"{W}pageBreakBefore"))) == 1


def test_what_word_says_about_the_file() -> None:
    core = opened(replace(LAVISH, subtitle="<副题> & 其他")).xml("docProps/core.xml")
    assert {each.tag.rsplit("}", 1)[-1]: each.text for each in core} == {
        "title": "销售部岗位责任制",
        "subject": "<副题> & 其他",
        "creator": "示例公司",
        "language": "zh-CN",
        "version": "2.1",
    }


@pytest.mark.parametrize("text", ["<w:p/>", "&amp;", "]]>", "{{ 7*7 }}", "{% include 'x' %}", "<!--", "\"'", "𠀀😀", "a\tb"])
def test_markup_is_text_wherever_it_stands(text: str) -> None:
    item = Item(0, "1.", text, (text, text), ())
    blocks = (
        Heading(1, text, "一、"),
        Contents(text, (Heading(1, text, "一、"),)),
        Paragraph((text,)),
        item,
        Signatures((text,)),
        *(block for block in LAVISH.blocks if isinstance(block, (Form, Table))),
    )
    word = opened(replace(LAVISH, title=text, company=text, version=text, blocks=blocks))
    read = [each.text for each in word.paragraphs if text in each.text]
    assert read == [text, text, f"版本　{text}", text, text, f"一、{text}", text, f"{text}：{text}\n{text}", text]
    assert complaints(word) == []


# --- Templates of our own and of others


def test_templates_of_others_run_in_the_sandbox_and_ours_make_the_same_of_them() -> None:
    sources = stationery().templates.sources
    document = "docx/word/document.xml.jinja"
    theirs = Templates(sources, frozenset((document,)))
    assert render(WIDE, Stationery(theirs)) == render(WIDE, stationery())
    planted = {**sources, document: sources[document].replace("{{ paper.title }}", "{{ ''.__class__ }}", 1)}
    with pytest.raises((SecurityError, UndefinedError)):
        render(LAVISH, Stationery(Templates(planted, frozenset((document,)))))


def test_a_part_can_be_made_of_another_template_alone() -> None:
    sources = {**stationery().templates.sources, "docx/blocks/signing.xml.jinja": "<w:p><w:r><w:t>自己的</w:t></w:r></w:p>"}
    word = docx.opened(render(WIDE, Stationery(Templates(sources, frozenset(("docx/blocks/signing.xml.jinja",))))))
    assert "自己的" in [each.text for each in word.paragraphs]
    assert complaints(word) == []


# --- Matrices


def test_what_the_letters_of_a_matrix_mean_stands_before_it_and_a_group_is_not_parted_from_its_first_row() -> None:
    text = opened(WIDE).parts[DOCUMENT].decode()
    legend, table = text.index(">A　<"), text.index(">工作<")
    assert legend < table
    assert "<w:keepNext/>" in text[text.rindex("<w:p>", 0, legend) : legend]
    group = text.index(">合同<")
    assert "<w:keepNext/>" in text[text.rindex("<w:p>", 0, group) : group]
