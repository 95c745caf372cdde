"""REF006: a post that nobody but itself stands in for."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts that are their own deputy; where several people hold a post, they may stand in for each other."""
    for post in department.posts:
        deputy = post.value.deputy
        if deputy is None or (post.value.headcount or 1) > 1:
            continue
        if [party.address for party in department.parties(deputy)] == [post.address]:
            yield Hit(post / "deputy", {"post": post.value.name})


RULE = Rule(
    code="REF006",
    name="own-deputy",
    severity=ERROR,
    check=check,
    message=Text(zh="“{post}”的备岗是它自己", en="“{post}” is its own deputy"),
    why=Text(
        zh="人不在的时候自己替不了自己，审批和交接会停在那里。",
        en="Nobody can stand in for himself: when he is away, approvals and hand-offs stop.",
    ),
    fix=Text(
        zh="写另一个岗位；如果同一岗位有几个人互为备岗，把编制写清楚。",
        en="Name another post; if several people hold this one and stand in for each other, write the headcount.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售经理, deputy: rep}
  - {id: rep, name: 销售代表, headcount: 8, deputy: rep}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post: {id: manager, name: 销售经理, headcount: 1, deputy: 销售经理}
""",
            finds=("2:55 “销售经理”的备岗是它自己",),
        ),
    ),
)
