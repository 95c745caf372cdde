"""SOD060: one post proposes a bad debt and approves it."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD060",
    name="propose-and-approve-bad-debt",
    pair="bad-debt",
    why=Text(
        zh="坏账一核销，客户就不欠钱了。提的人自己批，收回来的钱也能当坏账销掉。",
        en="Once a debt is written off nobody asks for it. Whoever proposes and approves can write off what has been paid.",
    ),
    source=sources.BAD_DEBTS,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: lead, name: 货款主管, duties: [提出坏账核销申请]}
  - {id: head, name: 销售经理, duties: [审批坏账核销]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: lead, name: 货款主管, duties: [提出坏账核销申请, 审批坏账核销]}
""",
            finds=(
                "3:37 “货款主管”既提坏账（“提出坏账核销申请”）又批坏账（“审批坏账核销”）：自己提自己批，收回来的钱也能当坏账销掉",
            ),
        ),
    ),
)
