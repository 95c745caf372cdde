"""SOD055: one post approves orders and ships the goods."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD055",
    name="approve-order-and-ship",
    pair="approve-ship",
    why=Text(
        zh="批单和发货在一个人手里，没有订单也能出货，多发、错发、发给关系户都不留痕迹。",
        en="Where orders and goods are in one hand, goods can leave without an order, and nothing shows it.",
    ),
    source=sources.SHIPPING,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: lead, name: 销售主管, duties: [审批客户订单]}
  - {id: keeper, name: 仓库管理员, duties: [按单发货]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: lead, name: 销售主管, duties: [审批客户订单, 按单发货]}
""",
            finds=(
                "3:37 “销售主管”既批订单（“审批客户订单”）又办发货（“按单发货”）"
                "：自己批单自己发货，货发给了谁、发了多少没有第二个人核对",
            ),
        ),
    ),
)
