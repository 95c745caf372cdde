"""SOD051: one post negotiates a contract and signs it."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD051",
    name="negotiate-and-sign",
    pair="negotiate-sign",
    why=Text(
        zh="谈价的人自己签字，让了多少利、宽了多少账期，公司要到收不回钱的时候才知道。签字的是另一个人，他会问一句为什么。",
        en="Where whoever negotiates also signs, the company learns what was given away when the money does not "
        "come. A second person asks why.",
    ),
    source=sources.NEGOTIATION,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 客户经理, duties: [与客户谈判价格和付款条件]}
  - {id: head, name: 销售经理, duties: [与客户签订销售合同]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 客户经理, duties: [协助销售经理与客户谈判, 与客户签订销售合同]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [每季度与前 20 名客户面谈一次，收集改进意见, 与客户签订销售合同]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 客户经理, duties: [与客户谈判价格和付款条件, 与客户签订销售合同]}
""",
            finds=(
                "3:36 “客户经理”既谈合同条件（“与客户谈判价格和付款条件”）"
                "又签合同（“与客户签订销售合同”）：价格、账期由一个人谈又由他签，让出去的利没有第二个人看到",
            ),
        ),
    ),
)
