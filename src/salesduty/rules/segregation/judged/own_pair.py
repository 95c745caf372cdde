"""SOD080: one post holds both sides of a pair that the team itself keeps apart."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.segregation.judged.pair import FIX, MESSAGE, hits
from salesduty.settings.settings import Settings

COME_WITH_IT = frozenset(
    (
        "negotiate-sign",
        "sell-invoice",
        "sell-take-cash",
        "credit-approve",
        "approve-ship",
        "draft-review",
        "do-approve",
        "collect-record",
        "return-record",
        "bad-debt",
    )
)
"""The pairs that have rules of their own."""


def judge(found: Responsibilities, settings: Settings) -> Iterator[Hit]:
    """Yield one hit for each post and each pair that a file of the team adds."""
    for name, pair in found.vocabulary.separations.items():
        if name not in COME_WITH_IT:
            yield from hits(pair, found, settings)


_APART = """\
department: {id: sales, name: 销售部}
segregation:
  - id: sample-keys
    name: 样品的保管与领用审批
    one: {name: 管样品, objects: sample, verbs: archive store issue}
    other: {name: 批样品领用, objects: sample, actions: decide}
    reason: 样品的去向只有一个人知道
    control: 每季度由销售内勤盘点样品
"""

RULE = Rule(
    code="SOD080",
    name="own-pair",
    severity=WARNING,
    judge=judge,
    message=MESSAGE,
    why=Text(
        zh="这一对职务是你们自己在“不相容职务表”（segregation）里规定要分开的，理由写在那里。",
        en="Your own files say under `segregation` that the two are kept apart, and why.",
    ),
    fix=FIX,
    good=(
        Example(
            _APART
            + """\
posts:
  - {id: clerk, name: 样品管理员, duties: [保管样品]}
  - {id: head, name: 销售经理, duties: [批准样品领用]}
"""
        ),
    ),
    bad=(
        Example(
            _APART
            + """\
posts:
  - {id: clerk, name: 样品管理员, duties: [保管样品, 批准样品领用]}
""",
            finds=("10:39 “样品管理员”既管样品（“保管样品”）又批样品领用（“批准样品领用”）：样品的去向只有一个人知道",),
        ),
    ),
)
