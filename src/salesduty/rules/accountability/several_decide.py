"""ACC002: a step that several posts decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from salesduty.model.choices import Action
from salesduty.responsibility.bands import bands, common
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import Stage, divided, parties, said, stages
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.amounts import Interval, parse_interval
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department

_OTHER = Text("这里写的是{post}决定", "here it is {post} who decides")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the decisions that several posts do undivided, and the steps of one name in a process with other deciders."""
    several = stages(department)
    for each in several:
        doers = parties(each.step.do, department)
        if each.step.action is Action.decide and len(doers) > 1 and not divided(each, doers):
            yield Hit(each.place / "do", {**each.names, "posts": said(doers)}, consequence=3)
    by_name: dict[tuple[str, str], list[Stage]] = {}
    for each in several:
        if each.step.accountable is not None:
            by_name.setdefault((each.process.address, normal(each.step.name)), []).append(each)
    for together in by_name.values():
        yield from _contested(together, department)


def _contested(together: Sequence[Stage], department: Department) -> Iterator[Hit]:
    """The first two steps of one name that different posts decide, though both are about the same."""
    for one, other in combinations(together, 2):
        deciders = parties([ref for each in (one, other) if (ref := each.step.accountable)], department)
        if len(deciders) > 1 and _meet(one, other):
            other_words = _OTHER.filled({"post": said(deciders[1:])})
            mention = Mention(other.place / "accountable", other_words)
            yield Hit(one.place / "accountable", {**one.names, "posts": said(deciders)}, (mention,), consequence=3)
            return


def _meet(one: Stage, other: Stage) -> bool:
    """Whether nothing that is written tells two steps apart: neither a scope, an amount, the text nor whom it comes from."""
    mine, theirs = one.step, other.step
    if (mine.text or mine.object) != (theirs.text or theirs.object) or mine.from_ != theirs.from_ or mine.inputs != theirs.inputs:
        return False
    if mine.scope is None or theirs.scope is None:
        return mine.scope is None and theirs.scope is None and not bands(one.text)
    amounts = _amount(mine.scope.amount), _amount(theirs.scope.amount)
    rest = [scope.model_copy(update={"amount": None}) for scope in (mine.scope, theirs.scope)]
    return rest[0] == rest[1] and common(*amounts) is not None


def _amount(limit: str | None) -> Interval:
    return (parse_interval(limit) if limit else None) or Interval(None, None)


RULE = Rule(
    code="ACC002",
    name="several-decide",
    severity=WARNING,
    check=check,
    message=Text(
        zh="流程{process}的环节{step}由{posts}都来决定，没有写谁定哪一部分",
        en="the step {step} of {process} is decided by {posts}, and nothing says who decides which part",
    ),
    why=Text(
        zh="几个人都能拍板，下面的人会挑好说话的去问；定错了，谁都可以说不是自己定的。",
        en="Where several may decide people ask the easiest one, and afterwards none of them has decided.",
    ),
    fix=Text(
        zh="只留一个“决定岗位”（accountable），其他人改成“审核岗位”（review）；按金额或区域分的，拆成几个环节并写上“范围”（scope）；"
        "确实要一起定的，在内容里写明会签。",
        en="Keep one `accountable` and let the others `review`; where amounts or regions divide it make several steps with a "
        "`scope`; where they decide together say so in the text.",
    ),
    source=Text(
        zh="RACI 责任分配矩阵的通行做法：每件事有且只有一个最终负责人（A）。",
        en="RACI practice: every activity has exactly one who is accountable (A).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售总监}, {id: east, name: 销售经理, reports_to: head}]
process:
  name: 签约
  steps:
    - {name: 合同审批, accountable: east, do: [east], action: decide, scope: {amount: "<500000"}}
    - {name: 合同审批, accountable: head, do: [head], action: decide, scope: {amount: "≥500000"}}
    - {name: 年度折扣, text: 由总监和经理会签, accountable: head, do: [head, east], action: decide}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售总监}, {id: east, name: 销售经理, reports_to: head}]
process:
  name: 签约
  steps:
    - {name: 合同审批, accountable: head, do: [head, east], action: decide}
""",
            finds=("6:39 流程“签约”的环节“合同审批”由“销售总监”、“销售经理”都来决定，没有写谁定哪一部分",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts: [{id: head, name: 销售总监}, {id: east, name: 销售经理, reports_to: head}]
process:
  name: 签约
  steps:
    - {name: 合同审批, accountable: east, scope: {amount: "<500000"}}
    - {name: 合同审批, accountable: head, scope: {amount: "≥300000"}}
""",
            finds=("6:33 流程“签约”的环节“合同审批”由“销售经理”、“销售总监”都来决定，没有写谁定哪一部分",),
        ),
    ),
)
