"""SOD052: one post sells and issues the invoices."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD052",
    name="sell-and-invoice",
    pair="sell-invoice",
    why=Text(
        zh="业绩看开票额的时候，卖的人自己能开票，就有人提前开、拆开开、先开后冲；税务上虚开发票是要负责任的。",
        en="Where sales are counted by invoices and the seller issues them, some are early, split or taken back "
        "later; a false invoice is an offence.",
    ),
    source=sources.INVOICES,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [开发新客户并签订合同, 按合同节点申请开票]}
  - {id: clerk, name: 开票员, duties: [给客户开具增值税发票]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [开发新客户并签订合同, 给客户开具增值税发票]}
""",
            finds=(
                "3:36 “销售代表”既跑业务（“开发新客户并签订合同”）"
                "又开发票（“给客户开具增值税发票”）：卖的人自己开票，虚开、错开、提前开都没有人拦",
            ),
        ),
    ),
)
