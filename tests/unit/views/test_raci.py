"""The table of who does what."""

from __future__ import annotations

from dataclasses import replace

from salesduty.results.coverage import Chart, Holder, Part, Row
from salesduty.results.judged import Judged
from salesduty.results.paper import Detail, Matrix, MatrixRow, Orientation, Paper, Paragraph
from salesduty.toolkit.load import load
from salesduty.views.raci import legend, matrix, papers, summary
from salesduty.workspace.entities import Department

TEXT = """\
department: {id: d, name: 销售部, company: 公司, version: '1'}
posts:
  - {id: rep, name: 代表, reports_to: head, level: staff}
  - {id: head, name: 经理, level: manager}
  - {id: new, name: 新岗, status: proposed}
"""
POSTS = (("d/rep", "代表", ""), ("d/head", "经理", ""))


def department() -> Department:
    return load({"d/all.yaml": TEXT}).departments[0]


def held(post: str, part: Part, confidence: float = 1.0, name: str = "") -> Holder:
    return Holder(post, post, name or {each[0]: each[1] for each in POSTS}[post], part, part, confidence)


def judged(*rows: Row) -> Judged:
    return Judged(Chart("d", "销售部", POSTS, rows), ())


ROWS = (
    Row("d", "area", "C31", "展会", False, "optional"),
    Row("d", "area", "C08", "合同", False, "owned", (held("d/rep", "do", 0.7),), address="d"),
    Row("d", "step", "quote", "报价", True, "owned", (held("d/head", "decide"), held("d/rep", "do")), "签约", address="d/processes/p/quote"),
    Row("d", "function", "money", "回款", True, "gap", address="d/functions/money"),
    Row("d", "function", "bid", "投标", True, "supported-only", (held("d/rep", "support", 0.5),), address="d/functions/bid"),
    Row("d", "step", "ship", "发货", True, "owned", (held("x/1", "do", 1, "仓库"), held("x/2", "inform", 1, "仓库")), "交付", address="d/processes/q/ship"),
)  # fmt: skip


def test_the_paper() -> None:
    (paper,) = papers(department(), judged(*ROWS))
    assert replace(paper, source="") == Paper(
        document="raci",
        folder="d",
        name="销售部职责分工表",
        title="销售部职责分工表",
        subtitle="",
        company="公司",
        document_no="",
        version="1",
        effective="",
        blocks=(
            Orientation(landscape=True),
            Paragraph(("共 5 项，其中 1 项没有人负责，1 项只有协助的人。",)),
            Matrix(
                corner="事项",
                columns=(("经理", "d/head"), ("代表", "d/rep"), ("仓库", "x/1")),
                rows=(
                    MatrixRow("部门职能", "回款（无人负责）", ("", "", ""), "d/functions/money"),
                    MatrixRow("部门职能", "投标（只有协助）", ("", "S*", ""), "d/functions/bid"),
                    MatrixRow("流程：签约", "报价", ("A", "R", ""), "d/processes/p/quote"),
                    MatrixRow("流程：交付", "发货", ("", "", "R/I"), "d/processes/q/ship"),
                    MatrixRow("职责领域", "合同", ("", "R*", ""), "d#C08"),
                ),
                legend=legend(),
            ),
        ),
        cover=False,
    )


def test_one_decides_where_it_is_written_who() -> None:
    written = Row("d", "function", "f", "定价", True, "owned", (held("d/head", "decide"), held("d/rep", "decide", 0.8)))
    (row,) = matrix(department(), judged(written)).rows
    assert row.cells == ("A", "R*")
    inferred = Row("d", "function", "f", "定价", True, "owned", (held("d/head", "decide", 0.9), held("d/rep", "decide", 0.8)))
    (row,) = matrix(department(), judged(inferred)).rows
    assert row.cells == ("A*", "A*")


def test_what_is_written_once_is_not_marked() -> None:
    twice = (held("d/rep", "do", 0.6), held("d/rep", "do", 1), held("d/rep", "review", 0.6))
    (row,) = matrix(department(), judged(Row("d", "function", "f", "x", True, "owned", twice))).rows
    assert row.cells == ("", "R/C*")


def test_all_is_well_or_nothing_is_there() -> None:
    fine = judged(Row("d", "function", "f", "x", True, "owned", (held("d/rep", "do"),)))
    assert summary(fine) == "共 1 项，每一项都有人负责。"
    (paper,) = papers(department(), judged())
    assert paper.blocks[1:] == (Paragraph(("部门还没有写职能、流程环节和岗位职责，没有可以分工的事项。",)),)


def test_every_letter_and_the_mark_are_told() -> None:
    assert [detail.label for detail in legend()] == ["A", "R", "C", "S", "I", "*"]
    assert legend()[0] == Detail("A", "决定：对结果负责，最后由他决定")
