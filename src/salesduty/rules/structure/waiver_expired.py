"""STR027: a waiver whose time is over."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.dates import parse_date
from salesduty.workspace.entities import Department


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the waivers that held until a day before today."""
    for index, waiver in enumerate(department.spec.waivers):
        until = parse_date(waiver.until)
        if until is not None and until < settings.today:
            yield Hit(department.place / "waivers" / index / "until", {"rule": waiver.rule, "until": waiver.until})


RULE = Rule(
    code="STR027",
    name="waiver-expired",
    severity=WARNING,
    check=check,
    message=Text(zh="规则 {rule} 的豁免只到 {until}，已经失效", en="the waiver of {rule} ended on {until}"),
    why=Text(
        zh="豁免到期以后，原来的问题会重新报出来；留着过期的豁免，看的人会以为它还有效。",
        en="What it covered is reported again, while whoever reads the waiver believes that it still holds.",
    ),
    fix=Text(
        zh="问题已经解决就删掉这条豁免；仍然需要时请批准人重新批准，再写新的到期日。",
        en="Take the waiver out if its reason is gone, or have it approved again with a new day.",
    ),
    good=(
        Example(
            """\
department:
  name: 销售部
  waivers: [{rule: ORG002, reason: 过渡期由两位经理共同管理, approver: 总经理, until: 2027-03-01}]
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  name: 销售部
  waivers: [{rule: ORG002, reason: 过渡期由两位经理共同管理, approver: 总经理, until: 2026-06-30}]
""",
            finds=("3:72 规则 ORG002 的豁免只到 2026-06-30，已经失效",),
        ),
    ),
)
