"""OVL004: a deliverable that two peers make from scratch."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.deliverables import Twice, made_twice
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 6
_CONSEQUENCE = 2


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield one hit for each report, ledger, list or plan that several posts make."""
    for twice in made_twice(found):
        yield _hit(twice)


def _hit(twice: Twice) -> Hit:
    first, *rest = (each.holding for each in twice.made)
    return Hit(
        first.place,
        {
            "what": listed(each.name for each in twice.made),
            "posts": listed(each.holding.post.value.name for each in twice.made),
        },
        tuple(map(mention, rest[:_MOST_MENTIONS])),
        consequence=_CONSEQUENCE,
    )


RULE = Rule(
    code="OVL004",
    name="deliverable-twice",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}有几个岗位各做一份：{posts}", en="{what} is made by several posts, each their own: {posts}"),
    why=Text(
        zh="同一份东西做两遍，白费一遍工夫，两份的数字还会对不上，谁的算数又要争。",
        en="Made twice, it costs twice, and the two will differ; then somebody has to decide which one counts.",
    ),
    fix=Text(
        zh="只留一个岗位编制，其他岗位改成提供数据或审核；内容其实不同的，用不同的名称；共同编制的，写上“共担岗位”（shared_with）。",
        en="Let one post make it and the others give figures or review it; if the contents differ, let the names differ; if they "
        "make it together, write `shared_with`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: clerk, name: 销售内勤, duties: [每月编制销售月报报销售总监]}
  - {id: analyst, name: 数据专员, duties: [每月汇总各区销售月报]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周编制个人工作周报]}
  - {id: agent, name: 客户专员, duties: [每周编制个人工作周报]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: analyst, name: 数据专员, duties: [每月 3 日前编制销售月报]}
  - {id: clerk, name: 销售内勤, duties: [每月 5 日前制作月度销售报表]}
""",
            finds=("3:40 “销售月报”、“月度销售报表”有几个岗位各做一份：“数据专员”、“销售内勤”",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: analyst, name: 数据专员, duties: [{text: 统计各渠道到账情况, cadence: weekly, outputs: [回款分析报告], to: [总经理]}]}
  - {id: clerk, name: 销售内勤, duties: [{text: 盘点应收账款, cadence: weekly, outputs: [《回款分析报告》], to: [总经理]}]}
""",
            finds=("3:41 “回款分析报告”、“《回款分析报告》”有几个岗位各做一份：“数据专员”、“销售内勤”",),
        ),
    ),
)
