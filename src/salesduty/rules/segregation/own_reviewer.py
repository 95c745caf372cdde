"""SOD001: a step of a process that one and the same post does and reviews."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.process import Step
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.segregation import sources
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Party


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the steps whose only reviewer is the post that does them; a note where several people hold the post."""
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            post = _only(department, step)
            if post is not None and post.post is not None:
                alone = (post.post.value.headcount or 1) < 2
                values = {"process": process.value.name, "step": step.name, "post": post.name}
                yield Hit(process / "steps" / index / "review", values, severity=WARNING if alone else INFO)


def _only(department: Department, step: Step) -> Party | None:
    """The post that is all doers and all reviewers of a step, as far as these are known."""
    if not step.do or not step.review:
        return None
    parties = [department.parties(ref)[:1] for ref in (*step.do, *step.review)]
    known = {party[0].address: party[0] for party in parties if party}
    return next(iter(known.values())) if len(known) == 1 and all(parties) else None


RULE = Rule(
    code="SOD001",
    name="own-reviewer",
    severity=WARNING,
    check=check,
    message=Text(
        zh="流程“{process}”的环节“{step}”由“{post}”执行，又由“{post}”审核",
        en="in “{process}”, the step “{step}” is done by “{post}” and reviewed by “{post}”",
    ),
    why=Text(
        zh="自己做的自己审，等于没有审：漏掉的还是会漏掉，签字的却多了一栏。",
        en="To review what one has done oneself is no review: what was overlooked stays overlooked, with one signature more.",
    ),
    fix=Text(
        zh="“审核岗位”（review）换成没有动手做的岗位；同一岗位几个人互审的，把编制写清楚，并写上“执行人数”（performers）2。",
        en="Let a post that has no hand in it `review`. Where several people hold the post and review each other, write the "
        "headcount and `performers: 2`.",
    ),
    source=sources.BASIC_NORM,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: lead, name: 销售主管}, {id: rep, name: 销售代表}]
process: {name: 报价, steps: [{name: 出报价单, do: rep, review: lead}, {name: 会签, do: rep, review: [rep, lead]}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: lead, name: 销售主管}, {id: rep, name: 销售代表}]
process:
  name: 报价
  steps:
    - {name: 出报价单, do: rep, review: 销售代表}
""",
            finds=("6:37 流程“报价”的环节“出报价单”由“销售代表”执行，又由“销售代表”审核",),
        ),
    ),
)
