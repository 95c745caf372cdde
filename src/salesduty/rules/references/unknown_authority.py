"""REF003: a duty rests on an authority that its post does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.duty import Duty
from salesduty.model.post import Post
from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.references.dangling import dangling
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department
from salesduty.workspace.references import Reference


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the references to authorities that are not among those of the same post."""
    if any(not _rested_on(post.value.duties) <= _held(post.value) for post in department.posts):
        yield from dangling(department, "authority", lambda reference: reference.ref not in _meant(reference), _meant)


def _rested_on(duties: Sequence[Duty]) -> set[str]:
    """What the duties, and those below them, name as their authority."""
    named = {duty.authority for duty in duties if duty.authority is not None}
    return named.union(*(_rested_on(duty.duties) for duty in duties if duty.duties))


def _held(post: Post) -> set[str]:
    """The ids and texts of the authorities of a post."""
    return {word for authority in post.authorities for word in (authority.id, authority.text) if word}


def _meant(reference: Reference) -> set[str]:
    return _held(reference.post.value) if reference.post is not None else set()


RULE = Rule(
    code="REF003",
    name="unknown-authority",
    severity=ERROR,
    check=check,
    message=Text(zh="“{post}”没有权限“{ref}”{near}", en="“{post}” has no authority “{ref}”{near}"),
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
    ),
)
