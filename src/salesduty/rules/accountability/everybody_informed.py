"""ACC005: a step after which everybody is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import Stage, parties, stages
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import EVERYONE, Department

_FEWEST_POSTS = 4
"""In a smaller department everybody is but a few."""
_ANNOUNCES = re.compile(
    "公布|公示|公告|发布|通报|通告|宣布|宣贯|宣讲|下发|下达|传达|表彰|启动会|动员|培训|告知|通知|制度|政策|计划|目标|考核|总结|岗位说明书|组织调整|人事"
)
"""Steps that are there for everybody to hear of."""


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the steps that inform all posts, by a word for all or one by one, and are not there to tell everybody."""
    posts = {post.address for post in department.active_posts}
    if len(posts) < _FEWEST_POSTS:
        return
    for each in stages(department):
        if each.step.inform and not _ANNOUNCES.search(each.text) and _is_all(each, posts, department):
            yield Hit(each.place / "inform", {**each.names, "count": len(posts)}, consequence=1)


def _is_all(stage: Stage, posts: set[str], department: Department) -> bool:
    step = stage.step
    if not EVERYONE.isdisjoint(step.inform):
        return True
    told = {party.address for party in parties(step.inform, department)}
    known = told | {party.address for party in parties((*step.do, *step.review, step.accountable or ""), department)}
    return len(told & posts) >= _FEWEST_POSTS - 1 and posts <= known


RULE = Rule(
    code="ACC005",
    name="everybody-informed",
    severity=INFO,
    check=check,
    message=Text(
        zh="流程{process}的环节{step}做完要知会部门全部岗位（{count} 个）",
        en="after the step {step} of {process} all {count} posts of the department are informed",
    ),
    why=Text(
        zh="什么都通知所有人，大家就都不看了，真正要接着办的人也会漏掉。",
        en="Where everybody is told of everything nobody reads it, not even those who have to act on it.",
    ),
    fix=Text(
        zh="“知会对象”（inform）只留下要据此做事的岗位；其他人需要时到记录或系统里查。",
        en="Leave under `inform` only those who act on it; the others can look it up in the records or the system.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售经理}, {id: rep, name: 销售代表}, {id: clerk, name: 销售内勤}, {id: tech, name: 技术支持}]
process:
  name: 考核
  steps:
    - {name: 公布结果, accountable: head, do: [clerk], inform: [全体]}
    - {name: 面谈, accountable: head, do: [head], inform: [rep]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售经理}, {id: rep, name: 销售代表}, {id: clerk, name: 销售内勤}, {id: tech, name: 技术支持}]
process:
  name: 签约
  steps:
    - {name: 合同归档, accountable: head, do: [clerk], inform: [全体]}
    - {name: 开票, accountable: head, do: [clerk], inform: [head, rep, tech]}
""",
            finds=(
                "6:52 流程“签约”的环节“合同归档”做完要知会部门全部岗位（4 个）",
                "7:50 流程“签约”的环节“开票”做完要知会部门全部岗位（4 个）",
            ),
        ),
    ),
)
