"""REF004: work is done in a system that the department does not list."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.references.dangling import dangling
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the references to systems that neither the department nor one around it lists."""
    unknown = {word for word in department.words["system"] if department.system(word) is None}
    if unknown:
        yield from dangling(
            department, "system", lambda reference: reference.ref in unknown, lambda _: department.system_words, department.outer
        )


RULE = Rule(
    code="REF004",
    name="unknown-system",
    severity=ERROR,
    check=check,
    message=Text(zh="部门的系统里没有“{ref}”{near}", en="the department has no system called “{ref}”{near}"),
    why=Text(
        zh="同一个系统写成几种叫法，新人不知道去哪里填，数据也对不上；清单里没有的系统没有人维护，也没有人开账号。",
        en="A system under several names sends people to the wrong place, and one that is not listed is kept up by nobody.",
    ),
    fix=Text(
        zh="改成部门“系统”（systems）里的编号或名称，或者把它补进去。",
        en="Use the id or the name of one of the department's `systems`, or add this one to them.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, systems: [{id: crm, name: 客户管理系统}, 报表平台]}
post:
  name: 销售代表
  duties: [{text: 拜访当天录入客户信息, systems: [crm, 报表平台]}]
"""
        ),
        Example(
            {
                "department.yaml": "department: {id: company, name: 营销中心, systems: [{id: crm, name: 客户管理系统}]}\n",
                "east/department.yaml": "department: {id: east, name: 华东销售部}\n",
                "east/rep.yaml": "post: {id: rep, name: 销售代表, duties: [{text: 当天录入客户信息, systems: crm}]}\n",
            }
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, systems: [{id: crm, name: 客户管理系统}]}
post:
  name: 销售代表
  duties: [{text: 拜访当天录入客户信息, systems: [客户系统, ERP]}]
""",
            finds=(
                "4:41 部门的系统里没有“客户系统”，是不是“客户管理系统”？",
                "4:47 部门的系统里没有“ERP”",
            ),
        ),
    ),
)
