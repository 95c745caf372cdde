"""From lines to posts, departments and their sections: each way of writing with the least text that shows it."""

from __future__ import annotations

import pytest

from salesduty.intake.draft import draft
from salesduty.results.draft import Draft, DraftDuty, DraftPost
from salesduty.toolkit.importing import lexicon

_DUTIES = "1、制定年度销售计划；\n2、组织客户回访；"


def read(text: str) -> Draft:
    return draft(text.encode(), "职责.txt", lexicon())


def tree(duties: tuple[DraftDuty, ...]) -> list[object]:
    return [(each.text, tree(each.children)) if each.children else str(each.text) for each in duties]


def posts(found: Draft) -> list[tuple[str, list[object]]]:
    return [(str(post.name), tree(post.duties)) for post in found.posts]


def only(text: str) -> DraftPost:
    (post,) = read(text).posts
    return post


@pytest.mark.parametrize(
    "label",
    [
        "岗位职责：",
        "【岗位职责】",
        "一、岗位职责",
        "Ⅰ.岗位职责",
        "岗位职责(Responsibilities)",
        "★岗位职责",
        "主要职责如下：",
        "崗位職責:",
        "工作任务",
        "职责与工作任务：",
    ],
)
def test_labels_of_duties_in_all_their_ways(label: str) -> None:
    assert posts(read(f"店长\n{label}\n{_DUTIES}")) == [("店长", ["制定年度销售计划", "组织客户回访"])]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("销售经理岗位职责", "销售经理"),
        ("销售经理的岗位职责:", "销售经理"),
        ("岗位名称：销售经理", "销售经理"),
        ("三、销售经理(区域经理)岗位责任制", "销售经理"),
        ("护士长职责 都需要做到什么", "护士长"),
        ("管理文件-生产部部长岗位职责", "生产部部长"),
        ("财务部经理(岗位职责说明书)", "财务部经理"),
    ],
)
def test_headings_that_name_a_post(title: str, name: str) -> None:
    assert [post.name for post in read(f"{title}\n{_DUTIES}").posts] == [name]


def test_what_stands_right_above_a_label_is_the_post_whatever_it_is_called() -> None:
    text = "公司简介\n我们是一家公司。\n电话销售\n岗位职责：\n1、打电话；\n任职要求：\n1、大专；\n商标\n岗位职责：\n1、查商标；"
    assert posts(read(text)) == [("电话销售", ["打电话"]), ("商标", ["查商标"])]


def test_a_name_is_found_above_the_facts_of_an_advertisement() -> None:
    text = "招贤纳士\n门店运营\n招聘人数：2人\n工作地点：合肥\n职位描述\n1、负责门店盘点；\n岗位要求\n1、大专以上学历；"
    post = only(text)
    assert (post.name, post.headcount, tree(post.duties), post.qualifications) == (
        "门店运营",
        "2人",
        ["负责门店盘点"],
        (("education", "大专以上学历"),),
    )


def test_names_come_with_twins_and_headcounts() -> None:
    text = f"店长 / Shopowner（2名）\n岗位职责：\n{_DUTIES}\n客服（一线）\n岗位职责：\n{_DUTIES}"
    first, second = read(text).posts
    assert (first.name, first.aliases, first.headcount, second.name) == ("店长", ("Shopowner",), "2名", "客服（一线）")


def test_numbered_headings_of_posts_need_no_label() -> None:
    text = "8.1部长\n8.1.1主持本部工作。\n8.1.2编制计划。\n8.2内勤\n8.2.1登记台账。\n8.2.2接听电话。"
    assert posts(read(text)) == [("部长", ["主持本部工作", "编制计划"]), ("内勤", ["登记台账", "接听电话"])]


def test_short_lines_over_acts_are_posts_where_most_are_called_so() -> None:
    text = "厨师\n负责制定食谱。\n协调食材采购。\n服务员\n负责点餐和送餐。\n收银员\n负责收银对账。"
    assert [name for name, _ in posts(read(text))] == ["厨师", "服务员", "收银员"]


def test_lines_each_with_the_duties_of_a_post() -> None:
    text = "核心岗位职责（示例）\n*客户经理：负责客户开发；提交销售报告。\n*销售主管：带领团队完成目标；协调资源。"
    assert posts(read(text)) == [
        ("客户经理", ["负责客户开发", "提交销售报告"]),
        ("销售主管", ["带领团队完成目标", "协调资源"]),
    ]


def test_a_sentence_about_a_post_names_it_and_is_its_purpose() -> None:
    post = only("销售经理在总经理的领导下，负责销售部的工作：\n一、每日汇报工作；\n二、安排销售顾问的工作；")
    assert (post.name, post.purpose, tree(post.duties)) == (
        "销售经理",
        ("销售经理在总经理的领导下，负责销售部的工作",),
        ["每日汇报工作", "安排销售顾问的工作"],
    )


def test_the_sentence_above_a_list_is_the_purpose_and_no_duty() -> None:
    post = only(
        "销售总监岗位责任制\n销售总监作为部门的最高负责人，负有全面领导责任。\n1.战略规划:制定年度销售战略。\n2.费用控制:审批预算。"
    )
    assert post.purpose == ("销售总监作为部门的最高负责人，负有全面领导责任",)
    assert [(each.title, each.text) for each in post.duties] == [
        ("战略规划", "战略规划:制定年度销售战略"),
        ("费用控制", "费用控制:审批预算"),
    ]


def test_parts_tell_documents_in_one_file_apart() -> None:
    text = f"职责一:销售主管工作职责\n{_DUTIES}\n职责二:销售主管工作职责\n1、管理展厅；\n2、培训顾问；"
    assert [(post.name, post.part, len(post.duties)) for post in read(text).posts] == [
        ("销售主管", "职责一", 2),
        ("销售主管", "职责二", 2),
    ]


def test_the_sections_of_one_post_come_together() -> None:
    post = only(f"店长岗位职责\n{_DUTIES}\n店长任职资格\n1、三年以上工作经验；")
    assert (len(post.duties), post.qualifications) == (2, (("experience", "三年以上工作经验"),))


def test_items_that_end_like_labels_stay_items() -> None:
    text = "店长\n岗位职责：\n1、优化销售流程；\n2、严格遵守公司的各项流程\n3、绩效考核：每月评分；\n4、完成其他工作任务。"
    assert posts(read(text)) == [("店长", ["优化销售流程", "严格遵守公司的各项流程", "绩效考核：每月评分", "完成其他工作任务"])]


def test_facts_of_a_post_in_one_line_or_in_the_next() -> None:
    post = only(f"岗位名称：店长 直接上级：区域经理 编制：2人\n直接下级\n店员\n岗位职责\n{_DUTIES}")
    assert (post.name, post.reports_to, post.headcount, post.subordinates) == ("店长", ("区域经理",), "2人", ("店员",))


def test_functions_of_departments() -> None:
    one = read("销售部部门职责\n1、开拓市场；\n2、回收货款。")
    assert (one.department.name, tree(one.department_duties)) == ("销售部", ["开拓市场", "回收货款"])
    two = read("财务部\n1、编制预算；\n2、核算成本。\n技术部\n1、编制技术文件；\n2、参与合同评审。")
    assert tree(two.department_duties) == [
        ("财务部", ["编制预算", "核算成本"]),
        ("技术部", ["编制技术文件", "参与合同评审"]),
    ]


def test_authorities_relations_rules_and_kpis_have_sections_of_their_own() -> None:
    text = (
        f"店长\n岗位职责：\n{_DUTIES}\n工作权限：\n1、排班权；\n内部协调关系：财务部\n"
        "考核指标：\n1、销售额达成率，权重40%，目标≥100%\n2、客诉率（60%），每起扣2分"
    )
    post = only(text)
    assert (tree(post.authorities), post.relations) == (["排班权"], (("internal", "财务部"),))
    assert [(each.name, each.weight, each.target, each.scoring) for each in post.kpis] == [
        ("销售额达成率", "40%", "≥100%", ()),
        ("客诉率", "60%", None, ("每起扣2分",)),
    ]


def test_pay_and_slogans_are_put_aside() -> None:
    text = f"加入我们\n如果你充满信心；\n恭喜你！\n店长\n岗位职责：\n{_DUTIES}\n福利待遇：五险一金\n双休"
    found = read(text)
    assert posts(found) == [("店长", ["制定年度销售计划", "组织客户回访"])]
    assert [each.text for each in found.left_out if each.reason == "recruiting"][-2:] == ["五险一金", "双休"]


def test_what_is_said_twice_is_put_aside_once() -> None:
    found = read("店长\n任职要求：\n1、吃苦耐劳，有责任心；\n2、吃苦耐劳，有责任心；")
    assert [text for _, text in found.posts[0].qualifications] == ["吃苦耐劳，有责任心"]
    assert "repeated" in {each.reason for each in found.left_out}


def test_duties_without_a_post_are_not_given_one() -> None:
    post = only(f"岗位职责：\n{_DUTIES}")
    assert (post.name, post.name_inferred, len(post.duties)) == ("", True, 2)


def test_steps_of_a_process_in_one_line() -> None:
    (process,) = read("业务流程：\n接单 → 派工 → 维修 → 回访").processes
    assert [step.name for step in process.steps] == ["接单", "派工", "维修", "回访"]
