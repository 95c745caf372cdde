"""The agreement with a post."""

from __future__ import annotations

from salesduty.results.paper import Detail, Field, Form, Heading, Item, Paper, Paragraph, Row, Side, Signing, Table
from salesduty.toolkit.load import load
from salesduty.views.agreement import papers

FULL = """\
department: {id: d, name: 部, company: 公司, document_no: N, version: '1', effective: 2026-01-01, review_by: 2027/3/5}
posts:
  - {id: b, name: 员, level: staff, reports_to: a, kpis: [{name: 销量, weight: 100, target: 十台, scoring: [照办]}],
     authorities: [退货], duties: [{text: 卖, area: C05, action: do, object: 货, cadence: daily, duties: [收钱]}]}
  - {id: a, name: 长, level: manager, duties: [管]}
  - {id: c, name: 新, status: proposed}
appraisal:
  principles: [{title: 公开, text: 贴出来}, 及时]
  cycles: [{cycle: monthly, levels: [staff], focus: 销量}, {cycle: yearly, levels: [manager]}]
  grades: [{name: 优, consequence: 奖}]
  uses: [调薪]
"""
SIGNED = Signing(
    (
        Side("甲方（盖章）", (Detail("代表人签字", ""), Detail("日期", "　　年　月　日"))),
        Side("乙方", (Detail("签字", ""), Detail("日期", "　　年　月　日"))),
    )
)


def agreements(text: str) -> tuple[Paper, ...]:
    (department,) = load({"a.yaml": text}).departments
    return tuple(papers(department))


def test_one_for_each_post_that_exists() -> None:
    assert [(paper.name, paper.post, paper.document) for paper in agreements(FULL)] == [
        ("长岗位责任书", "长", "agreement"),
        ("员岗位责任书", "员", "agreement"),
    ]


def test_everything_that_the_model_says() -> None:
    paper = agreements(FULL)[1]
    closing = [block.lines[0] for block in paper.blocks[-4:-1] if isinstance(block, Item)]
    assert len(closing) == 3
    assert "一式两份" in closing[2]
    assert paper.blocks[:-4] == (
        Form(
            (
                (Field("甲方", ("公司",), 3),),
                (Field("甲方代表", ("长",)), Field("所在部门", ("部",))),
                (Field("乙方", ("",)), Field("乙方岗位", ("员",))),
            )
        ),
        Paragraph(("为明确岗位责任和工作目标，甲乙双方经协商一致，签订本责任书。",)),
        Heading(1, "责任期限", "一、"),
        Paragraph(("本责任书的期限自 2026 年 1 月 1 日起，至 2027 年 3 月 5 日止。",)),
        Heading(1, "岗位职责", "二、", "d/b#duties"),
        Item(0, "1.", "", ("卖",), (Detail("频次", "每日"),), "d/b/#1"),
        Item(1, "（1）", "", ("收钱",), (), "d/b/#1/#1"),
        Heading(1, "责任目标", "三、", "d/b#kpis"),
        Table(
            _columns(paper),
            (Row((("1",), ("销量",), ("100%",), ("十台",), ("照办",), ()), "d/b/kpis/#1"),),
        ),
        Heading(1, "岗位权限", "四、", "d/b#authorities"),
        _table(paper, 1),
        Heading(1, "考核与奖惩", "五、"),
        Form(
            (
                (Field("考核安排", ("每月：销量",), 3),),
                (Field("考核原则", ("公开：贴出来", "及时"), 3),),
                (Field("结果运用", ("调薪",), 3),),
            )
        ),
        _table(paper, 2),
        Heading(1, "其他约定", "六、"),
    )
    assert [row.cells for row in _table(paper, 1).rows] == [(("1",), ("退货",))]
    assert [row.cells for row in _table(paper, 2).rows] == [(("优",), ("奖",))]
    assert paper.blocks[-1] == SIGNED


def test_what_the_model_does_not_say_is_left_to_fill_in() -> None:
    (paper,) = agreements("department: {id: d, name: 部}\npost: {id: a, name: 长}\n")
    blanks = [
        field.label
        for block in paper.blocks
        if isinstance(block, Form)
        for row in block.rows
        for field in row
        if not any(field.lines)
    ]
    assert blanks == ["甲方", "甲方代表", "乙方", "职责", "奖励办法", "处罚办法"]
    assert [len(block.rows) for block in paper.blocks if isinstance(block, Table)] == [3]
    blank = "＿＿＿＿ 年 ＿＿ 月 ＿＿ 日"
    assert Paragraph((f"本责任书的期限自 {blank}起，至 {blank}止。",)) in paper.blocks
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == [
        "责任期限",
        "岗位职责",
        "责任目标",
        "考核与奖惩",
        "其他约定",
    ]


def test_rewards_of_a_scheme_for_others_are_not_promised() -> None:
    text = FULL.replace("  cycles: [{cycle: monthly, levels: [staff], focus: 销量}, ", "  cycles: [")
    chief, clerk = agreements(text)
    assert any(isinstance(block, Form) and block.rows[0][0].label == "考核安排" for block in chief.blocks)
    assert [block.rows[0][0].label for block in clerk.blocks if isinstance(block, Form)] == ["甲方", "奖励办法"]


def test_a_scheme_that_names_no_reward_leaves_room_for_it() -> None:
    (paper,) = agreements(
        "department: {id: d, name: 部}\npost: {id: a, name: 长, duties: [管]}\nappraisal: {principles: [公开]}\n"
    )
    forms = [block for block in paper.blocks if isinstance(block, Form)]
    assert [[row[0].label for row in form.rows] for form in forms[1:]] == [["考核原则"], ["奖励办法", "处罚办法"]]


def test_lines_know_where_the_model_says_them() -> None:
    keys = {str(line): getattr(line, "key", "") for block in agreements(FULL)[1].blocks for line in _lines(block)}
    assert {
        words: keys[words]
        for words in ("公司", "员", "卖", "销量", "100%", "十台", "照办", "退货", "每月：销量", "公开：贴出来", "调薪")
    } == {
        "公司": "d#company",
        "员": "d/b#name",
        "卖": "d/b/#1#text",
        "销量": "d/b/kpis/#1#name",
        "100%": "d/b/kpis/#1#weight",
        "十台": "d/b/kpis/#1#target",
        "照办": "d/b/kpis/#1#scoring/1/text",
        "退货": "d/b/authorities/#1#text",
        "每月：销量": "d/appraisal/cycles/#1#focus",
        "公开：贴出来": "d/appraisal/principles/#1#text",
        "调薪": "d/appraisal#uses/1",
    }


def _lines(block: object) -> list[str]:
    if isinstance(block, Form):
        return [line for row in block.rows for field in row for line in field.lines]
    if isinstance(block, Table):
        return [line for row in block.rows for cell in row.cells for line in cell]
    return list(block.lines) if isinstance(block, (Item, Paragraph)) else []


def _table(paper: Paper, number: int) -> Table:
    return [block for block in paper.blocks if isinstance(block, Table)][number]


def _columns(paper: Paper) -> tuple[object, ...]:
    return _table(paper, 0).columns
