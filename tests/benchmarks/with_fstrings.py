"""Set a paper in Word with nothing but f-strings: the floor, as fast as Python makes this XML.

The XML is that of `templates/docx/word/document.xml.jinja`, character by character; `handbook.py` says when it no longer is.
The other parts of the file are taken from the one that salesduty made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from io import BytesIO
from itertools import zip_longest
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timed import timed

from salesduty.results.paper import Block, Contents, Form, Heading, Item, Paper, Paragraph, Signatures, Table
from salesduty.results.said import Said

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OTHERS = (
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
)
_WHOLE = 8845
_PART = "word/document.xml"
_DAY = (1980, 1, 1, 0, 0, 0)

_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]+")
_T = '<w:t xml:space="preserve">'
_RUN, _END_RUN = f"<w:r>{_T}", "</w:t></w:r>"
_TITLE_RUN = f'<w:r><w:rPr><w:rStyle w:val="DutyTitle"/></w:rPr>{_T}'
_TITLE_COLON = f"{_TITLE_RUN}：{_END_RUN}"
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
_LAST = '\n<w:p><w:pPr><w:pStyle w:val="TableEnd"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
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
    others = "".join(f' xmlns:{name}="{uri}"' for name, uri in _OTHERS)
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}"{others}>'
    yield "<w:body>"
    text = _Texts(len(paper.blocks) + 1)
    yield from _front(paper)
    headings = {
        (each.label, each.text, each.anchor): mark for mark, each in enumerate(paper.blocks, 1) if isinstance(each, Heading)
    }
    before: Block | None = None
    for mark, (block, behind) in enumerate(zip_longest(paper.blocks, paper.blocks[1:]), 1):
        match block:
            case Item():
                yield _item(block, text)
            case Heading():
                yield _heading(block, text, mark, new_page=block.new_page or isinstance(before, Contents))
            case Paragraph():
                yield from (_body(line, text) for line in block.lines)
            case Form():
                yield from _form(block, text)
            case Table():
                yield from _table(block, text)
            case Signatures():
                yield from _signatures(block)
            case Contents():
                yield from _contents(block, paper, headings)
        if isinstance(block, (Form, Table, Signatures)):
            yield "\n</w:tbl>" if isinstance(behind, Heading) else f"\n</w:tbl>{_AFTER if behind else _LAST}</w:p>"
        before = block
    yield "\n<w:sectPr>"
    yield '<w:headerReference w:type="default" r:id="rId5"/>'
    yield '<w:footerReference w:type="default" r:id="rId6"/>'
    yield f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {_MARGINS}/>{"<w:titlePg/>" if paper.cover else ""}'
    yield '<w:docGrid w:linePitch="312"/></w:sectPr>\n</w:body></w:document>\n'


def _x(text: str) -> str:
    """Return `text` escaped as MarkupSafe does it."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("'", "&#39;").replace('"', "&#34;")


class _Texts:
    """Runs, and the control around each that the model says; tags are never cut here, for none of the made-up ones is too long."""

    def __init__(self, first: int) -> None:
        self._next = first
        self._names: dict[str, tuple[str, str]] = {}
        self._times: dict[str, int] = {}

    def run(self, line: str, opening: str = _RUN) -> str:
        if type(line) is not Said:
            return f"{opening}{_x(line)}{_END_RUN}"
        before, behind = self.around(line.key)
        label = f"{opening}{_x(line[: line.start])}{_END_RUN}" if line.start else ""
        return f"{label}{before}{opening}{_x(line[line.start :])}{_END_RUN}{behind}"

    def runs(self, lines: Sequence[str]) -> str:
        if len(lines) == 1 or not lines:
            return self.run(lines[0]) if lines else ""
        text = f"{_END_RUN}<w:r><w:br/>{_T}".join(map(_x, lines))
        before, behind = self.around(lines[0].key)
        return f"{before}{_RUN}{text}{_END_RUN}{behind}"

    def around(self, key: str) -> tuple[str, str]:
        number = self._next
        self._next = number + 1
        if key in self._names:
            tag, name = self._names[key]
            self._times[key] += 1
            name = f"{name}_{self._times[key]}"
        else:
            readable = _NOT_IN_NAMES.sub("_", key[-60:])[-20:].strip("_")
            tag, name = _x(key), f"t_{readable}_{blake2b(key.encode(), digest_size=6).hexdigest()}"
            self._names[key] = (tag, name)
            self._times[key] = 1
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/>'
            "<w:richText/></w:sdtPr><w:sdtContent>",
            f'</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{number}"/>',
        )


def _styled(style: str, text: str, more: str = "") -> str:
    return f'\n<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{_RUN}{_x(text)}{_END_RUN}</w:p>'


def _body(line: str, text: _Texts) -> str:
    return f'\n<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{text.run(line)}</w:p>'


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


def _item(item: Item, text: _Texts) -> str:
    keep = "<w:keepNext/>" if item.details or not item.lines else ""
    title = f"{text.run(item.title, _TITLE_RUN)}{_TITLE_COLON if item.lines else ''}" if item.title else ""
    made = f'\n<w:p><w:pPr><w:pStyle w:val="Duty{item.depth + 1}"/>{keep}</w:pPr>{title}{text.runs(item.lines)}</w:p>'
    if not item.details:
        return made
    details = f"{_LABEL_RUN}；".join([f"{_x(each.label)}：{_END_RUN}{text.run(each.text)}" for each in item.details])
    return f'{made}\n<w:p><w:pPr><w:pStyle w:val="Detail{item.depth + 1}"/></w:pPr>{_LABEL_RUN}{details}</w:p>'


def _heading(heading: Heading, text: _Texts, mark: int, *, new_page: bool) -> str:
    style = f"Heading{heading.level}" if heading.label or heading.level == 3 else "FrontHeading"
    page = "<w:pageBreakBefore/>" if new_page else ""
    return (
        f'\n<w:p><w:pPr><w:pStyle w:val="{style}"/>{page}</w:pPr><w:bookmarkStart w:id="{mark}" w:name="_Toc{mark}"/>'
        f'{text.run(heading.text)}<w:bookmarkEnd w:id="{mark}"/></w:p>'
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


def _lines(lines: Iterable[str], text: _Texts, align: str = "") -> str:
    return "".join([f"{_TEXT}{align}</w:pPr>{text.run(line) if line else ''}</w:p>" for line in lines])


def _form(form: Form, text: _Texts) -> Iterator[str]:
    yield _grid((1420, 3002, 1420, 3003))
    label = f"{_width(1420)}{_HEAD}{_T}"
    wide = f'{_width(7425)}<w:gridSpan w:val="3"/>{_MIDDLE}</w:tcPr>'
    first, second = (f"{_width(width)}{_MIDDLE}</w:tcPr>" for width in (3002, 3003))
    for row in form.rows:
        yield f"\n<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if len(row[0].lines) < 12 else ''}"
        for index, field in enumerate(row):
            cell = wide if field.span == 3 else second if index else first
            yield f"{label}{_x(field.label)}{_END_RUN}</w:p></w:tc>{cell}{_lines(field.lines, text)}</w:tc>"
        yield "</w:tr>"


def _table(table: Table, text: _Texts) -> Iterator[str]:
    widths = [_WHOLE * column.share // 100 for column in table.columns]
    yield _grid(widths) + _heads(widths, [column.title for column in table.columns])
    columns = [
        (f"{_width(width)}{_MIDDLE}</w:tcPr>", _CENTRED if each.centred else "")
        for width, each in zip(widths, table.columns, strict=True)
    ]
    for left, row in zip(range(len(table.rows) - 1, -1, -1), table.rows, strict=True):
        cells = zip(columns, row.cells, strict=True)
        # The last row is not left alone on a page.
        keep = "<w:keepNext/>" if left == 1 else ""
        made = "".join(f"{opening}{_lines(cell or ('',), text, keep + align)}</w:tc>" for (opening, align), cell in cells)
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
