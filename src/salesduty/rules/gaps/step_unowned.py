"""GAP002: a step of a process that nobody does or decides."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps import unowned
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the steps that name nobody and that no duty of any active post covers."""
    yield from unowned.steps(found, "gap")


RULE = Rule(
    code="GAP002",
    name="step-unowned",
    severity=WARNING,
    judge=judge,
    message=Text(zh="流程{process}的环节{name}没有岗位负责", en="nobody does or decides the step {name} of {process}"),
    why=Text(
        zh="流程走到这里就断了：上一个环节交出来的东西没有人接，下一个环节等不到输入。",
        en="The process breaks here: nobody takes what the step before hands over, and the next one waits for its input.",
    ),
    fix=Text(
        zh="在环节上写明“执行岗位”（do）和“决定岗位”（accountable），或者在一个岗位的职责里写上这件事。",
        en="Name who does it (`do`) and who decides (`accountable`) on the step, or give the duty to a post.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部]}
posts:
  - {id: rep, name: 销售代表, duties: [给客户报价, 与客户签订合同]}
process: {name: 从报价到开票, steps: [报价, 签约, {name: 开票, do: 财务部}]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 医药代表, duties: [拜访目标科室医生]}
process: {name: 从拜访到用药, steps: [医生拜访, 医院采购]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  functions: [客户投诉]
posts:
  - {id: rep, name: 销售代表, duties: [给客户报价, 与客户签订合同]}
process: {name: 从报价到售后, steps: [报价, 签约, 投诉处理]}
""",
            finds=("7:41 流程“从报价到售后”的环节“投诉处理”没有岗位负责",),
        ),
    ),
)
