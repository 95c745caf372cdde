"""SOD003: a post that appraises itself."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the active posts that stand among those who appraise them."""
    for post in department.active_posts:
        for index, ref in enumerate(post.value.appraised_by):
            if [party.address for party in department.parties(ref)] == [post.address]:
                yield Hit(post / "appraised_by" / index, {"post": post.value.name})


RULE = Rule(
    code="SOD003",
    name="own-appraiser",
    severity=WARNING,
    check=check,
    message=Text(zh="“{post}”的考核人里有它自己", en="“{post}” is among those who appraise it"),
    why=Text(
        zh="自己给自己打分，分数说明不了什么，奖金和晋升却要按它来定；自评可以做参考，不能算考核。",
        en="A score that one gives oneself says little, while pay and promotion rest on it. A self-assessment may inform the "
        "appraisal, but is none.",
    ),
    fix=Text(
        zh="“考核人”（appraised_by）写直接上级；需要自评的，写进考核办法，不写在这里。",
        en="Name the direct superior under `appraised_by`; a self-assessment belongs in the appraisal scheme.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, reports_to: head, appraised_by: head}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: rep, name: 销售代表, reports_to: head, 考核人: [head, 销售代表]}
""",
            finds=("4:57 “销售代表”的考核人里有它自己",),
        ),
    ),
)
