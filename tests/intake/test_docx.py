"""What a Word file says: each test a package built by hand, and all lines of it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from intake.office import docx, item, level, lists, p, package, r, relations, root
from salesduty.intake.manuscript import Cell, Line, Manuscript
from salesduty.intake.readers.word import read, read_flat

HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="三级标题"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="我的样式"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="5"><w:name w:val="小节"/><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
BOLD = "<w:rPr><w:b/></w:rPr>"


def texts(found: Manuscript) -> list[str]:
    return [line.text for line in found.lines]


def asides(found: Manuscript) -> list[tuple[str, str]]:
    return [(each.text, each.reason) for each in found.aside]


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_paragraphs_with_their_places_and_looks() -> None:
    body = p("销售部") + p("") + p("职责", looks="<w:b/>") + item("负责销售") + f"<w:p>{r('目标', BOLD)}{r('：完成指标')}</w:p>"
    assert read(docx(body, numbering=lists(level(0, "decimal", "%1、")))).lines == (
        Line("销售部", 1),
        Line("职责", 3, strong=True, blank=True),
        Line("负责销售", 4, label="1、", depth=0),
        Line("目标：完成指标", 5),
    )


@pytest.mark.parametrize(
    ("style", "heading"), [("1", 1), ("2", 2), ("3", 3), ("4", 1), ("5", 5), ("t", 1), ("a", 0), ("none", 0)]
)
def test_headings_by_whatever_makes_them_so(style: str, heading: int) -> None:
    found = read(docx(p("销售部", f'<w:pStyle w:val="{style}"/>'), styles=HEADINGS))
    assert [line.heading for line in found.lines] == [heading]


def test_the_outline_level_of_a_paragraph_comes_before_its_style() -> None:
    body = p("正文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>') + p("章", '<w:outlineLvl w:val="1"/>')
    assert [line.heading for line in read(docx(body, styles=HEADINGS)).lines] == [0, 2]


def test_bold_of_styles_is_a_toggle() -> None:
    strong = '<w:rPr><w:rStyle w:val="s"/></w:rPr>'
    not_bold = '<w:rPr><w:b w:val="0"/></w:rPr>'
    head = '<w:pPr><w:pStyle w:val="1"/></w:pPr>'
    body = "".join(
        f"<w:p>{inner}</w:p>" for inner in (r("甲", strong), head + r("乙"), head + r("丙", strong), head + r("丁", not_bold))
    )
    assert [line.strong for line in read(docx(body, styles=HEADINGS)).lines] == [True, True, False, False]


def test_a_break_begins_a_line_and_a_page_break_parts_what_follows() -> None:
    body = f"<w:p>{r('一')}<w:r><w:br/></w:r>{r('二')}</w:p><w:p>{r('三')}<w:r><w:br w:type='page'/></w:r></w:p>{p('四')}"
    assert read(docx(body)).lines == (Line("一", 1), Line("二", 1), Line("三", 2), Line("四", 3, blank=True))


def test_signs_that_are_no_letters() -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>本科</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B\xad</w:t></w:r>'
        f"{r('n', '<w:rPr><w:rFonts w:ascii=' + chr(34) + 'Wingdings' + chr(34) + '/></w:rPr>')}</w:p>"
    )
    assert texts(read(docx(body))) == ["☑本科\tA-B■"]


def test_blanks_that_an_editor_put_around_words_are_none() -> None:
    assert texts(read(docx("<w:p><w:r>\n <w:t>\n  负责\n </w:t>\n</w:r></w:p>"))) == ["负责"]


def test_tracked_changes_as_if_accepted() -> None:
    body = (
        f"<w:p>{r('负责')}<w:del><w:r><w:delText>国内</w:delText></w:r></w:del><w:ins>{r('全球')}</w:ins>{r('销售')}</w:p>"
        f"<w:moveFrom>{p('移走')}</w:moveFrom><w:moveTo>{p('移来')}</w:moveTo>"
    )
    found = read(docx(body))
    assert (texts(found), asides(found)) == (["负责全球销售", "移来"], [("国内", "deleted"), ("移走", "deleted")])


def test_hidden_text_goes_aside() -> None:
    hidden = '<w:rPr><w:rStyle w:val="h"/></w:rPr>'
    found = read(docx(f"<w:p>{r('看得见')}{r('看不见', hidden)}{r('也', '<w:rPr><w:vanish/></w:rPr>')}</w:p>", styles=HEADINGS))
    assert (texts(found), asides(found)) == (["看得见"], [("看不见也", "hidden")])


def test_fields_show_their_results_and_contents_go_aside() -> None:
    body = (
        f"<w:p>{field('DATE', r('2024年'))}{field('PAGE', r('7'))}</w:p>"
        f'<w:p><w:fldSimple w:instr=" AUTHOR ">{r("人力")}</w:fldSimple><w:hyperlink>{r("链接")}</w:hyperlink></w:p>'
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("一、销售")}{field("PAGEREF _1", r("3"))}</w:p>{p("二、市场")}'
        f'<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>{r("正文")}</w:p>' + p("三、老目录", '<w:pStyle w:val="c"/>')
    )
    found = read(docx(body, styles=HEADINGS))
    assert texts(found) == ["2024年", "人力链接", "正文"]
    assert asides(found) == [("7", "page"), ("一、销售3", "contents"), ("二、市场", "contents"), ("三、老目录", "contents")]


def test_contents_without_an_end_swallow_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = (
        f'<w:p>{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("目录项")}</w:p>'
        + p("销售部", '<w:pStyle w:val="1"/>')
        + p("职责")
    )
    assert texts(read(docx(body, styles=HEADINGS))) == ["销售部", "职责"]
    assert texts(read(docx(f"<w:p>{begin}</w:p>{p('职责')}"))) == ["职责"]


def test_what_word_draws_for_fields_without_a_result() -> None:
    def form(inner: str, code: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    circled = " eq \\o\\ac(○,3) "
    listed = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="专科"/><w:listEntry w:val="本科"/></w:ddList>'
    body = (
        f"<w:p>{form('', circled)}{r('制定计划')}</w:p>"
        f"<w:p>{form('<w:checkBox><w:checked/></w:checkBox>', 'FORMCHECKBOX')}{form('<w:checkBox/>', 'FORMCHECKBOX')}{form(listed, 'FORMDROPDOWN')}</w:p>"
    )
    assert texts(read(docx(body))) == ["③制定计划", "☑□本科"]


def test_content_controls_and_prompts() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击输入')}</w:sdtContent></w:sdt>"
    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        f"<w:sdt><w:sdtPr>{contents}</w:sdtPr><w:sdtContent>{p('目录')}{p('一、总则')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{p('正文')}</w:sdtContent></w:sdt><w:p>{r('姓名')}{prompt}<w:sdt><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt></w:p>"
    )
    found = read(docx(body))
    assert (texts(found), asides(found)) == (
        ["正文", "姓名甲"],
        [("目录", "contents"), ("一、总则", "contents"), ("单击输入", "prompt")],
    )


def test_a_box_is_read_once_and_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('总经理')}{p('副总')}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
    body = f"<w:p>{r('前')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>{r('后')}</w:p>{p('末')}"
    assert read(docx(body)).lines == (Line("前后", 1), Line("总经理", 2, "文本框"), Line("副总", 3, "文本框"), Line("末", 4))


def test_a_box_that_only_the_fallback_has_is_read() -> None:
    fallback = f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    body = f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpc"/>{fallback}</mc:AlternateContent></w:r></w:p>'
    assert texts(read(docx(body))) == ["框"]


def test_boxes_in_a_table_come_behind_it() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    first = f"<w:p>{r('甲')}{box}</w:p>"
    body = f"<w:tbl>{row(cell(first), cell(p('乙')))}</w:tbl>"
    assert [(line.text, line.cell is None) for line in read(docx(body)).lines] == [("甲", False), ("乙", False), ("框", True)]


def test_words_in_drawings_and_diagrams_go_aside() -> None:
    body = (
        '<w:p><w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r><w:r><w:drawing><a:p><a:r><a:t>图内</a:t></a:r></a:p></w:drawing></w:r>'
        f"{r('见图')}</w:p>"
    )
    data = '<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>总监</a:t><a:t> </a:t></x>'
    found = read(docx(body.replace('"d"', '"diagramData"'), diagramData=data))
    assert (texts(found), asides(found)) == (["见图"], [("图内", "drawing"), ("总监", "drawing")])


def test_pinyin_above_characters_goes_aside() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('zé')}</w:rt><w:rubyBase>{r('责')}</w:rubyBase></w:ruby></w:r>"
    found = read(docx(f"<w:p>{r('职')}{ruby}</w:p>"))
    assert (texts(found), asides(found)) == (["职责"], [("zé", "pinyin")])


def test_a_formula_is_written_in_a_line() -> None:
    def t(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{t('回款额')}</m:num><m:den>{t('应收+预收')}</m:den></m:f>"
    assert texts(read(docx(f"<w:p>{r('回款率')}<m:oMath>{t('=')}{fraction}</m:oMath></w:p>"))) == ["回款率=回款额/(应收+预收)"]


def test_cells_lie_on_the_grid() -> None:
    span = '<w:gridSpan w:val="2"/>'
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = "<w:tbl>" + "".join(
        (
            row(cell(p("表头"), '<w:gridSpan w:val="3"/>'), properties="<w:tblHeader/>"),
            row(cell(p("合"), begin), cell(p("甲") + p("乙"), span)),
            row(cell(p("盖住"), go_on), cell(p("丙")), cell(p("丁"))),
            row(cell(p("后")), properties='<w:gridBefore w:val="2"/>'),
        )
    )
    found = read(docx(f"{body}</w:tbl>"))
    assert [(line.text, line.cell, line.where) for line in found.lines] == [
        ("表头", Cell(1, 0, 0, 1, 3, heading=True), "表 1 第 1 行"),
        ("合", Cell(1, 1, 0, 2, 1), "表 1 第 2 行"),
        ("甲", Cell(1, 1, 1, 1, 2), "表 1 第 2 行"),
        ("乙", Cell(1, 1, 1, 1, 2), "表 1 第 2 行"),
        ("丙", Cell(1, 2, 1), "表 1 第 3 行"),
        ("丁", Cell(1, 2, 2), "表 1 第 3 行"),
        ("后", Cell(1, 3, 2), "表 1 第 4 行"),
    ]
    assert asides(found) == [("盖住", "hidden")]


def test_old_merges_and_rows_in_controls_and_changes() -> None:
    merged = row(cell(p("甲"), '<w:hMerge w:val="restart"/>'), cell(p(""), '<w:hMerge w:val="continue"/>'), cell(p("乙")))
    body = (
        f"<w:tbl>{merged}<w:sdt><w:sdtContent>{row(cell(p('丙')), cell(p('丁')))}</w:sdtContent></w:sdt>"
        f"{row(cell(p('删')), properties='<w:del/>')}</w:tbl>"
    )
    found = read(docx(body))
    assert [(line.text, line.cell) for line in found.lines] == [
        ("甲", Cell(1, 0, 0, 1, 2)),
        ("乙", Cell(1, 0, 2)),
        ("丙", Cell(1, 1, 0)),
        ("丁", Cell(1, 1, 1)),
    ]
    assert asides(found) == [("删", "deleted")]


def test_a_table_in_a_cell_has_a_number_of_its_own_and_a_single_cell_is_a_frame() -> None:
    inner = f"<w:tbl>{row(cell(p('内')), cell(p('里')))}</w:tbl>"
    body = f"<w:tbl>{row(cell(p('外') + inner), cell(p('旁')))}</w:tbl><w:tbl>{row(cell(p('框住')))}</w:tbl>"
    assert [(line.text, line.cell) for line in read(docx(body)).lines] == [
        ("外", Cell(1, 0, 0)),
        ("内", Cell(2, 0, 0)),
        ("里", Cell(2, 0, 1)),
        ("旁", Cell(1, 0, 1)),
        ("框住", None),
    ]


def test_what_stands_beside_the_text_goes_aside() -> None:
    found = read(
        docx(
            p("正文"),
            header=p("公司"),
            footer=f"<w:p>{r('第')}{field('PAGE', r('1'))}{r('页')}</w:p>",
            footnotes=f"<w:footnote>{p('注')}</w:footnote>",
            comments=f"<w:comment>{p('批')}</w:comment>",
        )
    )
    assert texts(found) == ["正文"]
    assert [(each.text, each.reason, each.where) for each in found.aside] == [
        ("公司", "page", "页眉"),
        ("第1页", "page", "页脚"),
        ("注", "note", "脚注"),
        ("批", "comment", "批注"),
    ]


def test_a_file_within_the_file_is_read() -> None:
    inner = docx(p("外来的职责"))
    found = read(docx('<w:altChunk r:id="aFChunk"/>' + p("后"), aFChunk=inner))
    assert found.lines == (Line("外来的职责", 1), Line("后", 2))


def test_the_strict_edition_says_the_same() -> None:
    body = (
        p("职责", looks="<w:b/>")
        + item("负责")
        + f"<w:tbl>{row(cell(p('甲'), '<w:gridSpan w:val=' + chr(34) + '2' + chr(34) + '/>'), cell(p('乙')))}</w:tbl>"
    )
    numbering = lists(level(0, "chineseCounting", "%1、"))
    loose, strict = (read(docx(body, numbering=numbering, strict=each)) for each in (False, True))
    assert loose == strict
    assert loose.lines[1].label == "一、"


def test_a_package_in_one_xml_file() -> None:
    def part(name: str, xml: str) -> str:
        return f'<pkg:part pkg:name="{name}"><pkg:xmlData>{xml.partition("?>")[2] or xml}</pkg:xmlData></pkg:part>'

    flat = (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        + part("/_rels/.rels", relations(("rId1", "officeDocument", "word/document.xml")))
        + part("/word/document.xml", root("document", f"<w:body>{p('职责')}</w:body>"))
        + "</pkg:package>"
    )
    assert texts(read_flat(flat.encode())) == ["职责"]


def test_macros_are_noted_and_never_run() -> None:
    assert read(docx(p("职责"), vbaProject=b"")).notes == ()
    archive = ZipFile(BytesIO(docx(p("职责"))))
    files = {name: archive.read(name) for name in archive.namelist()}
    assert read(package({**files, "word/vbaProject.bin": b"Sub AutoOpen()"})).notes == (("macros", ""),)


def test_what_python_docx_writes() -> None:
    docx_package = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx_package.Document()
    document.add_heading("销售部", 1)
    for text in ("制定计划", "组织实施"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("客户", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "岗位"
    table.cell(1, 1).text = "销售经理"
    stream = BytesIO()
    document.save(stream)
    assert [(line.text, line.label, line.heading, line.cell) for line in read(stream.getvalue()).lines] == [
        ("销售部", "", 1, None),
        ("制定计划", "1.", 0, None),
        ("组织实施", "2.", 0, None),
        ("客户", "•", 0, None),
        ("岗位", "", 0, Cell(1, 0, 0, 2, 1)),
        ("销售经理", "", 0, Cell(1, 1, 1)),
    ]
