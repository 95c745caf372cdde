"""ACC004: a step that many posts do, and no word on who does which part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from salesduty.responsibility.parallel import names_alike
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import divided, is_decision, parties, said, stages
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Party


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the steps that more than `settings.most_doers` posts do undivided; a decision that several take is another rule's.

    Where one of them also decides, somebody leads and it is only for information.
    """
    for each in stages(department):
        doers = parties(each.step.do, department)
        if len(doers) <= settings.most_doers or divided(each, doers) or is_decision(each) or _told_apart(doers):
            continue
        leads = {party.address for party in parties((each.step.accountable or "",), department)}
        led = not leads.isdisjoint(party.address for party in doers)
        values = {**each.names, "count": len(doers), "posts": said(doers)}
        yield Hit(each.place / "do", values, severity=INFO if led else None, consequence=2)


def _told_apart(doers: Sequence[Party]) -> bool:
    """Whether the names of all the posts differ only in what they are for: 华东销售经理 and 华南销售经理."""
    return all(names_alike(one.name, other.name) for one, other in combinations(doers, 2))


RULE = Rule(
    code="ACC004",
    name="many-doers",
    severity=WARNING,
    check=check,
    message=Text(
        zh="流程{process}的环节{step}由 {count} 个岗位一起执行（{posts}），没有写各做哪一部分",
        en="{count} posts do the step {step} of {process} ({posts}), and nothing says who does which part",
    ),
    why=Text(
        zh="人人有份的事最容易没人做：每个岗位都以为别人会做，出了差错也分不清是谁的。",
        en="What everybody does is soon done by nobody: each counts on the others, and nobody can tell whose the mistake was.",
    ),
    fix=Text(
        zh="留一个岗位执行，其他改成“协助岗位”（support）；确实分着做的，在内容里写清各做哪一段，或者写上“范围”（scope）；"
        "确实共同承担的，写上“共担岗位”（shared_with）。",
        en="Let one post do it and the others `support`; where they divide it, say in the text who does which part or write "
        "`scope`; where they share it knowingly, write `shared_with`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, reports_to: head}
  - {id: clerk, name: 销售内勤, reports_to: head}
  - {id: tech, name: 技术支持, reports_to: head}
process:
  name: 展会
  steps:
    - {name: 布展, accountable: head, do: [rep, clerk]}
    - {name: 接待, text: 按展台区域分别接待来客, accountable: head, do: [rep, clerk, tech]}
    - {name: 撤展, accountable: head, do: [rep, clerk, tech], shared_with: [rep, clerk, tech]}
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
  - {id: clerk, name: 销售内勤, reports_to: head}
  - {id: tech, name: 技术支持, reports_to: head}
process:
  name: 签约
  steps:
    - {name: 合同归档, accountable: head, do: [rep, clerk, tech]}
""",
            finds=(
                "10:39 流程“签约”的环节“合同归档”由 3 个岗位一起执行（“销售代表”、“销售内勤”、“技术支持”），没有写各做哪一部分",
            ),
        ),
    ),
)
