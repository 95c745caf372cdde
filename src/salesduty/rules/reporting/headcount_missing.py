"""ORG006: a post without a headcount where the others have one."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.absence import Lack, lacking
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_FEWEST_WITH = 2


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the active posts without a headcount, if the department gives its own or most of its posts give theirs."""
    posts = department.active_posts
    counted = sum(post.value.headcount is not None for post in posts)
    usual = counted >= _FEWEST_WITH and 2 * counted > len(posts)
    if counted < len(posts) and (usual or department.spec.headcount is not None):
        spoilt = omitted((department,))
        without = (post for post in posts if post.value.headcount is None and not spoilt.explains(post / "headcount"))
        named = ((post, quoted(post.value.name)) for post in without)
        lacks = [Lack(post / "name", Text(name, name)) for post, name in named]
        yield from lacking(lacks, len(posts), Text("个岗位", "other posts"))


RULE = Rule(
    code="ORG006",
    name="headcount-missing",
    severity=WARNING,
    check=check,
    message=Text(zh="{subject}没有写编制", en="no headcount is given for {subject}"),
    why=Text(
        zh="部门里其他岗位写了编制，或者部门写了总编制，缺一个就对不上总数，招聘和预算也没有依据。",
        en="The other posts or the department give theirs; with one missing the total cannot be checked, nor hiring and "
        "budgets planned.",
    ),
    fix=Text(
        zh="写上“编制”（headcount），暂时空缺的岗位也写批准的人数。",
        en="Give the approved number of people (`headcount`), also for a vacancy.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, headcount: 13}
posts:
  - {id: head, name: 销售经理, headcount: 1}
  - {id: rep, name: 销售代表, headcount: 12名, reports_to: head}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, headcount: 1}
  - {id: rep, name: 销售代表, reports_to: head}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部, headcount: 13}
posts:
  - {id: head, name: 销售经理, headcount: 一人}
  - {id: rep, name: 销售代表, headcount: 12, reports_to: head}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, headcount: 1}
  - {id: rep, name: 销售代表, headcount: 12, reports_to: head}
  - {id: clerk, name: 销售内勤, reports_to: head}
""",
            finds=("5:23 “销售内勤”没有写编制",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, headcount: 13}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, headcount: 12, reports_to: head}
""",
            finds=("3:22 “销售经理”没有写编制",),
        ),
    ),
)
