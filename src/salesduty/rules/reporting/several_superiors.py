"""ORG002: a post with more than one superior (against Fayol's unity of command, 1916)."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Status
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts that report to several different parties."""
    for post in department.posts:
        if post.value.status is not Status.retired and len(post.value.reports_to) > 1:
            superiors = _names(department, post.value.reports_to)
            if len(superiors) > 1:
                values = {"post": post.value.name, "count": len(superiors), "superiors": superiors}
                yield Hit((post / "reports_to").key, values)


def _names(department: Department, refs: tuple[str, ...]) -> tuple[str, ...]:
    """How the parties that `refs` mean are called, each party once, in the order of writing."""
    named: dict[str, str] = {}
    for ref in refs:
        party = next(iter(department.parties(ref)), None)
        named.setdefault(party.address if party else ref, party.name if party else ref)
    return tuple(named.values())


RULE = Rule(
    code="ORG002",
    name="several-superiors",
    severity=WARNING,
    check=check,
    message=Text(zh="“{post}”有 {count} 个直接上级：{superiors}", en="“{post}” has {count} superiors: {superiors}"),
    why=Text(
        zh="两个上级的要求冲突时员工不知道听谁的，评分、批假、签字也会互相等。一个岗位只向一个上级汇报，是组织设计的老规矩。",
        en="When two superiors disagree, nobody knows whom to follow, and each waits for the other to score or to sign.",
    ),
    fix=Text(
        zh="只保留一个直接上级，业务指导关系写进“工作关系”（relations）；确实要双线汇报的，写一条豁免（waivers），"
        "注明理由、批准人和期限。",
        en="Keep one superior and put guidance from others under `relations`; where two lines are wanted, write a waiver "
        "(`waivers`).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理, 财务部]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: clerk, name: 销售内勤, reports_to: [销售经理], relations: {internal: [{party: 财务部, about: 开票规范}]}}
"""
        ),
        Example(
            """\
department:
  id: sales
  name: 销售部
  outside: [总经理, 财务部]
  waivers:
    - {rule: ORG002, at: sales/clerk, reason: 财务系统上线期间双线汇报, approver: 总经理, until: 2099-12-31}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: clerk, name: 销售内勤, reports_to: [销售经理, 财务部]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理, 财务部]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: clerk, name: 销售内勤, reports_to: [head, 财务部]}
""",
            finds=("4:29 “销售内勤”有 2 个直接上级：销售经理、财务部",),
        ),
    ),
)
