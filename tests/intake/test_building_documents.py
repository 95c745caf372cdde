"""Documents as sites share them: forms told in a line, prose about posts, headings that stick to sentences."""

from __future__ import annotations

import pytest

from salesduty.intake.draft import draft
from salesduty.results.draft import Draft, DraftDuty
from salesduty.toolkit.importing import lexicon

_FORM = "一、岗位资料\n1.岗位名称：仓库会计\n2.直接上级：财务经理\n3.岗位津贴：\n4.定员人数：2\n"
_DUTIES = "二、岗位职责\n1.登记材料明细账；\n2.月末盘点仓库。"


def read(text: str) -> Draft:
    return draft(text.encode(), "职责.txt", lexicon())


def tree(duties: tuple[DraftDuty, ...]) -> list[object]:
    return [(str(each.text), tree(each.children)) if each.children else str(each.text) for each in duties]


def posts(text: str) -> list[tuple[str, list[object]]]:
    return [(str(post.name), tree(post.duties)) for post in read(text).posts]


def test_the_first_section_of_a_form_names_the_post_of_all_sections() -> None:
    (post,) = read(f"粮库仓库会计岗位说明书\n{_FORM}{_DUTIES}\n三、使用设备\n电脑").posts

    assert (str(post.name), str(post.headcount), [str(each) for each in post.reports_to]) == ("仓库会计", "2", ["财务经理"])
    assert tree(post.duties) == ["登记材料明细账", "月末盘点仓库"]


def test_a_label_without_a_value_does_not_take_the_next_heading_for_it() -> None:
    text = "车间主任岗位职责 文件编号:\n一、生产计划\n1.编制周计划；\n2.组织排产。\n二、现场管理\n1.检查安全；\n2.整理现场。"

    assert posts(text) == [("车间主任", [("生产计划", ["编制周计划", "组织排产"]), ("现场管理", ["检查安全", "整理现场"])])]


def test_acts_in_a_section_of_purpose_are_duties() -> None:
    found = posts("出纳岗位说明书\n二、工作概要\n2.1按编制设岗\n1、负责报销费用；\n2、负责保管现金；\n3、核对银行账。")

    assert found == [("出纳", ["负责报销费用", "负责保管现金", "核对银行账"])]


@pytest.mark.parametrize(
    ("title", "department"),
    [
        ("前厅部机构设置及岗位职能", "前厅部"),
        ("酒店各部门主要职责", None),
        ("清洁部门主要职责", "清洁部门"),
        ("采购管理部职责", "采购管理部"),
    ],
)
def test_whose_functions_a_heading_announces(title: str, department: str | None) -> None:
    found = read(f"{title}\n1、接待来访宾客；\n2、办理入住手续；\n3、处理投诉。")

    assert found.posts == ()
    assert (str(found.department.name) if found.department.name else None) == department
    assert tree(found.department_duties) == ["接待来访宾客", "办理入住手续", "处理投诉"]


def test_a_verb_that_may_be_a_noun_begins_a_duty_where_duties_stand() -> None:
    text = "一、财务总监\n监督财务团队工作，优化流程；\n参与投资决策。\n二、出纳岗\n管理现金收支与结算；\n负责票据审核。\n三、审计岗\n评估财务风险；\n确保合规。"

    assert posts(text) == [
        ("财务总监", ["监督财务团队工作，优化流程", "参与投资决策"]),
        ("出纳岗", ["管理现金收支与结算", "负责票据审核"]),
        ("审计岗", ["评估财务风险", "确保合规"]),
    ]


def test_who_looks_after_pay_is_not_offered_any() -> None:
    text = (
        "人事主管的主要职责：\n制定招聘计划。\n设计并实施薪酬福利制度。\n管理社保台账，确保数据准确。\n五险一金，双休，带薪年假。"
    )

    assert posts(text) == [("人事主管", ["制定招聘计划", "设计并实施薪酬福利制度", "管理社保台账，确保数据准确"])]


def test_what_follows_a_table_of_posts_is_not_the_last_ones() -> None:
    text = "| 序号 | 岗位名称 | 主要职责 |\n| 1 | 施工员 | 组织现场施工 |\n| 2 | 资料员 | 整理工程档案 |\n二、五大员的重要性\n缺一不可。"

    assert posts(text) == [("施工员", ["组织现场施工"]), ("资料员", ["整理工程档案"])]


def test_headings_group_the_functions_below_them() -> None:
    found = read("部门职能\n生产方面\n1、完成客户定单的加工。\n2、维护机器设备。 安装方面\n1、完成现场安装。\n2、处理遗留问题。")

    assert tree(found.department_duties) == [
        ("生产方面", ["完成客户定单的加工", "维护机器设备"]),
        ("安装方面", ["完成现场安装", "处理遗留问题"]),
    ]


def test_names_with_a_colon_stand_above_what_the_post_does() -> None:
    found = read(
        "管理层\n餐厅经理：\n1名，负责餐厅的日常管理。\n厨房部门\n厨师长：\n2名，负责厨房的菜品。\n面点师：\n1名，负责制作面点。"
    )

    assert [(str(each.name), str(each.headcount), tree(each.duties)) for each in found.posts] == [
        ("餐厅经理", "1名", ["负责餐厅的日常管理"]),
        ("厨师长", "2名", ["负责厨房的菜品"]),
        ("面点师", "1名", ["负责制作面点"]),
    ]


def test_a_place_left_blank_is_no_part_of_a_name() -> None:
    assert posts("吉林XX仓库管理员岗位职责\n1、验收物资；\n2、登记台账。") == [("仓库管理员", ["验收物资", "登记台账"])]


def test_a_heading_within_a_paragraph_begins_something_new() -> None:
    text = "经理室的工作：一、讨论年度计划。二、讨论预算。办公室职责范围 办公室是综合部门。其职责是：一、筹备会议。二、保管档案。"

    assert tree(read(text).department_duties) == ["筹备会议", "保管档案"]


def test_a_number_at_the_end_of_a_line_counts_the_next_one() -> None:
    text = "库管员岗位职责\n(1)登记台账。(2)\n盘点库存。(3)清理现场。"

    assert posts(text) == [("库管员", ["登记台账", "盘点库存", "清理现场"])]


def test_dots_within_a_line_count_items() -> None:
    (post,) = read("销售经理\n岗位职责：\n1、制定计划；\n2、组织回访。\n岗位权限 ·考核权 ·部门人事建议权").posts

    assert tree(post.authorities) == ["考核权", "部门人事建议权"]


def test_sentences_about_the_document_are_put_aside() -> None:
    text = "会计岗位职责\n1、登记账簿；\n2、编制报表。\n以上是会计岗位的主要工作，需要大家互相配合完成。"

    found = read(text)
    assert posts(text) == [("会计", ["登记账簿", "编制报表"])]
    assert [(each.reason, each.text) for each in found.left_out if each.reason == "introduction"] == [
        ("introduction", "以上是会计岗位的主要工作，需要大家互相配合完成。")
    ]


def test_a_cell_that_semicolons_divide_is_a_list() -> None:
    found = posts(
        "岗位名称：培训专员\n职责模块 | 具体工作内容 |\n---|---|\n培训 | 收集培训需求；编制培训计划； |\n考核 | 组织考试；汇总成绩； |"
    )

    assert found == [("培训专员", [("培训", ["收集培训需求", "编制培训计划"]), ("考核", ["组织考试", "汇总成绩"])])]
