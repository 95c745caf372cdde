"""OVL005: two posts that are each the single contact for one party."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.contacts import contested
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import says
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 6
_CONSEQUENCE = 4


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield one hit for each party outside that several posts claim to be the one contact for."""
    for each in contested(found):
        first, *rest = each.contacts
        yield Hit(
            first.place,
            {"party": quoted(each.party), "posts": listed(contact.post.value.name for contact in each.contacts)},
            tuple(Mention(contact.place, says(contact.post.value.name, contact.text)) for contact in rest[:_MOST_MENTIONS]),
            consequence=_CONSEQUENCE,
        )


RULE = Rule(
    code="OVL005",
    name="contact-contested",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{posts}都说自己是{party}的统一接口", en="{posts} each say that they are the single contact for {party}"),
    why=Text(
        zh="对外只该有一个口子；两个岗位都说是，对方会得到两种说法，出了事各推各的。",
        en="There should be one door; with two the other side hears two stories, and neither post answers for them.",
    ),
    fix=Text(
        zh="只留一个岗位作接口，其他岗位通过它联系；接口按区域、产品或事项分的，在各自的职责里写明分到的部分。",
        en="Keep one post as the contact and let the others go through it; if it is divided by region, product or matter, say so "
        "in each duty.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部]}
posts:
  - {id: clerk, name: 销售内勤, duties: [作为财务部的唯一接口人处理开票]}
  - {id: rep, name: 销售代表, duties: [与财务部沟通到账情况]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部, outside: [生产部]}
posts:
  - {id: clerk, name: 销售内勤（水泵）, duties: [统一对接生产部]}
  - {id: planner, name: 销售内勤（阀门）, duties: [统一对接生产部]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [{name: 生产部, aliases: [工厂]}]}
posts:
  - {id: clerk, name: 销售内勤, duties: [统一对接生产部，确认排产]}
  - {id: planner, name: 计划专员, duties: [作为工厂的唯一接口人跟踪交期]}
""",
            finds=("3:38 “销售内勤”、“计划专员”都说自己是“生产部”的统一接口",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部]}
posts:
  - id: clerk
    name: 销售内勤
    duties: [开票]
    relations: {internal: [{party: 财务部, about: 唯一对接窗口}]}
  - {id: rep, name: 商务专员, duties: [作为财务部的唯一联系人核对到账]}
""",
            finds=("6:29 “销售内勤”、“商务专员”都说自己是“财务部”的统一接口",),
        ),
    ),
)
