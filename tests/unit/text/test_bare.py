"""Sentences that say no more than what they are about."""

from __future__ import annotations

import pytest

from salesduty.text.bare import CHARGE, bare_charge


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("负责公司日常管理工作", "负责"),
        ("负责员工办公用品的领取和保管工作", "负责"),
        ("全面负责华东区域业务。", "负责"),
        ("管理车辆", "管理"),
        ("负责销售", "负责"),
        ("做好来访接待工作", "做好"),
        ("销售物料的管理", "管理"),
        ("负责", "负责"),
    ],
)
def test_bare(text: str, word: str) -> None:
    assert CHARGE.search(text)
    assert bare_charge(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "负责客户投诉处理",
        "负责网络潜客的邀约",
        "负责制定年度培训计划工作",
        "负责客户管理,每月更新档案",
        "负责每月 5 日前的对账工作",
        "负责客户开发、合同签订和货款催收工作",
        "管理仓库(每周盘点)",
        "客户管理制度",
        "负责" + "很长的" * 20 + "工作",
    ],
)
def test_not_bare(text: str) -> None:
    assert bare_charge(text) == ""
