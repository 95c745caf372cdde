"""Names of posts that are found because others written like them are, and what of a heading is the name."""

from __future__ import annotations

import pytest

from salesduty.intake.draft import draft
from salesduty.toolkit.importing import lexicon


def names(text: str) -> list[str]:
    return [str(post.name) for post in draft(text.encode(), "职责.txt", lexicon()).posts]


def _said(name: str) -> str:
    return f"{name}\n{name}是门店里离顾客最近的人之一,每天的工作包括:\n- 检查货架上的商品;\n- 登记每天的出入库;\n"


def test_a_heading_like_those_of_other_posts_names_one() -> None:
    text = (
        _said("店铺主管")
        + _said("客服专员")
        + "现场支持\n随着门店变多,支持越来越重要。他们的任务有:\n- 安装收银设备;\n- 排除故障;\n"
    )
    assert names(text) == ["店铺主管", "客服专员", "现场支持"]


def test_what_is_offered_below_the_posts_is_none() -> None:
    text = _said("店铺主管") + _said("客服专员") + "福利待遇\n公司为每个人准备了下面这些福利项目:\n- 节日礼物;\n- 每年体检;\n"
    assert names(text) == ["店铺主管", "客服专员"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("岗位名称：仓储主管（可根据企业规模调整）", "仓储主管"),
        ("岗位名称：客户代表（不限）", "客户代表"),
        ("岗位名称：仓库管理员Reports to: Manager", "仓库管理员"),
        ("岗位名称：.Net 开发工程师", ".Net 开发工程师"),
        ("管理文件-锅炉工岗位职责", "锅炉工"),
        ("成本会计查看详情\n岗位职责：", "成本会计"),
    ],
)
def test_what_of_a_heading_is_the_name(title: str, name: str) -> None:
    assert names(f"{title}\n1、核对账目；\n2、登记台账；\n") == [name]


def test_lines_called_as_posts_with_a_sentence_below_each_name_posts() -> None:
    text = "一、前台\n前厅专员\n负责照顾第一次到店的客人和会员,并介绍门店。\n收银主管\n负责收款和对账,做到日清月结。\n"
    assert names(text + "二、后厨\n配菜主管\n负责按菜单备好当天的食材。\n") == ["前厅专员", "收银主管", "配菜主管"]


def test_a_list_alone_in_a_document_is_one_of_duties_when_half_of_it_are_acts() -> None:
    alone = "库房须知\n1、库房钥匙专人保管。\n2、货架之间留出通道。\n3、做好防火防潮工作。\n4、负责每天的出入库登记。\n"
    (post,) = draft(alone.encode(), "职责.txt", lexicon()).posts
    assert len(post.duties) == 4


def test_a_heading_behind_another_in_its_line_says_whose_the_duties_are() -> None:
    assert names("三、行政人员岗位说明书 行政主管岗位说明书\n1.制定采购计划;\n2.组织会议;\n") == ["行政主管"]
