"""The scorecards of a post."""

from __future__ import annotations

from salesduty.results.paper import Detail, Field, Form, Orientation, Paper, Row, Side, Signing, Table
from salesduty.toolkit.load import load
from salesduty.views.scorecard import papers

TEXT = """\
department: {id: d, name: 部, company: 公司}
posts:
  - {id: b, name: 员, level: staff, reports_to: a, kpis: [{ref: sales, weight: 50}, {id: own, name: 态度, weight: 20, cycle: yearly}, {name: 回款, target: 全收, cycle: monthly}]}
  - {id: a, name: 长, appraised_by: 董事会, reports_to: 总经理, kpis: [{ref: sales, weight: 33.5, target: 百台}]}
  - {id: c, name: 无指标}
  - {id: e, name: 新, status: proposed, kpis: [{ref: sales}]}
kpi: {id: sales, name: 销量, kind: outcome, level: team, better: higher, definition: 含退货, formula: "台数\\n合计", unit: 台, target: 十台, source: 台账, cycle: monthly, scoring: [{when: 多, score: 满分}], drivers: [C05], split: {a: 40, b: 60}}
appraisal: {grades: [{name: 优, score: "≥90", share: 一成, consequence: 奖}, {name: 良}]}
"""
SIGNED = Signing(
    tuple(Side(side, (Detail("签字", ""), Detail("日期", "　　年　月　日"))) for side in ("被考核人", "考核人")),
)
MEASURED = (
    "销量",
    "越高越好",
    "指标定义：含退货",
    "计算公式：台数",
    "合计",
    "分担：长 40%、员 60%",
)


def scorecards(text: str = TEXT) -> tuple[Paper, ...]:
    (department,) = load({"a.yaml": text}).departments
    return tuple(papers(department))


def test_one_for_each_post_with_kpis_and_for_each_cycle() -> None:
    assert [(paper.name, paper.post) for paper in scorecards()] == [
        ("长绩效考核表（月度）", "长"),
        ("员绩效考核表（月度）", "员"),
        ("员绩效考核表（年度）", "员"),
    ]


def test_a_card() -> None:
    paper = scorecards()[1]
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert paper.blocks == (
        Orientation(landscape=True),
        Form(
            (
                (Field("被考核人", ("",)), Field("岗位", ("员",))),
                (Field("部门", ("部",)), Field("考核人", ("长",))),
                (Field("考核周期", ("月度",)), Field("考核期间", ("　　　年　　月",))),
            )
        ),
        Table(
            table.columns,
            (
                Row((("1",), MEASURED, ("50%",), ("十台", "单位：台"), ("多：满分",), ("台账",), (), (), ()), "d/b/kpis/sales"),
                Row((("2",), ("回款",), (), ("全收",), (), (), (), (), ()), "d/b/kpis/#3"),
                Row(((), ("合计",), ("50%",), (), (), (), (), (), ())),
            ),
        ),
        Form(
            (
                (
                    Field(
                        "填写说明",
                        (
                            "自评由被考核人打分，上级评由考核人打分，都按评分标准；得分＝上级评×权重，合计是各项得分之和。",
                            "权重空着的指标，先由双方商定权重再打分。",
                            "本岗位的指标分在 2 张考核表里，权重分别是：月度 50%、年度 20%。",
                        ),
                        3,
                    ),
                ),
                (Field("等级划分", ("优：≥90，比例 一成，奖", "良"), 3),),
                (Field("评定等级", ("",), 3),),
                (Field("考核评语", ("", ""), 3),),
                (Field("本人意见", ("", ""), 3),),
            )
        ),
        SIGNED,
    )
    assert [column.title for column in table.columns] == [
        "序号",
        "指标",
        "权重",
        "目标值",
        "评分标准",
        "数据来源",
        "自评",
        "上级评",
        "得分",
    ]
    assert sum(column.share for column in table.columns) == 100


def test_who_scores_is_who_appraises_and_a_post_may_say_otherwise_than_the_definition() -> None:
    paper = scorecards()[0]
    head = next(block for block in paper.blocks if isinstance(block, Form))
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert head.rows[1][1] == Field("考核人", ("董事会",))
    assert [row.cells[2:4] for row in table.rows] == [(("33.5%",), ("百台", "单位：台")), (("33.5%",), ())]
    assert [getattr(line, "key", "") for line in (*table.rows[0].cells[2], *table.rows[0].cells[3], *table.rows[0].cells[5])] == [
        "d/a/kpis/sales#weight",
        "d/a/kpis/sales#target",
        "d/kpis/sales#unit",
        "d/kpis/sales#source",
    ]


def test_without_cycle_and_grades_there_is_room_for_the_period_and_nothing_to_grade() -> None:
    (paper,) = scorecards("department: {id: d, name: 部}\npost: {id: a, name: 员, kpis: [{name: 甲}]}\n")
    head, below = (block for block in paper.blocks if isinstance(block, Form))
    assert paper.title == "员绩效考核表"
    assert head.rows[2] == (Field("考核周期", ("",)), Field("考核期间", ("",)))
    assert [row[0].label for row in below.rows] == ["填写说明", "考核评语", "本人意见"]
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert table.rows[-1].cells[1:3] == (("合计",), ())
