"""REF007: a waiver that waives nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.part import Part
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.left_out import all_read
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.suggestion import did_you_mean
from salesduty.settings.settings import Settings
from salesduty.text.nearest import nearest
from salesduty.workspace.entities import Department

# The families, not the codes: a code may belong to `check`, and the catalogue imports this file.
_CODE = re.compile(r"(STR|REF|ORG|WRD|ACC|GAP|OVL|SOD|KPI|CAD)\d{3}")
_OF_TEAM = re.compile(r"[A-Z]{3,8}\d{3}")


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the waivers whose rule is none, or whose address leads to nothing in the department."""
    known: set[str] = set()
    for index, waiver in enumerate(department.spec.waivers):
        at = department.place / "waivers" / index
        if not _CODE.fullmatch(waiver.rule) and not (settings.team and _OF_TEAM.fullmatch(waiver.rule)):
            yield Hit(at / "rule", {"what": _no_rule(waiver.rule), "near": Text("", "")})
        if waiver.at is None or not all_read(department):
            continue
        known = known or _addresses(department)
        if waiver.at.rstrip("/") not in known:
            yield Hit(
                at / "at", {"what": _no_address(waiver.at), "near": did_you_mean(nearest(waiver.at, sorted(known), most=1))}
            )


def _no_rule(code: str) -> Text:
    return Text(f"没有代码为{quoted(code)}的规则", f"no rule has the code {quoted(code)}")


def _no_address(address: str) -> Text:
    return Text(f"地址{quoted(address)}什么也没有指到", f"nothing has the address {quoted(address)}")


def _addresses(department: Department) -> set[str]:
    """Every address in the department, and what each begins with."""
    whole = {department.id}
    for entity in department.entities:
        whole.add(entity.address)
        whole.update(department.address_of(place) for place in _items(entity.value, entity.place))
    return {
        "/".join(steps[:length]) for steps in (address.split("/") for address in whole) for length in range(1, len(steps) + 1)
    }


def _items(part: Part, place: Place) -> Iterator[Place]:
    """The places of all list items in `part`, however deep, that can be addressed."""
    for name in part.model_fields_set:
        value = getattr(part, name)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Part):
                yield place / name / index
                yield from _items(item, place / name / index)


RULE = Rule(
    code="REF007",
    name="unknown-rule",
    severity=WARNING,
    check=check,
    message=Text(zh="{what}，这条豁免不起作用{near}", en="{what}, so the waiver has no effect{near}"),
    why=Text(
        zh="批准人以为问题已经豁免，其实照样会报出来；或者岗位改了编号，豁免就悄悄落了空。",
        en="Whoever approved it believes the matter settled, but it is still reported; often a post has got another id since.",
    ),
    fix=Text(
        zh="规则写代码，例如 ORG002；地址写“部门编号/岗位编号/职责编号”，或者不写地址，对整个部门有效。",
        en="Write the code of a rule such as ORG002 and the address as department/post/duty, or no address for the whole "
        "department.",
    ),
    good=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  waivers:
    - {rule: ORG002, at: sales/assistant, reason: 两位经理共用, approver: 总经理, until: 2027-03-01}
    - {rule: ACC003, at: sales/assistant/#1, reason: 交接期, approver: 总经理, until: 2027-03-01}
    - {rule: KPI004, reason: 试行期, approver: 总经理, until: 2027-03-01}
post: {id: assistant, name: 销售内勤, duties: [当天录入订单]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  waivers:
    - {rule: 多头领导, reason: 两位经理共用, approver: 总经理, until: 2027-03-01}
    - {rule: ORG002, at: sales/asistant, reason: 两位经理共用, approver: 总经理, until: 2027-03-01}
post: {id: assistant, name: 销售内勤, duties: [当天录入订单]}
""",
            finds=(
                "5:14 没有代码为“多头领导”的规则，这条豁免不起作用",
                "6:26 地址“sales/asistant”什么也没有指到，这条豁免不起作用，是不是“sales/assistant”？",
            ),
        ),
    ),
)
