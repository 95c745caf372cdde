"""The report of gaps and overlaps."""

from __future__ import annotations

import pytest

from salesduty.results.coverage import Chart, Row
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Severity
from salesduty.results.judged import Judged
from salesduty.results.paper import Detail, Heading, Item, Matrix, Orientation, Paragraph, Table
from salesduty.results.place import Span
from salesduty.results.wording import Text
from salesduty.toolkit.load import load
from salesduty.views.check import papers
from salesduty.workspace.entities import Department

TEXT = "department: {id: d, name: 销售部, company: 公司, version: '2'}\nposts: [{id: a, name: 代表}, {id: b, name: 经理}]\n"
POSTS = (("d/a", "代表", ""), ("d/b", "经理", ""))
HELD = Row("d", "function", "money", "回款", True, "owned")
GAP = Row("d", "area", "C08", "合同", True, "gap")
THIN = Row("d", "step", "ship", "发货", True, "supported-only", group="交付")


def department(text: str = TEXT) -> Department:
    return load({"d/sales/all.yaml": text}).departments[0]


def finding(code: str, said: str, severity: Severity = WARNING, line: int = 1, related: tuple[Related, ...] = ()) -> Finding:
    span = Span(line, 1, line, 2)
    return Finding(code, "x", severity, Text(said, ""), Text("改好", ""), "d/sales/all.yaml", span, "d", "  - 原话\x1b", related)


def blocks(judged: Judged, text: str = TEXT) -> tuple[object, ...]:
    (paper,) = papers(department(text), judged)
    assert (paper.document, paper.name, paper.title) == ("check", "销售部职责检查报告", "销售部职责检查报告")
    return paper.blocks


def test_all_that_is_in_a_report() -> None:
    other = Related("/x/y/other.yaml", Span(7, 1, 7, 2), "e/c", Text("“业务员”：“催款”", ""))
    told = (
        finding("OVL050", "两个岗位都催款", ERROR, related=(other,)),
        finding("REF001", "找不到“小王”", line=2),
        finding("GAP050", "没有人管合同", line=3),
        finding("REF001", "找不到“小王”", line=4),
        finding("GAP051", "小事", INFO),
    )

    conclusion, words, figures, gravest, *rest = blocks(Judged(Chart("d", "销售部", POSTS, (HELD, GAP, THIN)), told))

    assert conclusion == Heading(1, "结论", "一、", "d#summary")
    assert words == Paragraph(
        (
            "本部门共 2 个岗位，应当有人负责的共 3 项：1 项有人负责（33%），1 项只有人协助，1 项没有人负责。",
            "发现需要处理的问题 4 个：错误 1 个、警告 3 个，后果重的排在前面。另有 1 条提示，没有列在这里。",
        )
    )
    assert isinstance(figures, Table)
    assert [tuple(cell[0] for cell in row.cells) for row in figures.rows] == [
        ("部门职能", "1", "1", "0", "0"),
        ("流程环节", "1", "0", "1", "0"),
        ("职责领域", "1", "0", "0", "1"),
        ("合计", "3", "1", "1", "1"),
    ]
    assert gravest == Paragraph(("最要紧的：", "1. 两个岗位都催款", "2. 找不到“小王”（共 2 处）", "3. 没有人管合同"))
    said, advice = Detail("原文", "原话\\x1b"), Detail("建议", "改好")
    assert rest[:6] == [
        Heading(1, "没有人负责的事（1 项）", "二、"),
        Item(0, "1.", "警告", ("没有人管合同",), (said, Detail("位置", "d/sales/all.yaml 第 3 行"), advice)),
        Heading(1, "几个岗位重复或冲突的事（1 项）", "三、"),
        Item(
            0,
            "1.",
            "错误",
            ("两个岗位都催款",),
            (
                said,
                Detail("对照", "“业务员”：“催款”"),
                Detail("位置", "d/sales/all.yaml 第 1 行、other.yaml 第 7 行"),
                advice,
            ),
        ),
        Heading(1, "其他要改的地方（1 项）", "四、"),
        Item(
            0,
            "1.",
            "警告",
            ("找不到“小王”（共 2 处）",),
            (said, Detail("位置", "d/sales/all.yaml 第 2 行、d/sales/all.yaml 第 4 行"), advice),
        ),
    ]
    landscape, heading, table = rest[6:]
    assert (landscape, heading) == (Orientation(landscape=True), Heading(1, "职责覆盖图", "五、", "d#map"))
    assert isinstance(table, Matrix)
    assert [row.label for row in table.rows] == ["回款", "发货（只有协助）", "合同（无人负责）"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "本部门共 2 个岗位。没有写明部门职能、流程或部门类型，看不出缺什么。"),
        ((HELD,), "本部门共 2 个岗位，应当有人负责的 1 项都有人负责。"),
    ],
)
def test_nothing_to_complain_of(rows: tuple[Row, ...], said: str) -> None:
    found = blocks(Judged(Chart("d", "销售部", POSTS, rows), ()))

    assert found[1] == Paragraph((said, "没有发现需要处理的问题。"))
    assert not any(isinstance(block, Item) for block in found)


def test_what_could_not_be_read_is_told() -> None:
    found = blocks(Judged(Chart("d", "销售部", POSTS, ()), (), ("d/x\x1b.yaml",)))

    assert found[2:] == (
        Heading(1, "没有看全的文件", "二、", "d#unread"),
        Paragraph(("下列文件有错误，没有读全，里面的职责没有算进来，结论可能不完整：", "d/x\\x1b.yaml")),
    )


def test_many_places_are_counted() -> None:
    told = tuple(finding("REF001", "找不到“小王”", line=line) for line in range(1, 31))

    found = blocks(Judged(Chart("d", "销售部", POSTS, ()), told))

    (item,) = (block for block in found if isinstance(block, Item))
    assert item.details[1].text.startswith("d/sales/all.yaml 第 1 行、")
    assert item.details[1].text.endswith("、d/sales/all.yaml 第 8 行 等 30 处")
    assert found[2] == Paragraph(("要处理的是：", "1. 找不到“小王”（共 30 处）"))


def test_the_style_of_numbers_is_that_of_the_department() -> None:
    text = TEXT.replace("version: '2'", "numbering: decimal")

    assert blocks(Judged(Chart("d", "销售部", POSTS, ()), ()), text)[0] == Heading(1, "结论", "1", "d#summary")
