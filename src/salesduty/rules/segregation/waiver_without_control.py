"""SOD004: two things are left in one hand, and nothing makes up for it."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.segregation import sources
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the waivers of rules of this family that name no control."""
    without = [
        (index, waiver)
        for index, waiver in enumerate(department.spec.waivers)
        if waiver.rule.startswith("SOD") and waiver.control is None
    ]
    spoilt = omitted((department,)) if without else None
    for index, waiver in without:
        place = department.place / "waivers" / index
        if spoilt is not None and not spoilt.explains(place / "control"):
            yield Hit(place / "rule", {"rule": waiver.rule})


RULE = Rule(
    code="SOD004",
    name="waiver-without-control",
    severity=WARNING,
    check=check,
    message=Text(zh="{rule} 的豁免没有写替代控制", en="the waiver of {rule} names no control that makes up for it"),
    why=Text(
        zh="人手不够，两件事放在一个岗位可以理解；但要有别的办法盯住它，例如抽查、对账、上级复核，否则豁免等于放开。",
        en="With few people, two things in one hand may be unavoidable. Something else must watch over them then: samples, "
        "reconciliation, a superior's review.",
    ),
    fix=Text(
        zh="在这条豁免里写上“替代控制”（control）：谁、多久一次、查什么。",
        en="Write the `control` of the waiver: who looks at what, and how often.",
    ),
    source=sources.BASIC_NORM,
    good=(
        Example(
            """\
department:
  name: 销售部
  waivers:
    - {rule: SOD052, reason: 办事处只有两个人, approver: 总经理, until: 2027-03-01, control: 财务部每月核对发票与发货单}
    - {rule: ORG002, reason: 过渡期由两位经理共同管理, approver: 总经理, until: 2027-03-01}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  name: 销售部
  waivers:
    - {rule: SOD052, reason: 办事处只有两个人, approver: 总经理, until: 2027-03-01}
""",
            finds=("4:14 SOD052 的豁免没有写替代控制",),
        ),
    ),
)
