"""Who is helped, and who decides."""

from __future__ import annotations

import pytest

from salesduty.text.deciding import DECIDES, decides
from salesduty.text.parties import HELP, helps_nobody


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("协助处理客户投诉", "协助"),
        ("整理资料,配合做好盘点", "配合"),
        ("参与招投标工作", "参与"),
        ("承担或参与方案设计", "参与"),
        ("协助完善公司制度", "协助"),
        ("协助销售经理处理投诉", ""),
        ("协助经理处理投诉", ""),
        ("协助财务核对账目", ""),
        ("协助客户办理入住", ""),
        ("参与财务部组织的盘点", ""),
        ("配合监理抽检", ""),
        ("协助意识", ""),
    ],
)
def test_help_without_somebody(text: str, word: str) -> None:
    assert HELP.search(text)
    assert helps_nobody(text) == word


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("审批费用报销单据", "审批"),
        ("2 小时内批准报价", "批准"),
        ("对调货申请进行审批,登记台账", ""),
        ("负责任免门店店长", "任免"),
        ("每周五前报经理审批", ""),
        ("每周审批报销单据", "审批"),
        ("每周报店长审批排班表", ""),
        ("办理审批手续", ""),
        ("经审批后发货", ""),
        ("审批后归档", ""),
        ("审批流程优化", ""),
        ("协助审批报销", ""),
        ("组织审批会议", ""),
    ],
)
def test_deciding(text: str, verb: str) -> None:
    assert DECIDES.search(text)
    assert decides(text) == verb
