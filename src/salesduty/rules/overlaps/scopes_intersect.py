"""OVL002: posts that hold the same duty with written scopes that intersect."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.overlaps import Overlap
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.within_scopes import intersecting, shared_part
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 8
_MOST_PARTS = 3


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield one hit for each area whose holders have written scopes with a common part."""
    for overlap, along in intersecting(found):
        yield _hit(overlap, found, along_one_line=along)


def _hit(overlap: Overlap, found: Responsibilities, *, along_one_line: bool) -> Hit:
    first, *rest = overlap.holdings
    shared = dict.fromkeys(shared_part(conflict, found) for conflict in overlap.conflicts)
    return Hit(
        first.place,
        {
            "area": quoted(found.vocabulary.area_name(overlap.facet)),
            "posts": listed(holding.post.value.name for holding in overlap.holdings),
            "shared": listed(list(shared)[:_MOST_PARTS]),
            "facet": overlap.facet,
        },
        tuple(map(mention, rest[:_MOST_MENTIONS])),
        severity=None if along_one_line else INFO,
        consequence=weight((overlap.facet,)),
    )


RULE = Rule(
    code="OVL002",
    name="scopes-intersect",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{area}的范围重叠：{shared}同时归{posts}", en="the scopes of {area} intersect: {shared} belongs to {posts} at once"
    ),
    why=Text(
        zh="范围写出来就是为了分清楚；重叠的那一部分有两个负责人，客户和单子会被抢，也会被推。",
        en="Scopes are written to divide; what lies in both has two holders, who will fight over it or leave it to each other.",
    ),
    fix=Text(
        zh="把重叠的部分从其中一个岗位的“范围”（scope）里去掉；确实共同负责的，写上“共担岗位”（shared_with）。",
        en="Take the common part out of the `scope` of one of the posts; if they share it knowingly, write `shared_with`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售主管, duties: [{text: 审批销售合同, scope: {amount: "≤300000"}}]}
  - {id: risk, name: 商务主管, duties: [{text: 审批销售合同, scope: {amount: "≥300000"}}]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 催收到期货款, scope: {region: 华东}, shared_with: [clerk]}]}
  - {id: clerk, name: 商务专员, duties: [{text: 催收到期货款, scope: {region: 江苏}}]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 催收到期货款, scope: {region: 华东, product: 水泵}}]}
  - {id: clerk, name: 商务专员, duties: [{text: 催收到期货款, scope: {region: 江苏, product: 阀门}}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 催收到期货款, scope: {region: 华东}}]}
  - {id: clerk, name: 商务专员, duties: [{text: 催收到期货款, scope: {region: [江苏, 广东]}}]}
""",
            finds=("4:39 “回款·催收”的范围重叠：“江苏”同时归“商务专员”、“销售代表”",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售主管, duties: [{text: 审批销售合同, scope: {amount: "<500000"}}]}
  - {id: risk, name: 商务主管, duties: [{text: 审批销售合同, scope: {amount: "≥300000"}}]}
""",
            finds=("3:41 “合同评审与审批·合同审批”的范围重叠：“30 万元至 50 万元”同时归“销售主管”、“商务主管”",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 催收到期货款, scope: {region: 华东}}]}
  - {id: clerk, name: 商务专员, duties: [{text: 催收到期货款, scope: {product: 水泵}}]}
""",
            finds=("4:39 “回款·催收”的范围重叠：“华东，水泵”同时归“商务专员”、“销售代表”",),
        ),
    ),
)
