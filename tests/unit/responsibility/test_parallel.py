"""Names and sentences made after one pattern."""

from __future__ import annotations

import pytest

from salesduty.responsibility.parallel import names_alike, sentences_alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("区域经理（冀北）", "区域经理（冀南）", True),
        ("海运操作", "空运操作", True),
        ("骨科线代表", "眼科线代表", True),
        ("销售主管（一）", "销售主管（二）", False),
        ("客服专员", "客服专员", False),
        ("销售内勤", "库管员", False),
    ],
)
def test_names(one: str, other: str, alike: bool) -> None:
    assert names_alike(one, other) is alike
    assert names_alike(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("制定轮胎采购计划,控制轮胎库存", "制定电瓶采购计划,控制电瓶库存", True),
        ("负责东岭片区的网点拜访", "负责西岭片区的网点拜访", True),
        ("调研对手的户型,形成月报", "调研对手的价格,形成月报", True),
        ("催收货款", "催收货款", False),
        ("催收货款,按周上报", "催收货款", False),
        ("拖欠60天以内的客户,电话催收", "对拖欠60天以内的客户发函、约谈、上门催收,促其付款", False),
        ("审核报价", "盘点库存", False),
    ],
)
def test_sentences(one: str, other: str, alike: bool) -> None:
    assert sentences_alike(one, other) is alike
    assert sentences_alike(other, one) is alike
