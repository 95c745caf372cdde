"""Set a paper with python-docx, paragraph by paragraph and cell by cell, in the template that it comes with."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from timed import timed

from salesduty.results.paper import Form, Heading, Item, Paper, Paragraph, Signatures, Table


def render(paper: Paper, _: str) -> bytes:
    document = Document()
    document.add_heading(paper.title, 0)
    for block in paper.blocks:
        match block:
            case Heading():
                document.add_heading(block.text, block.level)
            case Paragraph():
                for line in block.lines:
                    document.add_paragraph(line)
            case Item():
                paragraph = document.add_paragraph(block.label)
                paragraph.add_run(block.title).bold = True
                paragraph.add_run("\n".join(block.lines))
                if block.details:
                    document.add_paragraph("；".join(f"{detail.label}：{detail.text}" for detail in block.details))
            case Form():
                _fill(document, [[text for field in row for text in (field.label, "\n".join(field.lines))] for row in block.rows])
            case Table():
                heads = [column.title for column in block.columns]
                _fill(document, [heads, *(["\n".join(cell) for cell in row.cells] for row in block.rows)])
            case Signatures():
                _fill(document, [["岗位", "姓名", "签字", "日期"], *([party, "", "", ""] for party in block.parties)])
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def _fill(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


if __name__ == "__main__":
    timed(render)
