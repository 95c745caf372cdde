"""The description of one post."""

from __future__ import annotations

from salesduty.results.paper import Field, Form, Heading, Item, Paper, Signatures
from salesduty.toolkit.load import load
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
            Heading(1, "基本信息", "一、"),
            Form(
                (
                    (Field("岗位名称", ("长",)), Field("所属部门", ("部",))),
                    (Field("岗位分组", ("渠道：线上",), 3),),
                )
            ),
            Heading(1, "岗位职责", "二、", "d/a#duties"),
            Item(0, "1.", "", ("管",), (), "d/a/#1"),
            Heading(1, "任职资格", "三、"),
            Form(((Field("其他要求", ("识字",), 3),),)),
            Heading(1, "工作关系", "四、"),
            Form(((Field("内部关系", ("员", "财务：对账"), 3),),)),
            Heading(1, "签署确认", "五、"),
            Signatures(("长", "直接上级", "人力资源部")),
        ),
        cover=False,
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
