"""Papers to look at: one of every kind of block, and all that the workspaces of the tests give."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from opened.workspaces import department, departments
from salesduty.results.drawing import Box, Drawing, Link
from salesduty.results.paper import (
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
from salesduty.toolkit.load import load
from salesduty.views.catalogue import VIEWS

_CHAPTER = Heading(1, "职责", "一、", "sales#duties")
_SECTION = Heading(2, "内勤", "（一）", "sales/clerk")

DRAWING = Drawing(
    width=600,
    height=200,
    boxes=(
        Box(0, 0, 600, 200, ("受理",), "lane"),
        Box(220, 10, 160, 40, ("经理", "2 人"), "head", strong=1, anchor="sales/manager"),
        Box(40, 120, 160, 40, ("内勤 <甲> & 乙",), "post"),
        Box(400, 120, 160, 40, ("业务员", "（拟设）"), "vacant"),
        Box(210, 90, 60, 14, ("汇报",), "plain", 7),
    ),
    links=(
        Link(((120, 120), (120, 80), (300, 80), (300, 50)), arrow=True),
        Link(((480, 120), (480, 80), (300, 80)), dashed=True),
    ),
    title="组织结构图",
    text="经理（2 人）：内勤、业务员（拟设）",
    mermaid="flowchart TD\n  a[经理] --> b[内勤]\n",
    anchor="sales#chart",
)
"""A chart wider than a page, with boxes of several kinds, a line that turns and arrow heads."""
MATRIX = Matrix(
    corner="工作",
    columns=tuple((f"岗位{number}", f"sales/p{number}") for number in range(1, 31)),
    rows=(
        MatrixRow("合同", "合同评审", tuple("ARSCI"[number % 5] for number in range(30)), "sales/processes/p/take"),
        MatrixRow("合同", "合同归档", tuple("A" if number == 29 else "" for number in range(30))),
        MatrixRow("回款", "货款催收", ("R",) * 30),
    ),
    legend=(Detail("A", "决定"), Detail("R", "执行")),
)
"""More columns than fit beside each other, rows of two groups, and empty cells."""
SIGNING = Signing(
    (
        Side("甲方（盖章）", (Detail("单位名称", "示例公司"), Detail("法定代表人（签字）", ""), Detail("日期", ""))),
        Side("乙方", (Detail("姓名", ""), Detail("身份证号", ""))),
    )
)
"""Two sides, one with fewer lines to fill in than the other."""

LAVISH = Paper(
    document="handbook",
    folder="sales",
    name="销售部岗位责任制",
    title="销售部岗位责任制",
    subtitle="",
    company="示例公司",
    document_no="XS-1",
    version="2.1",
    effective="2026-01-01",
    blocks=(
        Heading(1, "文件控制", anchor="sales#control"),
        Form(
            (
                (Field("版本", ("2.1",)), Field("编制", ("3 人",))),
                (Field("目的", ("一行", "又一行"), 3),),
                (Field("说明", tuple(f"第 {line} 行" for line in range(1, 15)), 3),),
            )
        ),
        Contents("目录", (_CHAPTER, _SECTION)),
        _CHAPTER,
        Paragraph(("第一段", "第二段")),
        _SECTION,
        Item(
            0,
            "1.",
            "合同",
            ("两个工作日内审核", "并出具意见"),
            (Detail("时限", "2 日"), Detail("接收方", "经理")),
            "sales/clerk/contract",
        ),
        Item(1, "（1）", "只有标题", ()),
        Item(2, "①", "", ("只有内容",)),
        Heading(3, "没有号的小节"),
        Table(
            (Column("环节", 67), Column("时限", 33, centred=True)),
            (Row((("受理", "登记"), ()), "sales/processes/p/take"), Row(((), ("1h",)))),
        ),
        Signatures(("经理", "内勤")),
    ),
)
"""Every kind of block that is read from top to bottom, each with everything that it can hold."""
WIDE = replace(
    LAVISH,
    folder="wide",
    blocks=(
        Heading(1, "总则", "一、", "wide#about"),
        Paragraph(("一段",)),
        Heading(1, "职责分工", "二、", "wide#raci"),
        Orientation(landscape=True),
        MATRIX,
        LAVISH.blocks[1],
        Orientation(landscape=False),
        Heading(1, "组织结构", "三、", "wide#chart"),
        DRAWING,
        SIGNING,
    ),
)
"""Every kind of block that asks for a page of its own, wide or whole."""


@cache
def papers() -> tuple[Paper, ...]:
    """Return `LAVISH` and `WIDE`, the papers of every workspace, and those that count far and nest deep."""
    found = [paper for each in departments() for view in VIEWS.values() for paper in view(department(*each))]
    return (LAVISH, WIDE, *found, *(paper for style in ("chinese", "decimal") for paper in deep_and_long(style)))


@cache
def deep_and_long(style: str) -> tuple[Paper, ...]:
    """Return the handbook of a department with duties twelve levels deep, 30 in a row on each of six levels, and 110 chapters."""
    deep = "{text: 底}"
    for level in range(12, 0, -1):
        deep = f"{{title: 第 {level} 层, text: 甲, cadence: daily, duties: [{deep}, 乙]}}"
    long = ", ".join(f"第 {number} 条" for number in range(1, 31))
    for level in range(5, 0, -1):
        long = f"{{title: 第 {level} 层, duties: [{long}]}}, " + ", ".join(
            f"{level} 层的第 {number} 条" for number in range(2, 31)
        )
    posts = [
        f"  - {{id: deep, name: 深, duties: [{deep}, 丙]}}",
        f"  - {{id: long, name: 长, reports_to: deep, duties: [{long}]}}",
    ]
    posts += [f"  - {{id: p{number}, name: 岗位{number}, reports_to: deep, duties: [一]}}" for number in range(1, 111)]
    spec = f"department: {{id: {style}, name: 深长部, purpose: 数数, numbering: {{style: {style}, start: 3}}}}"
    workspace = load({"roles.yaml": "\n".join([spec, "posts:", *posts])})
    return tuple(VIEWS["handbook"](workspace.departments[0]))
