"""ORG009: a post that is appraised by somebody who does not lead it."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.post import Post
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the active posts none of whose appraisers is a superior; a note where the appraiser stands further up.

    Whom nobody knows is left to another rule, and so is a post that appraises itself.
    """
    for post in department.active_posts:
        superiors = department.superiors(post)
        parties = [department.parties(ref) for ref in post.value.appraised_by]
        appraisers = {party.address: party for each in parties for party in each if party.address != post.address}
        if not appraisers or not superiors or not all(parties) or len(superiors) < len(post.value.reports_to):
            continue
        if appraisers.keys() & {party.address for party in superiors}:
            continue
        values = {
            "post": post.value.name,
            "appraisers": tuple(party.name for party in appraisers.values()),
            "superiors": tuple(party.name for party in superiors),
        }
        further_up = not appraisers.keys().isdisjoint(_above(department, post))
        yield Hit(post / "appraised_by", values, severity=INFO if further_up else WARNING)


def _above(department: Department, post: Placed[Post]) -> set[str]:
    """The addresses of all who lead `post`, directly or through others."""
    above: set[str] = set()
    waiting = [post]
    while waiting:
        for party in department.superiors(waiting.pop()):
            if party.address not in above:
                above.add(party.address)
                waiting.extend([party.post] if party.post is not None else [])
    return above


RULE = Rule(
    code="ORG009",
    name="appraiser-not-superior",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{post}”由{appraisers}考核，直接上级却是{superiors}",
        en="“{post}” is appraised by {appraisers}, but reports to {superiors}",
    ),
    why=Text(
        zh="派活的人不打分，打分的人不派活：员工会听打分的，活却是另一个人的；分数也因为看不到日常工作而不准。",
        en="People follow whoever scores them, while the work comes from somebody else; and who does not see the work scores it "
        "badly.",
    ),
    fix=Text(
        zh="“考核人”（appraised_by）里加上直接上级，别的人可以提供数据或复核；实际由考核人管理的，改“直接上级”（reports_to）。",
        en="Put the direct superior among `appraised_by`, and let others give figures or review; where the appraiser is the one "
        "who leads, change `reports_to`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理, 人力资源部]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, appraised_by: 总经理}
  - {id: rep, name: 销售代表, reports_to: head, appraised_by: [head, 人力资源部]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理, 人力资源部]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: lead, name: 销售主管, reports_to: head, appraised_by: 总经理}
  - {id: rep, name: 销售代表, reports_to: lead, appraised_by: 人力资源部}
""",
            finds=(
                "4:60 “销售主管”由总经理考核，直接上级却是销售经理",
                "5:59 “销售代表”由人力资源部考核，直接上级却是销售主管",
            ),
        ),
    ),
)
