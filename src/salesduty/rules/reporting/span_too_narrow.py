"""ORG005: a level of management for one person."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.left_out import all_read
from salesduty.rules.quoted import quoted
from salesduty.rules.reporting.teams import Team, teams
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.around import within
from salesduty.workspace.entities import Department, Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the superiors, heads of departments aside, who lead exactly one person."""
    for team in teams(workspace):
        if _leads_one(team) and not _is_head(team) and _all_read(workspace, team.department):
            report = team.reports[0]
            name = quoted(report.value.name)
            mention = Mention(report / "name", Text(f"{name}编制 1 人", f"{name} is one person"))
            yield Hit(team.lead / "name", {"post": team.lead.value.name, "report": report.value.name}, (mention,))


def _leads_one(team: Team) -> bool:
    return len(team.reports) == 1 and team.reports[0].value.headcount == 1


def _is_head(team: Team) -> bool:
    own = {post.address for post in team.department.posts}
    return own.isdisjoint(party.address for party in team.department.superiors(team.lead))


def _all_read(workspace: Workspace, department: Department) -> bool:
    return all(all_read(read) for read in (department, *within(workspace, department)))


RULE = Rule(
    code="ORG005",
    name="span-too-narrow",
    severity=INFO,
    check_workspace=check,
    message=Text(zh="“{post}”只带“{report}”一个人", en="“{post}” leads one person only, “{report}”"),
    why=Text(
        zh="一个管理岗位只带一个人，多一道审批，少一个干活的人；通常是层级设多了，或者漏写了其他下属。",
        en="A level of management for one person adds a signature and takes away a pair of hands; often other reports were "
        "forgotten.",
    ),
    fix=Text(
        zh="让下属直接向上一级汇报，或者补上漏写的下属岗位和编制。",
        en="Let the report answer to the next level up, or add the reports and headcounts that are missing.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: lead, name: 销售主管, reports_to: head, headcount: 1}
  - {id: rep, name: 销售代表, reports_to: lead, headcount: 6}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, reports_to: head, headcount: 1}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: lead, name: 销售主管, reports_to: head}
  - {id: rep, name: 销售代表, reports_to: lead, headcount: 1}
""",
            finds=("4:22 “销售主管”只带“销售代表”一个人",),
        ),
    ),
)
