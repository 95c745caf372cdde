"""ORG008: a superior at a lower level than the post below."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Level, Status
from salesduty.model.post import Post
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts that report to a post at a lower level, once for each such superior."""
    for post in department.posts:
        if post.value.status is not Status.retired and post.value.level is not None:
            yield from _below_themselves(department, post, post.value.level)


def _below_themselves(department: Department, post: Placed[Post], level: Level) -> Iterator[Hit]:
    for index, ref in enumerate(post.value.reports_to):
        superior = next((party.post for party in department.parties(ref)[:1]), None)
        upper = superior.value.level if superior is not None else None
        if superior is not None and upper is not None and upper.rank < level.rank:
            values = {"post": post.value.name, "level": _said(level), "superior": superior.value.name, "upper": _said(upper)}
            name = quoted(superior.value.name)
            mention = Mention(superior / "level", Text(f"{name}写的是{upper.label}级", f"{name} is put down as {upper.value}"))
            yield Hit(post / "reports_to" / index, values, (mention,))


def _said(level: Level) -> Text:
    return Text(f"{level.label}级", level.value)


RULE = Rule(
    code="ORG008",
    name="level-inversion",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{post}”是{level}，直接上级“{superior}”却是{upper}",
        en="“{post}” ({level}) reports to “{superior}”, who is of a lower level ({upper})",
    ),
    why=Text(
        zh="层级低的管层级高的，审批权限、薪酬等级和考核关系都会倒过来；多半是层级写错，或者上级选错了岗位。",
        en="Where the lower level leads the higher one, authorities, pay and scoring are upside down; a level or a superior is "
        "mistaken.",
    ),
    fix=Text(
        zh="核对两个岗位的“层级”（level），或者改正“直接上级”（reports_to）。",
        en="Check the `level` of both posts, or name another superior (`reports_to`).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: 经理}
  - {id: lead, name: 销售主管, level: supervisor, reports_to: head}
  - {id: senior, name: 高级主管, level: supervisor, reports_to: lead}
  - {id: rep, name: 销售代表, reports_to: lead}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager, reports_to: 销售主管}
  - {id: lead, name: 销售主管, level: supervisor}
""",
            finds=("3:56 “销售经理”是经理级，直接上级“销售主管”却是主管级",),
        ),
    ),
)
