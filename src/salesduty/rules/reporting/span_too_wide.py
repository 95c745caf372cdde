"""ORG004: more direct reports than one person can lead.

Urwick ("The Manager's Span of Control", Harvard Business Review, May-June 1956) holds that nobody can
supervise more than five or six people whose work interlocks; McKinsey ("How to identify the right 'spans of
control'", 2017) finds 3 to 5 for a player-coach at the top, 8 to 10 for a supervisor of similar work, 15 and
more where the work is standard. The bands of the settings lie above these, because a finding must be worth
acting on.
"""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.reporting.teams import Team, teams
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, settings: Settings) -> Iterator[Hit]:
    """Yield the superiors with more people below them, for each person in the post, than their level can lead."""
    spoilt = omitted(workspace.departments)
    for team in teams(workspace):
        most = _most(team, settings)
        if most is not None and team.people > most * _leaders(team) and not spoilt.explains(team.lead / "headcount"):
            values = {"post": team.lead.value.name, "led": _led(team), "band": _band(team, most)}
            yield Hit(team.lead / "name", values, tuple(_mentions(team)))


def _most(team: Team, settings: Settings) -> int | None:
    """The widest span at the level of the superior; the widest of all where the level is not known."""
    level = team.lead.value.level
    return max(settings.widest_span.values(), default=None) if level is None else settings.widest_span.get(level)


def _leaders(team: Team) -> int:
    return max(team.lead.value.headcount or 1, 1)


def _led(team: Team) -> Text:
    leaders, people = _leaders(team), team.people
    if leaders == 1:
        return Text(f"直接带 {people} 人", f"leads {people} people directly")
    each = f"{people / leaders:.1f}".removesuffix(".0")
    zh = f"编制 {leaders} 人，直接带 {people} 人，平均每人带 {each} 人"
    return Text(zh, f"is {leaders} people who lead {people}, {each} each")


def _band(team: Team, most: int) -> Text:
    level = team.lead.value.level
    if level is None:
        return Text(f"一般不超过 {most} 人", f"the usual limit is {most}")
    return Text(f"{level.label}级一般不超过 {most} 人", f"the usual limit at the level of {level.value} is {most}")


def _mentions(team: Team) -> Iterator[Mention]:
    for post in team.reports:
        name, headcount = quoted(post.value.name), post.value.headcount
        if headcount is None:
            yield Mention(post / "name", Text(f"{name}没有写编制，按 1 人计", f"{name} has no headcount and counts as 1"))
        else:
            yield Mention(post / "name", Text(f"{name}编制 {headcount} 人", f"{name} is {headcount} people"))


RULE = Rule(
    code="ORG004",
    name="span-too-wide",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="“{post}”{led}，{band}", en="“{post}” {led}; {band}"),
    why=Text(
        zh="带的人太多，检查、辅导和评分只能走过场。管理幅度越往上越窄：高层五六个人就满了，一线做同类工作的可以到十五到二十人。",
        en="With too many people below, checking, coaching and scoring turn into a formality. The span narrows towards the top: "
        "five or six there, fifteen to twenty in a first line of similar work.",
    ),
    fix=Text(
        zh="增设一层主管或组长，把一部分岗位的“直接上级”（reports_to）改给他们；或者核对编制人数是否写错。",
        en="Add supervisors and let some of the posts report to them (`reports_to`), or check the headcounts.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager}
  - {id: lead, name: 销售主管, level: supervisor, headcount: 2, reports_to: head}
  - {id: rep, name: 销售代表, headcount: 36, reports_to: lead}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager, headcount: 1}
  - {id: rep, name: 销售代表, headcount: 15, reports_to: head}
  - {id: online, name: 直播专员, headcount: 8, reports_to: head, status: proposed}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager, headcount: 1}
  - {id: rep, name: 销售代表, headcount: 15, reports_to: head}
  - {id: clerk, name: 销售内勤, reports_to: head}
""",
            finds=("3:22 “销售经理”直接带 16 人，经理级一般不超过 15 人",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager}
  - {id: lead, name: 销售主管, level: supervisor, headcount: 2, reports_to: head}
  - {id: rep, name: 销售代表, headcount: 45, reports_to: lead}
""",
            finds=("4:22 “销售主管”编制 2 人，直接带 45 人，平均每人带 22.5 人，主管级一般不超过 20 人",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售负责人}
  - {id: rep, name: 销售代表, headcount: 21, reports_to: head}
""",
            finds=("3:22 “销售负责人”直接带 21 人，一般不超过 20 人",),
        ),
    ),
)
