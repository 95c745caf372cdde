"""SOD057: one post does a thing and approves it."""

from __future__ import annotations

from salesduty.results.wording import Text
from salesduty.rules.rule import Example
from salesduty.rules.segregation import sources
from salesduty.rules.segregation.judged.pair import rule_of

RULE = rule_of(
    code="SOD057",
    name="do-and-approve",
    pair="do-approve",
    why=Text(
        zh="审批的意思是有第二个人看过。自己办、自己批，流程上多一个签名，风险一点没少。",
        en="An approval means that a second person has looked. To approve what one does oneself adds a signature"
        " and takes away no risk.",
    ),
    source=sources.BASIC_NORM,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [编制报价单]}
  - {id: lead, name: 销售主管, duties: [审批报价单]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: lead, name: 销售主管, duties: [编制报价单，报销售经理批准, 审批报价单]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [编制报价单, 审批报价单]}
""",
            finds=("3:36 “销售代表”既经办（“编制报价单”）又批准（“审批报价单”）：自己办的事自己点头，审批就只剩一个签名",),
        ),
    ),
)
