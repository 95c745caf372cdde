"""SOD058: one post takes in money and keeps the accounts of it."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD058",
    name="collect-and-record",
    pair="collect-record",
    why=Text(
        zh="收钱的人自己记账，收了不记、用后一笔补前一笔，账面永远是平的；只有别人来对账才看得出来。",
        en="Whoever takes money and keeps the books can cover one payment with the next, and the books always "
        "agree until somebody else compares.",
    ),
    source=sources.LEDGERS,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每月催收到期货款]}
  - {id: clerk, name: 销售内勤, duties: [登记应收账款台账]}
"""
        ),
        Example(
            """\
department: {id: project, name: 项目部}
posts:
  - {id: store, name: 材料员, duties: [变卖废料并收取款项, 收发材料并记账]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每月催收到期货款, 登记应收账款台账]}
""",
            finds=(
                "3:36 “销售代表”既收款（“每月催收到期货款”）"
                "又记应收账（“登记应收账款台账”）：收钱的人自己记账，少记一笔、拿后款补前款都看不出来",
            ),
        ),
        Example(
            """\
department: {id: property, name: 物业服务中心}
posts:
  - {id: cashier, name: 收费员, duties: [收取物业费、停车费, 每日登记收费台账]}
""",
            finds=(
                "3:39 “收费员”既收款（“收取物业费、停车费”）"
                "又记应收账（“每日登记收费台账”）：收钱的人自己记账，少记一笔、拿后款补前款都看不出来",
            ),
        ),
    ),
)
