"""The handbook of a department: which chapters there are, in which order, with what in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from opened.workspaces import department, departments
from salesduty.model.duty import Work
from salesduty.model.kpi import Measure
from salesduty.results.paper import Column, Contents, Detail, Field, Form, Heading, Item, Paper, Paragraph, Row, Signatures, Table
from salesduty.toolkit.load import load
from salesduty.views import duties, kpis
from salesduty.views.handbook import papers


def handbook(text: str) -> Paper:
    (paper,) = papers(load({"d/all.yaml": text}).departments[0])
    return paper


def body(text: str) -> tuple[object, ...]:
    """What follows the document control and the contents."""
    blocks = handbook(text).blocks
    return blocks[next(place for place, block in enumerate(blocks) if isinstance(block, Contents)) + 1 :]


SPEC = "department: {id: d, name: 部}\n"


def test_a_department_with_nothing_in_it() -> None:
    assert replace(handbook(SPEC), source="") == Paper(
        document="handbook",
        folder="d",
        name="部岗位责任制",
        title="部岗位责任制",
        subtitle="",
        company="",
        document_no="",
        version="",
        effective="",
        blocks=(
            Heading(1, "文件控制", anchor="d#control"),
            Form(((Field("文件名称", ("部岗位责任制",), 3),), (Field("部门名称", ("部",), 3),))),
            Contents("目录", ()),
        ),
    )


def test_document_control() -> None:
    paper = handbook(
        "department: {id: d, name: 部, company: 公司, document_title: 手册, document_no: N, version: '2', effective: 2026-01-01, "
        "review_by: 2027/1/1, prepared_by: 甲, reviewed_by: 乙, approved_by: 丙, headcount: 0, profile: p}\n"
    )
    assert (paper.title, paper.name, paper.company, paper.document_no, paper.version, paper.effective) == (
        *("手册", "手册", "公司", "N", "2", "2026-01-01"),
    )
    assert paper.blocks[1] == Form(
        (
            (Field("文件名称", ("手册",), 3),),
            (Field("部门名称", ("部",)), Field("公司", ("公司",))),
            (Field("文件编号", ("N",)), Field("版本", ("2",))),
            (Field("生效日期", ("2026-01-01",)), Field("复审日期", ("2027/1/1",))),
            (Field("部门类型", ("p",)), Field("部门编制", ("0 人",))),
            (Field("编制人", ("甲",)), Field("审核人", ("乙",))),
            (Field("批准人", ("丙",), 3),),
        )
    )


def test_one_post_with_one_duty() -> None:
    assert body(
        SPEC + "post: {id: p, name: 岗, duties: [{text: 做, cadence: weekly, scope: {product: '*', amount: <50万}}]}\n"
    ) == (
        Heading(1, "组织架构与汇报关系", "一、", "d#organisation"),
        Table((Column("岗位名称", 100),), (Row((("岗",),)),)),
        Heading(1, "岗", "二、", "d/p"),
        Heading(2, "基本信息", "（一）"),
        Form(((Field("岗位名称", ("岗",)), Field("所属部门", ("部",))),)),
        Heading(2, "岗位职责", "（二）", "d/p#duties"),
        Item(0, "1.", "", ("做",), (Detail("范围", "产品 不限，金额 50 万元以下（不含）"), Detail("频次", "每周")), "d/p/#1"),
        Heading(1, "签署确认", "三、", "d#signatures"),
        Signatures(("岗",)),
    )


def test_chapters_in_their_order() -> None:
    name, number = next(each for each in departments() if department(*each).id == "equipment")
    (paper,) = papers(department(name, number))
    assert [(block.label, block.text) for block in paper.blocks if isinstance(block, Heading) and block.level <= 2] == [
        ("", "文件控制"),
        ("8", "设备销售部"),
        ("8.1", "部门使命"),
        ("8.2", "部门职能"),
        ("8.3", "组织架构与汇报关系"),
        ("8.4", "设备销售经理"),
        ("8.5", "销售工程师"),
        ("8.6", "销售内勤"),
        ("8.7", "展会专员"),
        ("8.8", "传真员"),
        ("8.9", "业务流程与交接"),
        ("8.10", "例会"),
        ("8.11", "绩效指标定义"),
        ("8.12", "绩效考核方案"),
        ("8.13", "系统"),
        ("8.14", "预警信号"),
        ("8.15", "豁免"),
        ("8.16", "签署确认"),
    ]
    (contents,) = (block for block in paper.blocks if isinstance(block, Contents))
    assert [entry.text for entry in contents.entries][:3] == ["设备销售部", "部门使命", "部门职能"]
    assert (paper.numbering, paper.start, paper.cover) == ("decimal", 8, True)


def test_only_posts_that_exist_sign() -> None:
    text = SPEC + "posts: [{name: 甲}, {name: 乙, status: proposed}, {name: 丙, status: retired}]\n"
    assert body(text)[-1] == Signatures(("甲",))


def test_lines_stay_lines() -> None:
    assert body('department: {id: d, name: 部, purpose: "一\\n二"}\n')[1] == Paragraph(("一", "二"))


@pytest.mark.parametrize(
    ("kpi", "row"),
    [
        (
            "{ref: r}",
            (("指标",), (), ("≥1",), ("式",), ("条：分",), ("源", "每月")),
        ),
        (
            "{ref: r, weight: 33.5, target: 二, unit: 元, scoring: [满分], source: 他, cycle: 每年, formula: 新, level: 团队}",
            (("指标",), ("33.5%",), ("二", "单位：元"), ("新", "指标层级：团队"), ("满分",), ("他", "每年")),
        ),
        (
            "{name: 自, weight: 0, definition: 义, split: {p: 60, x: 40}, drivers: [C01, C02], better: lower, kind: 定性}",
            (
                ("自",),
                ("0%",),
                (),
                (
                    "指标类型：定性指标",
                    "指标定义：义",
                    "方向：越低越好",
                    "驱动领域：线索与潜客（C01）、筛选与商机（C02）",
                    "分担：岗 60%、x 40%",
                ),
                (),
                (),
            ),
        ),
    ],
)
def test_the_kpis_of_a_post(kpi: str, row: tuple[tuple[str, ...], ...]) -> None:
    text = SPEC + f"post: {{id: p, name: 岗, kpis: [{{ref: r, weight: 1}}, {kpi}]}}\n"
    text += "kpi: {id: r, name: 指标, formula: 式, target: ≥1, source: 源, cycle: 每月, scoring: [{when: 条, score: 分}]}\n"
    table = next(block for block in body(text)[3:] if isinstance(block, Table))
    assert tuple(column.title for column in table.columns) == ("指标名称", "权重", "目标值", "计算公式", "评分标准", "来源与周期")
    assert table.rows[1].cells == row


def test_steps() -> None:
    text = (
        SPEC
        + "post: {id: p, name: 岗}\n"
        + "process: {id: x, name: 流程, steps: [受理, {id: s, name: 办, sla: 1h, to: [p], duties: [{title: 题, text: 细, sla: 2h}]}]}\n"
    )
    table = next(block for block in body(text)[5:] if isinstance(block, Table))
    assert [column.title for column in table.columns] == ["序号", "环节与内容", "时限", "交接"]
    assert table.rows == (
        Row((("1",), ("受理",), (), ()), "d/processes/x/#1"),
        Row((("2",), ("办", "· 题：细（时限：2h）"), ("1h",), ("接收方：岗",)), "d/processes/x/s"),
    )


def test_a_process_without_steps_is_its_heading_alone() -> None:
    assert body(SPEC + "process: {name: 空}\n") == (
        Heading(1, "业务流程与交接", "一、", "d#processes"),
        Heading(2, "空", "（一）", "d/processes/空"),
    )


def test_every_field_of_a_duty_has_a_way_of_being_said() -> None:
    assert set(duties._SAYERS) == {field.alias or name for name, field in Work.model_fields.items()} - {"text", "duties"}


def test_every_field_of_a_kpi_has_a_place_or_a_way_of_being_said() -> None:
    assert set(kpis._SAYERS) | set(kpis._IN_COLUMNS) == set(Measure.model_fields)


def test_what_work_rests_on_is_told_in_words() -> None:
    """A step rests on an authority of the post that decides there, a function on one of any post."""
    text = (
        "department: {id: d, name: 部, functions: [{name: 能, duties: [{text: 批, authority: k}]}]}\n"
        "posts: [{name: 甲, authorities: [{id: k, text: 甲权}]}, {name: 乙, authorities: [{id: k, text: 乙权}]}]\n"
        "process: {name: 流程, steps: [{name: 审, accountable: 乙, authority: k, duties: [{text: 细, authority: k}]}]}\n"
    )
    blocks = body(text)
    duty = next(block for block in blocks if isinstance(block, Item) and block.depth == 1)
    assert [detail.text for detail in duty.details] == ["甲权"]
    steps = next(
        block
        for block in blocks
        if isinstance(block, Table) and block.columns[0].title == "序号" and "环节" in block.columns[1].title
    )
    assert steps.rows[0].cells[1] == ("审", "· 细（所用权限：乙权）", "所用权限：乙权")
