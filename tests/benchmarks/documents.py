"""Made-up documents to import, the same for the same seed. Run `python tests/benchmarks/documents.py txt 1000 FOLDER`.

Each holds about 20 kB of text (UTF-8), which is some 120 duties of a department with a dozen posts, and no two hold the same.
In a text file and a page the posts follow each other with numbered duties and what is asked of people; a Word file has a form
a post, its duties as lines of one cell, and a table of figures; a sheet has one duty a row.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape as xml
from zipfile import ZIP_DEFLATED, ZipFile

from generate import _OBJECTS, _REGIONS, _RESULTS, _SEATS, _TRADES, sentence

SIZE = 20_000
SEED = 7
_DUTIES = 10
_NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Post:
    name: str
    superior: str
    headcount: int
    duties: list[str]
    asked: list[str]
    figures: list[tuple[str, str, str, str]]

    @property
    def size(self) -> int:
        return (
            sum(len(text.encode()) + 6 for text in (*self.duties, *self.asked, *(part for row in self.figures for part in row)))
            + 120
        )


def posts(chance: random.Random) -> Iterator[_Post]:
    """Yield the posts of one document, until it is full."""
    names = [f"{region}{trade}" for region in _REGIONS for trade in _TRADES]
    chance.shuffle(names)
    size, superior = 0, "总经理"
    for name in names:
        post = _post(f"{name}{chance.choice(_SEATS)}", superior, chance)
        size += post.size
        yield post
        if size >= SIZE:
            return
        superior = post.name


def _post(name: str, superior: str, chance: random.Random) -> _Post:
    things = chance.sample(_OBJECTS, 3)
    return _Post(
        name,
        superior,
        chance.randint(1, 12),
        [f"{sentence(chance)}，{chance.choice(_RESULTS)}" for _ in range(_DUTIES)],
        [f"{chance.randint(1, 8)}年以上同行业经验，熟悉{things[0]}", f"能独立完成{things[1]}"],
        [
            (f"{thing}合格率", f"{weight}%", f"≥{chance.randint(80, 99)}%", "每低1个百分点扣2分")
            for thing, weight in zip(things, (40, 30, 30), strict=True)
        ],
    )


def _txt(given: list[_Post]) -> bytes:
    lines = ["岗位职责汇编", ""]
    for number, post in enumerate(given):
        lines += [
            f"{_NUMBERS[number % 10]}、{post.name}",
            f"直接上级：{post.superior}",
            f"编制：{post.headcount}人",
            "岗位职责：",
        ]
        lines += [f"{index}、{duty}；" for index, duty in enumerate(post.duties, 1)]
        lines += ["任职要求：", *(f"{index}、{text}；" for index, text in enumerate(post.asked, 1)), ""]
        lines += ["考核指标\t权重\t目标值\t评分标准", *("\t".join(row) for row in post.figures), ""]
    return "\n".join(lines).encode()


def _html(given: list[_Post]) -> bytes:
    parts = ['<!DOCTYPE html><html><head><meta charset="utf-8"><title>岗位职责汇编</title></head><body><h1>岗位职责汇编</h1>']
    for post in given:
        parts.append(f"<h2>{escape(post.name)}</h2><p>直接上级：{escape(post.superior)}</p><h3>岗位职责</h3><ol>")
        parts += [f"<li>{escape(duty)}</li>" for duty in post.duties]
        parts += ["</ol><h3>任职要求</h3><ul>", *(f"<li>{escape(text)}</li>" for text in post.asked), "</ul><table>"]
        for row in (("考核指标", "权重", "目标值", "评分标准"), *post.figures):
            parts.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>")
        parts.append("</table>")
    return "".join([*parts, "</body></html>"]).encode()


def _docx(given: list[_Post]) -> bytes:
    body = [_paragraph("岗位说明书")]
    for post in given:
        rows = [
            (["岗位名称"], [post.name], ["直接上级"], [post.superior]),
            (["编制"], [f"{post.headcount}人"], ["所属部门"], ["销售部"]),
            (["岗位职责"], [f"{index}、{duty}" for index, duty in enumerate(post.duties, 1)]),
            (["任职资格"], post.asked),
        ]
        body += [_table(rows), _paragraph("")]
        heads = ("考核指标", "权重", "目标值", "评分标准")
        body += [_table([tuple([cell] for cell in row) for row in (heads, *post.figures)]), _paragraph("")]
    space = "http://schemas.openxmlformats.org"
    names = f'xmlns:w="{space}/wordprocessingml/2006/main" xmlns:r="{space}/officeDocument/2006/relationships"'
    document = f"<w:document {names}><w:body>{''.join(body)}</w:body></w:document>"
    types = (
        f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{space}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}/package/2006/relationships"/>',
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return packed.getvalue()


def _paragraph(text: str) -> str:
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">{xml(part)}</w:t></w:r>'
        for part in (text[:half], text[half:])
    )
    return f"<w:p>{runs}</w:p>"


def _table(rows: list[tuple[list[str], ...]]) -> str:
    cells = (
        "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{3 if len(row) == 2 and index else 1}"/></w:tcPr>'
        + "".join(map(_paragraph, lines)) + "</w:tc>" for index, lines in enumerate(row)) + "</w:tr>"
        for row in rows
    )  # fmt: skip
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 4 + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(cells)}</w:tbl>"


def _xlsx(given: list[_Post]) -> bytes:
    import xlsxwriter

    packed = BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        duties, figures = book.add_worksheet("岗位职责"), book.add_worksheet("考核指标")
        duties.write_row(0, 0, ("岗位", "直接上级", "编制", "职责"))
        rows = [(post.name, post.superior, post.headcount, duty) for post in given for duty in post.duties]
        for index, row in enumerate(rows, 1):
            duties.write_row(index, 0, row)
        figures.write_row(0, 0, ("岗位", "指标", "权重", "目标值", "评分标准"))
        for index, row_of in enumerate(((post.name, *figure) for post in given for figure in post.figures), 1):
            figures.write_row(index, 0, row_of)
    return packed.getvalue()


FORMATS: dict[str, Callable[[list[_Post]], bytes]] = {"txt": _txt, "docx": _docx, "html": _html, "xlsx": _xlsx}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write made-up documents to import.")
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("documents", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    given.folder.mkdir(parents=True)
    for number in range(1, given.documents + 1):
        chance = random.Random(f"{given.seed} {given.format} {number}")
        (given.folder / f"{number:05d}.{given.format}").write_bytes(FORMATS[given.format]([*posts(chance)]))


if __name__ == "__main__":
    main()
