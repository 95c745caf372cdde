"""A matrix on a web page and in Markdown."""

from __future__ import annotations

import re

from opened import html
from salesduty.disk.packaged import stationery
from salesduty.renderers import html as page
from salesduty.renderers import md
from salesduty.results.paper import Block, Detail, Matrix, MatrixRow, Paper, Paragraph

MATRIX = Matrix(
    corner="事项",
    columns=(("经理", "d/head"), ("<代表>", "d/rep")),
    rows=(
        MatrixRow("职能", "回款", ("A", "R*"), "d/functions/money"),
        MatrixRow("职能", "投标（无人负责）", ("", "")),
        MatrixRow("流程：签约", "报|价", ("", "I"), "d/processes/p/q"),
    ),
    legend=(Detail("A", "决定"), Detail("*", "请核对")),
)


def paper(*blocks: Block) -> Paper:
    return Paper("raci", "d", "x", "分工表", "", "", "", "", "", blocks, cover=False)


def text_of(block: Block) -> str:
    return page.render(paper(block), stationery()).decode()


def test_a_table_that_a_screen_reader_can_follow() -> None:
    text = text_of(MATRIX)
    body = text[text.index('<dl class="legend">') : text.index("</main>")]
    assert [line for line in body.split("\n") if line] == [
        '<dl class="legend"><div><dt>A</dt><dd>决定</dd></div><div><dt>*</dt><dd>请核对</dd></div></dl>',
        '<div class="matrix" role="region" tabindex="0" aria-label="分工表">',
        "<table>",
        "<caption>分工表</caption>",
        '<thead><tr><th scope="col">事项</th><th scope="col">经理</th><th scope="col">&lt;代表&gt;</th></tr></thead>',
        "<tbody>",
        '<tr class="group"><th scope="rowgroup" colspan="3"><span>职能</span></th></tr>',
        '<tr id="d/functions/money"><th scope="row">回款</th><td class="sign-A">A</td><td class="sign-R">R*</td></tr>',
        '<tr><th scope="row">投标（无人负责）</th><td></td><td></td></tr>',
        "</tbody>",
        "<tbody>",
        '<tr class="group"><th scope="rowgroup" colspan="3"><span>流程：签约</span></th></tr>',
        '<tr id="d/processes/p/q"><th scope="row">报|价</th><td></td><td class="sign-I">I</td></tr>',
        "</tbody>",
        "</table>",
        "</div>",
    ]
    assert html.opened(text.encode()).lines


def test_only_a_page_with_a_matrix_brings_its_style() -> None:
    assert ".matrix thead th { position: sticky" in text_of(MATRIX)
    assert ".matrix" not in text_of(Paragraph(("无",)))


def test_a_matrix_in_markdown() -> None:
    lines = md.render(paper(MATRIX), stationery()).decode().split("\n")
    assert lines[2:] == [
        "- **A** 决定",
        "- **\\*** 请核对",
        "",
        "| 类别 | 事项 | 经理 | \\<代表\\> |",
        "| --- | --- | :---: | :---: |",
        "| 职能 | 回款 | A | R\\* |",
        "|  | 投标（无人负责） |  |  |",
        "| 流程：签约 | 报\\|价 |  | I |",
        "",
    ]


def test_a_wide_matrix_is_cut_into_tables() -> None:
    columns = tuple((f"岗位{number}", f"d/p{number}") for number in range(19))
    rows = (MatrixRow("职能", "回款", tuple(str(number) for number in range(19))),)
    text = md.render(paper(Matrix("事项", columns, rows)), stationery()).decode()
    tables = [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in part.split("\n")]
        for part in re.findall(r"(?:\|.*\n?)+", text)
    ]
    assert [len(table[0]) for table in tables] == [10, 10, 5]
    assert all(len({len(row) for row in table if row != [""]}) == 1 for table in tables)
    assert [cell for table in tables for cell in table[0][2:]] == [name for name, _ in columns]
    assert [cell for table in tables for cell in table[2][2:]] == [str(number) for number in range(19)]


def test_a_matrix_without_columns_or_rows() -> None:
    assert "| 职能 | 回款 |" in md.render(paper(Matrix("事项", (), (MatrixRow("职能", "回款", ()),))), stationery()).decode()
    assert "<tbody>" not in text_of(Matrix("事项", (("甲", "a"),), ()))
