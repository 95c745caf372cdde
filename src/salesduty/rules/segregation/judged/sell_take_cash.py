"""SOD053: one post sells and takes the money."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD053",
    name="sell-and-take-cash",
    pair="sell-take-cash",
    why=Text(
        zh="货款经业务员的手，晚交几天、挪去周转、干脆不交，账上都还挂着客户欠款，很久才对得出来。",
        en="Money that goes through the hands of a seller can be late, borrowed or kept, while the books show "
        "the customer owing.",
    ),
    source=sources.CASH,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [开发新客户并签订合同, 催客户把货款付到公司账户]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [开发新客户并签订合同，不得收取客户货款]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [开发新客户并签订合同, 上门收取客户货款]}
""",
            finds=(
                "3:36 “销售代表”既跑业务（“开发新客户并签订合同”）"
                "又经手客户的钱（“上门收取客户货款”）：一手卖货一手收钱，截留、挪用货款要等到对账才发现",
            ),
        ),
    ),
)
