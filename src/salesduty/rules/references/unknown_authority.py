"""REF003: work rests on an authority that whoever does it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from salesduty.model.duty import Work
from salesduty.model.post import Post
from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.references.dangling import dangling
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed
from salesduty.workspace.references import Reference


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the references to authorities that nobody holds who would need them.

    A duty rests on an authority of its post, a step of a process on one of the post that decides there, and a
    duty below a function, or a step that no post decides, on one of any post of the department.
    """
    anybody = frozenset[str]().union(*(_held(post.value) for post in department.posts))
    if all(named <= (_held(post.value) if post is not None else anybody) for post, named in _rests(department)):
        return

    def meant(reference: Reference) -> Set[str]:
        return _held(reference.post.value) if reference.post is not None else anybody

    for hit in dangling(department, "authority", lambda reference: reference.ref not in meant(reference), meant):
        yield replace(hit, values={**hit.values, "whose": _whose(hit.values.get("post"))})


def _rests(department: Department) -> Iterator[tuple[Placed[Post] | None, set[str]]]:
    """What is named as an authority, and the post that has to hold it; None for any post of the department."""
    for function in department.spec.functions:
        yield None, _rested_on(function.duties)
    for post in department.posts:
        yield post, _rested_on(post.value.duties)
    for process in department.processes:
        for step in process.value.steps:
            if named := _rested_on((step,)):
                yield department.accountable(step), named


def _whose(post: object) -> Text:
    if post is None:
        return Text("部门里的岗位都没有", "no post of the department has the")
    return Text(f"{quoted(str(post))}没有", f"{quoted(str(post))} does not have the")


def _rested_on(duties: Sequence[Work]) -> set[str]:
    """What the duties, and those below them, name as their authority."""
    named = {duty.authority for duty in duties if duty.authority is not None}
    return named.union(*(_rested_on(duty.duties) for duty in duties if duty.duties))


def _held(post: Post) -> set[str]:
    """The ids and texts of the authorities of a post."""
    return {word for authority in post.authorities for word in (authority.id, authority.text) if word}


RULE = Rule(
    code="REF003",
    name="unknown-authority",
    severity=ERROR,
    check=check,
    message=Text(zh="{whose}权限“{ref}”{near}", en="{whose} authority “{ref}”{near}"),
    why=Text(
        zh="职责要靠权限才能履行；引用了没有授予的权限，员工照着做就是越权，不做又是失职。",
        en="A duty needs the authority it rests on. Without it, doing the duty oversteps and not doing it neglects it.",
    ),
    fix=Text(
        zh="改成本岗位“岗位权限”（authorities）里的编号，或者把这项权限补进去。",
        en="Use the id of one of the post's `authorities`, or add this one to them.",
    ),
    good=(
        Example(
            """\
post:
  name: 销售经理
  authorities: [{id: contract-under-500k, text: 50 万元以下合同的审批权}]
  duties: [{text: 两个工作日内审批销售合同, authority: contract-under-500k}]
"""
        ),
        Example(
            """\
department:
  name: 销售部
  functions: [{name: 合同管理, duties: [{text: 审批合同, authority: sign}]}]
posts: [{name: 销售经理, authorities: [{id: sign, text: 合同审批权}]}, {name: 销售代表}]
process: {name: 签约, steps: [{name: 审批, accountable: 销售经理, authority: sign}, {name: 归档, do: 销售代表, authority: sign}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
posts:
  - name: 销售经理
    authorities: [{id: contract-under-500k, text: 50 万元以下合同的审批权}]
    duties:
      - {text: 两个工作日内审批销售合同, authority: contract-500k}
  - name: 销售主管
    duties:
      - title: 合同管理
        duties: [{text: 当天审核报价, authority: contract-under-500k}]
""",
            finds=(
                "5:41 “销售经理”没有权限“contract-500k”，是不是“contract-under-500k”？",
                "9:44 “销售主管”没有权限“contract-under-500k”",
            ),
        ),
        Example(
            """\
department: {name: 销售部, functions: [{name: 合同管理, duties: [{text: 审批合同, authority: sing}]}]}
posts: [{name: 销售经理, authorities: [{id: sign, text: 合同审批权}]}, {name: 销售代表}]
process: {name: 签约, steps: [{name: 审批, accountable: 销售代表, authority: sign, duties: [{text: 盖章, authority: seal}]}]}
""",
            finds=(
                "1:83 部门里的岗位都没有权限“sing”，是不是“sign”？",
                "3:70 “销售代表”没有权限“sign”",
                "3:107 “销售代表”没有权限“seal”",
            ),
        ),
    ),
)
