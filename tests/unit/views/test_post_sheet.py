"""The description of one post."""

from __future__ import annotations

from dataclasses import replace

from salesduty.model.kpi import PostKpi
from salesduty.results.paper import Field, Form, Heading, Item, Paper, Signatures, Table
from salesduty.toolkit.load import load
from salesduty.views import naming
from salesduty.views.kpis import of_post
from salesduty.views.post_sheet import papers

TEXT = """\
department: {id: d, name: 部, company: 公司, document_no: N, version: '1', effective: 2026-01-01, numbering: decimal}
posts:
  - {id: b, name: 员, reports_to: a, status: 拟设, when: 明年, purpose: 干活}
  - {id: a, name: 长, duties: [管], group: {by: 渠道, value: 线上}, qualifications: [识字], relations: {internal: [员, {party: 财务, about: 对账}]}}
"""


def test_one_paper_a_post_in_reporting_order() -> None:
    (department,) = load({"d/all.yaml": TEXT}).departments
    chief, clerk = papers(department)
    assert chief == Paper(
        document="post",
        folder="d",
        name="长岗位说明书",
        title="长岗位说明书",
        subtitle="部",
        company="公司",
        document_no="N",
        version="1",
        effective="2026-01-01",
        blocks=(
            Heading(1, "基本信息", "1"),
            Form(
                (
                    (Field("岗位名称", ("长",)), Field("所属部门", ("部",))),
                    (Field("岗位分组", ("渠道：线上",), 3),),
                )
            ),
            Heading(1, "岗位职责", "2", "d/a#duties"),
            Item(0, "2.1", "", ("管",), (), "d/a/#1"),
            Heading(1, "任职资格", "3"),
            Form(((Field("其他要求", ("识字",), 3),),)),
            Heading(1, "工作关系", "4"),
            Form(((Field("内部关系", ("员", "财务：对账"), 3),),)),
            Heading(1, "签署确认", "5"),
            Signatures(("长", "直接上级", "人力资源部")),
        ),
        numbering="decimal",
        cover=False,
        post="长",
    )
    assert clerk.blocks[1] == Form(
        (
            (Field("岗位名称", ("员",)), Field("所属部门", ("部",))),
            (Field("直接上级", ("长",)), Field("岗位状态", ("拟设",))),
            (Field("设立条件", ("明年",), 3),),
            (Field("岗位目的", ("干活",), 3),),
        )
    )


def test_empty_qualifications_and_relations_have_no_section() -> None:
    (department,) = load(
        {"d/all.yaml": "post: {name: 岗, qualifications: {skills: []}, relations: {internal: []}}\n"}
    ).departments
    (paper,) = papers(department)
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == ["基本信息", "签署确认"]


GROUP = """\
department: {id: group, name: 总部}
post: {id: rep, name: 总代表}
kpis:
  - id: rev
    name: 销售额
    kind: outcome
    level: team
    definition: 含税口径
    formula: 开票合计
    unit: 万元
    better: higher
    target: '500'
    source: 财务
    cycle: monthly
    scoring: [满分]
    drivers: [C01]
    split: {rep: 100}
"""
EAST = """\
department: {id: east, name: 华东}
post: {id: rep, name: 华东代表, kpis: [{ref: rev, weight: 60}, {ref: rev, name: 华东销售额, weight: 40, unit: 元, split: {rep: 100}}]}
"""


def test_a_kpi_says_all_of_a_definition_that_stands_around_the_department() -> None:
    (sheet,) = papers(load({"a.yaml": GROUP, "east/a.yaml": EAST}).departments[1])
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    rest = (
        "开票合计",
        "指标类型：结果指标",
        "指标层级：团队",
        "指标定义：含税口径",
        "方向：越高越好",
        f"驱动领域：{naming.areas(('C01',))}",
    )
    assert [row.cells for row in table.rows] == [
        (("销售额",), ("60%",), ("500", "单位：万元"), (*rest, "分担：总代表 100%"), ("满分",), ("财务", "每月")),
        (("华东销售额",), ("40%",), ("500", "单位：元"), (*rest, "分担：华东代表 100%"), ("满分",), ("财务", "每月")),
    ]


def test_in_the_handbook_a_definition_of_its_own_is_told_once() -> None:
    post = "post: {id: p, name: 岗, kpis: [{ref: rev, weight: 100, kind: process}]}\n"
    group, east = load({"a.yaml": GROUP.replace("post: {id: rep, name: 总代表}\n", post), "east/a.yaml": EAST}).departments
    own, outer = (next(block for block in of_post(each.posts[0], each).rows[0].cells[3:4]) for each in (group, east))
    assert own == ("开票合计", "指标类型：过程指标")
    assert "指标定义：含税口径" in outer


def test_kpis_that_say_nothing_have_no_section() -> None:
    (department,) = load({"a.yaml": "post: {name: 岗, kpis: [{ref: r}]}\nkpi: {id: r, name: 指标}\n"}).departments
    post = department.posts[0]
    empty = replace(post, value=post.value.model_copy(update={"kpis": (PostKpi.model_construct(),)}))
    (sheet,) = papers(replace(department, posts=(empty,)))
    assert [block.text for block in sheet.blocks if isinstance(block, Heading)] == ["基本信息", "签署确认"]
