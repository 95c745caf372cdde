"""SOD054: one post checks the credit of customers and approves contracts."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD054",
    name="check-credit-and-approve-contract",
    pair="credit-approve",
    why=Text(
        zh="赊不赊、赊多少由一个人判断又由他批准，想做成单子的时候信用就总是好的。",
        en="Where one person rates the customer and approves the deal, the rating is always good when the deal is wanted.",
    ),
    source=sources.CREDIT,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: credit, name: 信用专员, duties: [调查新客户的资信情况]}
  - {id: head, name: 销售经理, duties: [审批 50 万元以下的销售合同]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [调查新客户的资信情况, 审批 50 万元以下的销售合同]}
""",
            finds=(
                "3:37 “销售经理”既查客户信用（“调查新客户的资信情况”）"
                "又批销售合同（“审批 50 万元以下的销售合同”）：客户靠不靠得住、合同批不批由一个人说了算，赊销失控没有人拦",
            ),
        ),
    ),
)
