"""Documents that say less than others about whose duties they list."""

from __future__ import annotations

from salesduty.intake.draft import draft
from salesduty.results.draft import Draft
from salesduty.toolkit.importing import lexicon


def read(text: str) -> Draft:
    return draft(text.encode(), "职责.txt", lexicon())


def test_a_list_of_acts_without_any_heading_is_a_post_without_a_name() -> None:
    (post,) = read("一、在校长领导下主持后勤工作。\n二、负责食堂与宿舍的安全检查。\n三、组织维修队按时处理报修。\n").posts
    assert (post.name, post.name_inferred) == ("", True)
    assert [duty.text for duty in post.duties] == [
        "在校长领导下主持后勤工作",
        "负责食堂与宿舍的安全检查",
        "组织维修队按时处理报修",
    ]


def test_the_act_stands_behind_the_words_that_head_it() -> None:
    (post,) = read("1. 物资管理：负责办公用品的采购；\n2. 会务：组织会议并整理纪要；\n3. 车辆：安排车辆和年检。\n").posts
    assert [duty.title for duty in post.duties] == ["物资管理", "会务", "车辆"]


def test_a_list_of_other_things_is_none() -> None:
    found = read("1. 苹果与梨\n2. 红色的砖\n3. 2026 年 3 月\n4. 第二食堂\n")
    assert (found.posts, found.department_duties) == ((), ())


def test_prose_that_begins_with_the_heading_is_what_the_post_does() -> None:
    found = read(
        "现场都有谁？\n1. 施工员\n施工员是现场的直接管理者，需要监督进度。\n"
        "2. 质量员\n质量员负责工序验收。\n3. 资料员\n资料员整理工程档案。\n"
    )
    assert [(post.name, [duty.text for duty in post.duties]) for post in found.posts] == [
        ("施工员", ["施工员是现场的直接管理者，需要监督进度"]),
        ("质量员", ["质量员负责工序验收"]),
        ("资料员", ["资料员整理工程档案"]),
    ]


def test_a_sentence_below_the_name_is_the_purpose_where_duties_follow() -> None:
    (post,) = read("施工员\n施工员是现场的直接管理者。\n岗位职责：\n1、监督进度；\n2、组织交底。\n").posts
    assert (post.purpose, [duty.text for duty in post.duties]) == (("施工员是现场的直接管理者",), ["监督进度", "组织交底"])


def test_pay_is_no_part_of_a_name() -> None:
    found = read(
        "英语讲师 10-20K\n岗位职责：\n1、负责笔试授课；\n2、参加教研。\n\n保安员（月薪3000-4000元）\n岗位职责：\n1、门岗值守；\n2、巡逻。\n"
    )
    assert [post.name for post in found.posts] == ["英语讲师", "保安员"]


def test_a_sure_heading_right_above_a_label_is_a_post_though_another_has_no_label_yet() -> None:
    text = "<h2>客服助理</h2><ol><li>大专以上学历</li><li>性格外向，善于沟通</li></ol><h2>维修主管</h2><p>岗位职责：</p><ol><li>安排维修；</li><li>检查设备。</li></ol>"
    assert [(post.name, len(post.duties)) for post in read(text).posts] == [("客服助理", 0), ("维修主管", 2)]


def test_items_that_end_like_a_label_name_nobody() -> None:
    (post,) = read("护士\n任职要求：\n1、护理专业毕业；\n2、大型医院工作经验者优先考虑\n3、英语熟练者优先\n").posts
    assert [text for _, text in post.qualifications] == ["护理专业毕业", "大型医院工作经验者优先考虑", "英语熟练者优先"]
