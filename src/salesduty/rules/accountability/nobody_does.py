"""ACC003: a step that somebody decides and nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import Stage, addresses, customary, is_decision, stages
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the steps without a doer whose decider leads others, where the department usually names who does it.

    A step that is itself a decision is done by who decides; one who leads nobody does it himself.
    """
    decided = [each for each in stages(department) if each.step.accountable is not None]
    if not customary(decided, lambda step: step.do):
        return
    spoilt, own = omitted((department,)), addresses(department)
    for each in decided:
        named = any(step.do for step in each.process.value.steps)
        if named and not each.step.do and not spoilt.explains(each.place / "do") and not is_decision(each):
            yield from _undone(each, own, department)


def _undone(stage: Stage, own: frozenset[str], department: Department) -> Iterator[Hit]:
    decider = department.accountable(stage.step)
    if decider is not None and decider.address in own and department.reports.get(decider.address):
        yield Hit(stage.place / "accountable", {**stage.names, "post": quoted(decider.value.name)}, consequence=2)


RULE = Rule(
    code="ACC003",
    name="nobody-does",
    severity=WARNING,
    check=check,
    message=Text(
        zh="流程{process}的环节{step}写了由{post}决定，没有写谁执行",
        en="the step {step} of {process} is decided by {post}, and nobody is named who does it",
    ),
    why=Text(
        zh="上面定了，下面没有人动手；别的环节都写了谁执行，唯独这里要靠临时指派。",
        en="It is decided above and nobody sets about it: the other steps name who does them, this one waits to be assigned.",
    ),
    fix=Text(
        zh="在这个环节写上“执行岗位”（do）；决定的人自己动手做的，把他自己也写进去。",
        en="Name who does it (`do`); if the one who decides does it too, name that post there as well.",
    ),
    source=Text(
        zh="RACI 责任分配矩阵的通行做法：每件事至少有一个执行人（R）。",
        en="RACI practice: every activity has at least one who is responsible for doing it (R).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部]}
posts: [{id: head, name: 销售经理}, {id: rep, name: 销售代表, reports_to: head}]
process:
  name: 从报价到交付
  steps:
    - {name: 报价, accountable: head, do: [rep]}
    - {name: 合同审批, accountable: head}
    - {name: 签约, accountable: head, do: [rep]}
    - {name: 下单, accountable: rep}
    - {name: 交付, accountable: head, do: [rep]}
    - {name: 开票, accountable: 财务部}
    - {name: 对账, accountable: rep, do: [财务部]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售经理}, {id: rep, name: 销售代表, reports_to: head}]
process:
  name: 从报价到交付
  steps:
    - {name: 报价, accountable: head, do: [rep]}
    - {name: 签约, accountable: head, do: [rep]}
    - {name: 催收, accountable: head}
""",
            finds=("8:31 流程“从报价到交付”的环节“催收”写了由“销售经理”决定，没有写谁执行",),
        ),
    ),
)
