"""ACC001: a step that somebody does and nobody decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import Stage, addresses, customary, parties, said, stages
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_MOST_MENTIONS = 8
_NEITHER = Text("也没有写谁决定：{step}", "neither does {step}")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the steps with doers and no decider: each where the department and the process name them, else one hit a process.

    Where deciders are not written, one doer answers for the step alone; only several need somebody above them, and the
    owner of the process is such a one.
    """
    several = stages(department)
    done = [each for each in several if each.step.do]
    if not done:
        return
    spoilt, own = omitted((department,)), addresses(department)
    open_ = [
        each
        for each in done
        if each.step.accountable is None
        and any(party.address in own for party in parties(each.step.do, department))
        and not spoilt.explains(each.place / "accountable")
    ]
    usual = customary(done, lambda step: step.accountable)
    by_process: dict[str, list[Stage]] = {}
    for each in open_:
        by_process.setdefault(each.process.address, []).append(each)
    for together in by_process.values():
        process = together[0].process.value
        if usual and any(step.accountable for step in process.steps):
            yield from (_hit([each], department) for each in together)
        elif process.owner is None and (
            shared := [each for each in together if len(parties(each.step.do, department)) > 1 and not each.step.review]
        ):
            yield _hit(shared, department, unusual=True)


def _hit(together: Sequence[Stage], department: Department, *, unusual: bool = False) -> Hit:
    first, *rest = together
    mentions = tuple(Mention(each.place / "do", _NEITHER.filled({"step": quoted(each.step.name)})) for each in rest)
    return Hit(
        first.place / "do",
        {**first.names, "posts": said(parties(first.step.do, department))},
        mentions[:_MOST_MENTIONS],
        INFO if unusual else None,
        consequence=2,
    )


RULE = Rule(
    code="ACC001",
    name="nobody-decides",
    severity=WARNING,
    check=check,
    message=Text(
        zh="流程{process}的环节{step}由{posts}执行，没有写谁决定",
        en="the step {step} of {process} is done by {posts}, and nobody is named who decides",
    ),
    why=Text(
        zh="几个人都在做，意见不一样时没有人能定，出了问题也找不到对结果负责的人。",
        en="When those who do it disagree nobody can settle it, and nobody answers for the result.",
    ),
    fix=Text(
        zh="在这个环节写上“决定岗位”（accountable），只写一个岗位；执行的人自己说了算的，就写他自己。",
        en="Name one post as `accountable` for the step; if the one who does it decides, name that post.",
    ),
    source=Text(
        zh="RACI 责任分配矩阵的通行做法：每件事有且只有一个最终负责人（A）；ISO 9001:2015 第 5.3 条：职责和权限要得到分派、"
        "沟通和理解。",
        en="RACI practice: every activity has exactly one who is accountable (A); ISO 9001:2015, 5.3: responsibilities and "
        "authorities are assigned, communicated and understood.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部]}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, reports_to: head}
process:
  name: 从报价到开票
  steps:
    - {name: 报价, accountable: head, do: [rep]}
    - {name: 签约, accountable: head, do: [rep]}
    - {name: 开票, do: [财务部]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: rep, name: 销售代表}, {id: clerk, name: 销售内勤}]
process: {name: 从报价到签约, steps: [{name: 报价, do: [rep]}, {name: 录单, do: [clerk]}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, reports_to: head}
process:
  name: 从报价到交付
  steps:
    - {name: 报价, accountable: head, do: [rep]}
    - {name: 签约, accountable: head, do: [rep]}
    - {name: 交付, do: [rep]}
""",
            finds=("10:18 流程“从报价到交付”的环节“交付”由“销售代表”执行，没有写谁决定",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: rep, name: 销售代表}, {id: clerk, name: 销售内勤}]
process:
  name: 从报价到交付
  steps:
    - {name: 报价, do: [rep, clerk]}
    - {name: 签约, do: [rep, clerk]}
    - 交付
""",
            finds=("6:18 流程“从报价到交付”的环节“报价”由“销售代表”、“销售内勤”执行，没有写谁决定",),
        ),
    ),
)
