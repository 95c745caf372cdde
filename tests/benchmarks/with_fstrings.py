"""Set a paper in Word with nothing but f-strings: the floor, as fast as Python makes this XML.

The XML is that of `templates/docx/word/document.xml.jinja`, character by character; `handbook.py` says when it no longer is.
The other parts of the file are taken from the one that salesduty made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import zip_longest
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timed import timed

from salesduty.results.paper import Block, Contents, Form, Heading, Item, Paper, Paragraph, Signatures, Table

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WHOLE = 8845
_PART = "word/document.xml"
_DAY = (1980, 1, 1, 0, 0, 0)

_T = '<w:t xml:space="preserve">'
_RUN, _END_RUN = f"<w:r>{_T}", "</w:t></w:r>"
_TITLE_RUN = f'<w:r><w:rPr><w:rStyle w:val="DutyTitle"/></w:rPr>{_T}'
_LABEL_RUN = f'<w:r><w:rPr><w:rStyle w:val="DetailLabel"/></w:rPr>{_T}'
_TEXT = '<w:p><w:pPr><w:pStyle w:val="TableText"/>'
_FIELD = "<w:r><w:fldChar w:fldCharType"
_CENTRED = '<w:jc w:val="center"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
_HEAD = f'{_SHADED}{_MIDDLE}</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r>'
_HEAD_ROW = "\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_SIGN_ROW = '\n<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="680" w:hRule="atLeast"/></w:trPr>'
_AFTER = '\n<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr>'
_PAGE = f'{_AFTER}<w:r><w:br w:type="page"/></w:r></w:p>'
_SIZE = f'<w:tblW w:w="{_WHOLE}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
_TABLE = f'\n<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{_SIZE}</w:tblPr>'
_MARGINS = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="1134" w:footer="1134" w:gutter="0"'


def render(paper: Paper, word: str) -> bytes:
    packed = BytesIO()
    with ZipFile(word) as made, ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in made.namelist():
            part = ZipInfo(name, _DAY)
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, "".join(_document(paper)).encode("utf-8") if name == _PART else made.read(name))
    return packed.getvalue()


def _document(paper: Paper) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_MAIN}"><w:body>'
    yield from _front(paper)
    headings = {
        (each.label, each.text, each.anchor): mark for mark, each in enumerate(paper.blocks, 1) if isinstance(each, Heading)
    }
    before: Block | None = None
    for mark, (block, behind) in enumerate(zip_longest(paper.blocks, paper.blocks[1:]), 1):
        match block:
            case Item():
                yield _item(block)
            case Heading():
                yield _heading(block, mark, new_page=block.new_page or isinstance(before, Contents))
            case Paragraph():
                yield from (_styled("BodyText", line) for line in block.lines)
            case Form():
                yield from _form(block)
            case Table():
                yield from _table(block)
            case Signatures():
                yield from _signatures(block)
            case Contents():
                yield from _contents(block, paper, headings)
        if isinstance(block, (Form, Table, Signatures)):
            yield "\n</w:tbl>" if isinstance(behind, Heading) else f"\n</w:tbl>{_AFTER}</w:p>"
        before = block
    yield "\n<w:sectPr>"
    yield f'<w:headerReference w:type="default" xmlns:r="{_RELATIONS}" r:id="rId5"/>'
    yield f'<w:footerReference w:type="default" xmlns:r="{_RELATIONS}" r:id="rId6"/>'
    yield f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {_MARGINS}/>{"<w:titlePg/>" if paper.cover else ""}'
    yield '<w:docGrid w:linePitch="312"/></w:sectPr>\n</w:body></w:document>\n'


def _x(text: str) -> str:
    """Return `text` escaped as MarkupSafe does it."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("'", "&#39;").replace('"', "&#34;")


def _styled(style: str, text: str, more: str = "") -> str:
    return f'\n<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{_RUN}{_x(text)}{_END_RUN}</w:p>'


def _front(paper: Paper) -> Iterator[str]:
    if not paper.cover:
        yield _styled("Title", paper.title)
        yield from (_styled("Subtitle", line) for line in (paper.company, paper.subtitle) if line)
        return
    yield _styled("Subtitle", paper.company, '<w:spacing w:before="2400" w:after="600"/>')
    yield _styled("Title", paper.title)
    space = '<w:spacing w:before="4800" w:after="120"/>'
    for label, value in (("文件编号", paper.document_no), ("版本", paper.version), ("生效日期", paper.effective)):
        if value:
            yield _styled("Subtitle", f"{label}　{value}", space)
            space = ""
    yield _PAGE


def _item(item: Item) -> str:
    keep = "<w:keepNext/>" if item.details or not item.lines else ""
    title = f"{_TITLE_RUN}{_x(item.title)}{'：' if item.lines else ''}{_END_RUN}" if item.title else ""
    text = f"{_END_RUN}<w:r><w:br/>{_T}".join(map(_x, item.lines))
    text = f"{_RUN}{text}{_END_RUN}" if item.lines else ""
    made = f'\n<w:p><w:pPr><w:pStyle w:val="Duty{item.depth + 1}"/>{keep}</w:pPr>{title}{text}</w:p>'
    if not item.details:
        return made
    details = f"{_LABEL_RUN}；".join(f"{_x(each.label)}：{_END_RUN}{_RUN}{_x(each.text)}{_END_RUN}" for each in item.details)
    return f'{made}\n<w:p><w:pPr><w:pStyle w:val="Detail{item.depth + 1}"/></w:pPr>{_LABEL_RUN}{details}</w:p>'


def _heading(heading: Heading, mark: int, *, new_page: bool) -> str:
    style = f"Heading{heading.level}" if heading.label or heading.level == 3 else "FrontHeading"
    page = "<w:pageBreakBefore/>" if new_page else ""
    return (
        f'\n<w:p><w:pPr><w:pStyle w:val="{style}"/>{page}</w:pPr><w:bookmarkStart w:id="{mark}" w:name="_Toc{mark}"/>'
        f'{_RUN}{_x(heading.text)}{_END_RUN}<w:bookmarkEnd w:id="{mark}"/></w:p>'
    )


def _grid(widths: Iterable[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"{_TABLE}<w:tblGrid>{columns}</w:tblGrid>"


def _width(width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'


def _heads(widths: Iterable[int], titles: Iterable[str], opening: str = _T) -> str:
    cells = (
        f"{_width(width)}{_HEAD}{opening}{_x(title)}{_END_RUN}</w:p></w:tc>" for width, title in zip(widths, titles, strict=True)
    )
    return f"{_HEAD_ROW}{''.join(cells)}</w:tr>"


def _lines(lines: Iterable[str], align: str = "") -> str:
    return "".join(f"{_TEXT}{align}</w:pPr>{f'{_RUN}{_x(line)}{_END_RUN}' if line else ''}</w:p>" for line in lines)


def _form(form: Form) -> Iterator[str]:
    yield _grid((1420, 3002, 1420, 3003))
    label = f"{_width(1420)}{_HEAD}{_T}"
    wide = f'{_width(7425)}<w:gridSpan w:val="3"/>{_MIDDLE}</w:tcPr>'
    first, second = (f"{_width(width)}{_MIDDLE}</w:tcPr>" for width in (3002, 3003))
    for row in form.rows:
        yield f"\n<w:tr><w:trPr>{'<w:cantSplit/>' if len(row[0].lines) < 12 else ''}</w:trPr>"
        for index, field in enumerate(row):
            cell = wide if field.span == 3 else second if index else first
            yield f"{label}{_x(field.label)}{_END_RUN}</w:p></w:tc>{cell}{_lines(field.lines)}</w:tc>"
        yield "</w:tr>"


def _table(table: Table) -> Iterator[str]:
    widths = [_WHOLE * column.share // 100 for column in table.columns]
    yield _grid(widths) + _heads(widths, [column.title for column in table.columns])
    columns = [
        (f"{_width(width)}{_MIDDLE}</w:tcPr>", _CENTRED if each.centred else "")
        for width, each in zip(widths, table.columns, strict=True)
    ]
    for row in table.rows:
        cells = zip(columns, row.cells, strict=True)
        made = "".join(f"{opening}{_lines(cell or ('',), align)}</w:tc>" for (opening, align), cell in cells)
        yield f"\n<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def _signatures(signatures: Signatures) -> Iterator[str]:
    widths = (2645, 2000, 2200, 2000)
    yield _grid(widths) + _heads(widths, ("岗位", "姓名", "签字", "日期"), "<w:t>")
    first, keep = f"{_width(widths[0])}{_MIDDLE}</w:tcPr>{_TEXT}", "<w:keepNext/>"
    rest = "".join(f"{_width(width)}</w:tcPr>{_TEXT}</w:pPr></w:p></w:tc>" for width in widths[1:])
    for left, party in zip(range(len(signatures.parties) - 1, -1, -1), signatures.parties, strict=True):
        yield f"{_SIGN_ROW}{first}{keep if left else ''}</w:pPr>{_RUN}{_x(party)}{_END_RUN}</w:p></w:tc>{rest}</w:tr>"


def _contents(contents: Contents, paper: Paper, headings: dict[tuple[str, str, str], int]) -> Iterator[str]:
    yield _styled("FrontHeading", contents.title)
    deepest = max((entry.level for entry in contents.entries), default=1)
    field = f'<w:instrText xml:space="preserve"> TOC \\o "1-{deepest}" \\h \\z \\u </w:instrText>'
    begin = f'{_FIELD}="begin" w:dirty="true"/></w:r><w:r>{field}</w:r>{_FIELD}="separate"/></w:r>'
    space = " " if paper.numbering == "decimal" else ""
    for left, entry in zip(range(len(contents.entries) - 1, -1, -1), contents.entries, strict=True):
        end = "" if left else f'{_FIELD}="end"/></w:r>'
        target = headings[entry.label, entry.text, entry.anchor]
        yield (
            f'\n<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>{begin}'
            f'<w:hyperlink w:anchor="_Toc{target}" w:history="1">'
            f"{_RUN}{_x(entry.label)}{space}{_x(entry.text)}{_END_RUN}</w:hyperlink>{end}</w:p>"
        )
        begin = ""


if __name__ == "__main__":
    timed(render)
