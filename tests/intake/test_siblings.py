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
