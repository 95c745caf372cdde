"""Tables that somebody flattened to text say what they said before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.tables_of import duties, kpis, read, table, text, unclear
from tests.intake.test_conservation import missing

from salesduty.intake.draft import draft
from salesduty.results.draft import Draft
from salesduty.toolkit.importing import lexicon

FORM = [["岗位名称", "销售经理", "所属部门", "销售部"], ["直接上级", "总监", "岗位编制", "3人"]]


def facts(found: Draft) -> list[tuple[object, ...]]:
    return [(post.name, post.department, post.reports_to, post.headcount) for post in found.posts]


def test_a_form_in_whatever_way_it_was_flattened() -> None:
    cells = [cell for row in FORM for cell in row]
    ways = [
        text("\n".join("\t".join(row) for row in FORM)),
        text("\n".join("   ".join(row) for row in FORM)),
        text("\n".join("|" + "|".join(row) + "|" for row in FORM)),
        text("\n".join(" ".join(row) for row in FORM)),
        text(" ".join(cells)),
        text("\n".join(cells)),
        text("\n".join(f"{label} {value}" for label, value in zip(cells[::2], cells[1::2], strict=True))),
    ]
    expected = facts(read(*table(FORM)))
    assert expected == [("销售经理", "销售部", ("总监",), "3人")]
    assert [facts(read(*way)) for way in ways] == [expected] * len(ways)


def test_labels_without_values_between_others() -> None:
    found = read(*text("岗位名称\n销售经理\n岗位编号\n所属部门\n销售部\n直接上级\n总监"))
    assert facts(found) == [("销售经理", "销售部", ("总监",), None)]


def test_numbered_duties_with_tasks_a_cell_a_line() -> None:
    form = ["岗位名称", "出纳", "所属部门", "财务部"]
    first = ["职责一", "职责表述：负责现金", "工作时间百分比：40%", "工作", "任务", "每日盘点；", "登记日记账"]
    second = ["职责二", "职责表述", "负责票据", "工作任务", "保管支票", "权限", "付款复核权"]
    source = "\n".join([*form, *first, *second])
    found = read(*text(source))
    (post,) = found.posts
    assert duties(post.duties) == [("负责现金", ["每日盘点", "登记日记账"]), ("负责票据", ["保管支票"])]
    assert [duty.number for duty in post.duties] == ["职责一", "职责二"]


def test_numbered_duties_with_tasks_in_lines_with_their_labels() -> None:
    source = "岗位名称 出纳 所属部门 财务部\n职责一 职责表述:负责现金 工作时间百分比:40%\n工作任务 每日盘点\n登记日记账\n职责二 职责表述:负责票据"
    (post,) = read(*text(source)).posts
    assert duties(post.duties) == [("负责现金", ["每日盘点", "登记日记账"]), "负责票据"]


def test_kpis_a_cell_a_line_with_scoring_of_two_lines_and_a_total() -> None:
    head = ["考核指标", "权重", "目标值", "评分标准", "数据来源"]
    first = ["销售额", "40%", "100%", "每低1%扣1分", "财务部"]
    second = ["回款率", "60%", "95%", "每低1%扣2分；", "低于80%不得分", "财务部"]
    source = "\n".join([*head, *first, *second, "合计", "100%"])
    found = read(*text(source))
    assert kpis(found) == [("销售额", "40%", "100%", "每低1%扣1分"), ("回款率", "60%", "95%", "每低1%扣2分；低于80%不得分")]
    assert [kpi.source for kpi in found.kpis] == ["财务部", "财务部"]
    assert unclear(found) == []


def test_numbers_of_rows_are_no_numbers_of_pages() -> None:
    head = ["序号", "指标名称", "权重", "目标值", "评分标准", "数据来源"]
    rows = [[str(n), f"指标{n}", "50%", "100%", f"每低{n}%扣1分", "财务部"] for n in (1, 2)]
    found = read(*text("\n".join(cell for row in (head, *rows) for cell in row)))
    assert kpis(found) == [("指标1", "50%", "100%", "每低1%扣1分"), ("指标2", "50%", "100%", "每低2%扣1分")]


def test_kpis_in_one_line_with_numbers_and_cycles_to_hold_on_to() -> None:
    source = "客服部指标 序号 KPI指标 考核周期 指标定义/公式 资料来源 1 客户意见 反馈及时率 月度 及时反馈的次数 客服部 2 回访率 季度 回访数 客服部"
    found = read(*text(source))
    assert [(kpi.name, kpi.cycle, kpi.formula or kpi.definition, kpi.source) for kpi in found.kpis] == [
        ("客户意见反馈及时率", "月度", "及时反馈的次数", "客服部"),
        ("回访率", "季度", "回访数", "客服部"),
    ]


def test_a_list_of_posts_in_columns() -> None:
    source = "部门\t岗位\t编制\t职责\n销售部\t销售经理\t1\t定计划\n\t内勤\t2\t录单"
    found = read(*text(source))
    assert [(post.name, post.department, post.headcount, duties(post.duties)) for post in found.posts] == [
        ("销售经理", "销售部", "1", ["定计划"]),
        ("内勤", "销售部", "2", ["录单"]),
    ]


def test_text_with_wide_blanks_is_no_table() -> None:
    found = read(*text("1、负责   销售工作的开展\n2、负责   回款工作的开展"))
    assert not found.posts
    assert not found.kpis


_word = st.text(st.sampled_from("销售回款客户订单合同计划市场渠道"), min_size=3, max_size=6)
_row = st.tuples(
    _word,
    st.integers(1, 99).map(lambda n: f"{n}%"),
    st.integers(1, 999).map(lambda n: f"{n}万元"),
    _word.map(lambda w: f"{w}每低1%扣1分"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_row, min_size=2, max_size=8, unique_by=lambda row: row[0]), st.permutations(range(4)), st.integers(0, 4))
def test_a_grid_says_the_same_in_every_order_and_flattening(rows: list[tuple[str, ...]], order: list[int], way: int) -> None:
    heads = ("考核指标", "权重", "目标值", "评分标准")
    grid = [[row[place] for place in order] for row in (heads, *rows)]
    ways = (
        table(grid),
        text("\n".join("\t".join(row) for row in grid)),
        text("\n".join(" | ".join(row) for row in grid)),
        text("\n".join("\n".join(row) for row in grid)),
        text(" ".join(" ".join(row) for row in grid)),
    )
    assert kpis(read(*ways[way])) == rows


def test_kpis_as_labels_and_values_again_and_again() -> None:
    source = "指标名称：销售额\n权重：40%\n目标值：100万\n指标名称：回款率\n权重：60%\n评分标准：每低1%扣1分"
    assert kpis(read(*text(source))) == [("销售额", "40%", "100万", ""), ("回款率", "60%", "", "每低1%扣1分")]


def test_duties_with_points_for_each_are_duties_and_kpis() -> None:
    cells = ["项目 |", "工作内容 |", "考核细则 |", "1 |", "按时巡检 |", "漏检扣2分 |", "2 |", "及时维修 |", "延误扣2分 |"]
    found = read(*text("\n".join(cells)))
    (post,) = found.posts
    assert (post.name_inferred, duties(post.duties)) == (True, ["按时巡检", "及时维修"])
    assert kpis(found) == [("按时巡检", "", "", "漏检扣2分"), ("及时维修", "", "", "延误扣2分")]


def test_cells_that_a_bar_leaves_empty_are_cells() -> None:
    flattened = "步骤 |\n办理程序 |\n承办岗位 |\n办理时限 |\n1 |\n提交计划 |\n系主任 |\n7天 |\n2 |\n |\n组织部 |\n |\n3 |\n公示 |\n组织部 |\n|\n"
    assert not missing(flattened, draft(flattened.encode(), "流程.txt", lexicon()))
