"""OVL001: several posts hold the same duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from salesduty.responsibility.overlaps import Overlap, overlaps
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 8


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield one hit for each area that posts fight over, with every sentence."""
    for overlap in overlaps(found):
        yield _hit(overlap, found)


def _hit(overlap: Overlap, found: Responsibilities) -> Hit:
    first, *rest = overlap.holdings
    names = {holding.post.address: holding.post.value.name for holding in overlap.holdings}
    posts = listed(_told_apart(names))
    return Hit(
        first.place,
        {
            "area": quoted(found.vocabulary.area_name(overlap.facet) if overlap.facet else first.text),
            "posts": posts,
            "count": len(names),
            "text": quoted(first.text),
            "facet": overlap.facet,
            "certainty": round(overlap.certainty, 2),
            "words": _words(overlap),
        },
        tuple(map(mention, rest[:_MOST_MENTIONS])),
        consequence=weight((overlap.facet,)),
    )


def _words(overlap: Overlap) -> tuple[str, ...]:
    """The words that the surest conflict rests on, one stretch of each sentence."""
    surest = overlap.conflicts[0]
    both = ((surest.one, surest.verdict.one), (surest.other, surest.verdict.other))
    return tuple(holding.reading.words(claim.span) or holding.text for holding, claim in both if claim is not None)


def _told_apart(names: Mapping[str, str]) -> list[str]:
    """The names of posts; two of one name with what their addresses end in."""
    doubled = {name for name, count in Counter(names.values()).items() if count > 1}
    return [f"{name}（{address.rsplit('/', 1)[-1]}）" if name in doubled else name for address, name in names.items()]


RULE = Rule(
    code="OVL001",
    name="same-duty",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{area}由 {count} 个岗位同时负责，没有分工：{posts}", en="{count} posts hold {area} at once, undivided: {posts}"
    ),
    why=Text(
        zh="两个岗位做同一件事，客户会被问两遍，功劳两家抢，出了事两家推。",
        en="Two posts that do one thing ask the customer twice, both claim the credit and neither the fault.",
    ),
    fix=Text(
        zh="只留一个主办，其他改成协助或审核；确实分管不同区域、客户或金额的，写上“范围”（scope）；确实共同负责的，写上“共担岗位”（shared_with）。",
        en="Keep one holder and let the others support or review. If they divide regions, customers or amounts, write `scope`; "
        "if they share it knowingly, write `shared_with`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: east, name: 销售代表, duties: [{text: 催收到期货款, scope: {region: 华东}}]}
  - {id: south, name: 客户经理, duties: [{text: 催收到期货款, scope: {region: 华南}}]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [编制报价单]}
  - {id: lead, name: 销售主管, duties: [审核报价单]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 催收到期货款, shared_with: [clerk]}]}
  - {id: clerk, name: 商务专员, duties: [催收到期货款]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: agent, name: 销售代表, duties: [每周催收到期货款]}
  - {id: clerk, name: 商务专员, duties: [对逾期货款打电话催收]}
""",
            finds=("3:38 “回款·催收”由 2 个岗位同时负责，没有分工：“销售代表”、“商务专员”",),
        ),
    ),
)
