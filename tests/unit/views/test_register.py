"""The register of duties as a paper."""

from __future__ import annotations

from dataclasses import replace

from salesduty.results.paper import Column, Heading, Orientation, Paper, Row, Table
from salesduty.results.said import Said
from salesduty.toolkit.load import load
from salesduty.views.entries import entries
from salesduty.views.register import papers

TEXT = """\
department: {id: d, name: 销售部, company: 公司, functions: [{id: money, name: 回款, duties: [催收]}]}
posts:
  - {id: rep, name: 代表, reports_to: head, duties: [拜访]}
  - id: head
    name: 经理
    duties:
      - id: plan
        title: 计划
        text: 每周写计划
        sla: 1 日
        inputs: [上周记录]
        to: [rep]
        performers: 2
        duties: [{text: 交, duties: [存]}]
process: {id: p, name: 签约, steps: [{name: 报价, do: rep, duties: [核价]}]}
"""


def test_the_paper() -> None:
    (department,) = load({"d/all.yaml": TEXT}).departments
    (paper,) = papers(department)
    few = (Column("序号", 15, centred=True), Column("职责", 85))
    assert replace(paper, source="") == Paper(
        document="register",
        folder="d",
        name="销售部职责清单",
        title="销售部职责清单",
        subtitle="",
        company="公司",
        document_no="",
        version="",
        effective="",
        blocks=(
            Orientation(landscape=True),
            Heading(1, "经理", "一、", "d/head#duties"),
            Table(
                (Column("序号", 6, centred=True), Column("职责", 34), Column("频次与时限", 10), Column("输入与来自", 13), Column("产出与接收", 17), Column("其他约定", 20)),
                (
                    Row((("1",), ("计划", "每周写计划"), ("时限：1 日",), ("上周记录",), ("接收方：代表",), ("执行人数：2 人",)), "d/head/plan"),
                    Row((("1.1",), ("交",), (), (), (), ()), "d/head/plan/#1"),
                    Row((("1.1.1",), ("存",), (), (), (), ()), "d/head/plan/#1/#1"),
                ),
            ),
            Heading(1, "代表", "二、", "d/rep#duties"),
            Table(few, (Row((("1",), ("拜访",)), "d/rep/#1"),)),
            Heading(1, "部门职能：回款", "三、", "d/functions/money#duties"),
            Table(few, (Row((("1",), ("催收",)), "d/functions/money/#1"),)),
            Heading(1, "流程环节：签约：报价", "四、", "d/processes/p/#1#duties"),
            Table(few, (Row((("1",), ("核价",)), "d/processes/p/#1/#1"),)),
        ),
        cover=False,
    )  # fmt: skip


def test_lines_know_where_the_model_says_them() -> None:
    (department,) = load({"d/all.yaml": TEXT}).departments
    (paper,) = papers(department)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [line.key for row in table.rows for line in row.cells[1] if isinstance(line, Said)] == [
        "d/head/plan#title",
        "d/head/plan#text",
        "d/head/plan/#1#text",
        "d/head/plan/#1/#1#text",
    ]


def test_every_duty_has_its_number() -> None:
    (department,) = load({"d/all.yaml": TEXT}).departments
    assert [(each.kind, each.holder, each.number, each.within, each.address) for each in entries(department)] == [
        ("岗位", "经理", "1", "", "d/head/plan"),
        ("岗位", "经理", "1.1", "1", "d/head/plan/#1"),
        ("岗位", "经理", "1.1.1", "1.1", "d/head/plan/#1/#1"),
        ("岗位", "代表", "1", "", "d/rep/#1"),
        ("部门职能", "回款", "1", "", "d/functions/money/#1"),
        ("流程环节", "签约：报价", "1", "", "d/processes/p/#1/#1"),
    ]
