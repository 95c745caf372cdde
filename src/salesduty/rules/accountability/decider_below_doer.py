"""ACC007: a step whose decider stands below who does it."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.post import Post
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import Stage, addresses, parties, said, stages
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed

_LINE = Text("却是{post}的上级", "the superior of {post}")
_LEVEL = Text("层级却在{post}之上", "of a higher level than {post}")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the steps that a post decides and its superior does, or somebody of a higher level; the latter for information."""
    own = addresses(department)
    for each in stages(department):
        decider = department.accountable(each.step)
        if decider is not None and decider.address in own:
            yield from _turned_round(each, decider, own, department)


def _turned_round(stage: Stage, decider: Placed[Post], own: frozenset[str], department: Department) -> Iterator[Hit]:
    doers = [party for party in parties(stage.step.do, department) if party.address in own]
    if decider.address in {party.address for party in doers} and len(doers) > 1:
        return  # who decides and does it himself may well have his superior help him
    above = _above(decider, department)
    post = {"post": quoted(decider.value.name)}
    if led := [party for party in doers if party.address in above]:
        values = {**stage.names, **post, "doers": said(led), "how": _LINE.filled(post)}
        yield Hit(stage.place / "accountable", values, consequence=2)
    elif higher := [party for party in doers if party.post is not None and _rank(party.post.value) > _rank(decider.value) >= 0]:
        values = {**stage.names, **post, "doers": said(higher), "how": _LEVEL.filled(post)}
        yield Hit(stage.place / "accountable", values, severity=INFO, consequence=1)


def _rank(post: Post) -> int:
    return post.level.rank if post.level is not None else -1


def _above(post: Placed[Post], department: Department) -> frozenset[str]:
    """The addresses of all posts that stand above `post`."""
    found: set[str] = set()
    waiting = [post]
    while waiting:
        for party in department.superiors(waiting.pop()):
            if party.post is not None and party.address not in found:
                found.add(party.address)
                waiting.append(party.post)
    return frozenset(found - {post.address})


RULE = Rule(
    code="ACC007",
    name="decider-below-doer",
    severity=WARNING,
    check=check,
    message=Text(
        zh="流程{process}的环节{step}由{post}决定，执行的{doers}{how}",
        en="{post} decides the step {step} of {process}, and {doers}, who does it, is {how}",
    ),
    why=Text(
        zh="下级管不了上级：拍板的人催不动、也否不掉执行的人，决定只是写在纸上。",
        en="Nobody can tell a superior what to do: such a decision stands on paper only.",
    ),
    fix=Text(
        zh="让执行岗位或它的上级来决定；如果只是经办和复核写反了，把“决定岗位”（accountable）和“执行岗位”（do）换过来。",
        en="Let the one who does it, or somebody above, decide. If the two were mixed up, swap `accountable` and `do`.",
    ),
    source=Text(
        zh="RACI 责任分配矩阵的通行做法：最终负责人（A）要有与责任相称的权力，能对结果说“行”或“不行”。",
        en="RACI practice: who is accountable (A) has the power that goes with it and may say yes or no to the result.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售经理, level: manager}, {id: rep, name: 销售代表, level: staff, reports_to: head}]
process:
  name: 签约
  steps:
    - {name: 谈判, accountable: head, do: [rep]}
    - {name: 签字, accountable: rep, do: [rep, head]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager}
  - {id: rep, name: 销售代表, level: staff, reports_to: head}
  - {id: lead, name: 商务主管, level: supervisor, reports_to: head}
process:
  name: 签约
  steps:
    - {name: 谈判, accountable: rep, do: [head]}
    - {name: 归档, accountable: rep, do: [lead]}
""",
            finds=(
                "9:31 流程“签约”的环节“谈判”由“销售代表”决定，执行的“销售经理”却是“销售代表”的上级",
                "10:31 流程“签约”的环节“归档”由“销售代表”决定，执行的“商务主管”层级却在“销售代表”之上",
            ),
        ),
    ),
)
