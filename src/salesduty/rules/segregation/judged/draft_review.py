"""SOD056: one post draws a document up and reviews it."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD056",
    name="draft-and-review",
    pair="draft-review",
    why=Text(
        zh="写的人看自己写的东西，看到的是自己想写的；审核要由没有写过它的人来做才有用。",
        en="Whoever wrote a thing sees what was meant. A review helps where somebody does it who did not write it.",
    ),
    source=sources.CONTRACTS,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [起草销售合同，送销售主管审核]}
  - {id: lead, name: 销售主管, duties: [审核销售合同]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: lead, name: 销售主管, duties: [起草销售合同, 审核销售代表提交的销售合同]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [起草销售合同, 审核销售合同]}
""",
            finds=("3:36 “销售代表”既起草（“起草销售合同”）又审核（“审核销售合同”）：自己写的自己审，错的地方照样看不出来",),
        ),
    ),
)
