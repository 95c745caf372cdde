"""SOD059: one post takes goods back and records it."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD059",
    name="accept-returns-and-record",
    pair="return-record",
    why=Text(
        zh="退货由一个人收、一个人记，就能做假退货冲欠款，也能把退回来的好货留下来。",
        en="Whoever takes goods back and records them can invent returns to cancel a debt, or keep what came back.",
    ),
    source=sources.RETURNS,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: keeper, name: 仓库管理员, duties: [接收客户退货]}
  - {id: clerk, name: 销售内勤, duties: [登记退货台账]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: keeper, name: 仓库管理员, duties: [接收客户退货, 登记退货台账]}
""",
            finds=(
                "3:40 “仓库管理员”既收退货（“接收客户退货”）又记退货账（“登记退货台账”）"
                "：退没退、退了多少由一个人说，假退货和少入库都没有人核对",
            ),
        ),
    ),
)
