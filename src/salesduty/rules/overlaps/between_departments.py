"""OVL006: a duty towards customers that two departments of one company hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesduty.responsibility.companies import Between, between
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import says
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 6


def judge_company(departments: Sequence[Responsibilities], _: Settings) -> Iterator[Hit]:
    """Yield one hit for each area that two departments of the company hold both."""
    for each in between(departments):
        yield _hit(each)


def _hit(found: Between) -> Hit:
    surest = found.conflicts[0]
    holdings = [holding for conflict in found.conflicts for holding in (conflict.one, conflict.other)]
    others = {holding.address: holding for holding in holdings if holding is not surest.one}
    named = {each.department.id: each.department.name for each in (found.one, found.other)}
    return Hit(
        surest.one.place,
        {
            "area": quoted(found.one.vocabulary.area_name(found.node)),
            "node": found.node,
            "one": quoted(found.one.department.name),
            "other": quoted(found.other.department.name),
            "post": quoted(surest.one.post.value.name),
            "colleague": quoted(surest.other.post.value.name),
        },
        tuple(_mention(holding, named) for holding in list(others.values())[:_MOST_MENTIONS]),
        consequence=weight((found.node,)),
    )


def _mention(holding: Holding, named: Mapping[str, str]) -> Mention:
    department = named.get(holding.post.address.rpartition("/")[0], "")
    return Mention(holding.place, says(f"{department}{holding.post.value.name}", holding.text))


RULE = Rule(
    code="OVL006",
    name="between-departments",
    severity=WARNING,
    judge_company=judge_company,
    message=Text(
        zh="{one}的{post}和{other}的{colleague}做同一件事（{area}），两个部门没有分工",
        en="{post} of {one} and {colleague} of {other} do one thing ({area}), undivided between the departments",
    ),
    why=Text(
        zh="一件面对客户的事两个部门都写成自己的，客户会接到两个部门的电话，出了问题要到总经理那里才说得清。",
        en="Where two departments both answer for a customer, the customer hears from both, and only the managing director can "
        "settle what goes wrong.",
    ),
    fix=Text(
        zh="由两个部门的共同上级定一个主办部门，另一个改成协助；按客户、区域或阶段分的，在两边的职责里写明“范围”（scope）。",
        en="Let the common superior name one department; the other supports. If they divide customers, regions or stages, write "
        "`scope` on both sides.",
    ),
    good=(
        Example(
            {
                "east/department.yaml": """\
department: {id: east, name: 华东销售部, company: 示例公司}
posts: [{id: rep, name: 销售代表, duties: [催收到期货款]}]
""",
                "south/department.yaml": """\
department: {id: south, name: 华南销售部, company: 示例公司}
posts: [{id: agent, name: 客户专员, duties: [催收到期货款]}]
""",
            }
        ),
        Example(
            {
                "sales/department.yaml": """\
department: {id: sales, name: 销售部, company: 示例公司}
posts: [{id: rep, name: 销售代表, duties: [{text: 催收到期货款, shared_with: [finance]}]}]
""",
                "finance/department.yaml": """\
department: {id: finance, name: 商务部, company: 示例公司}
posts: [{id: clerk, name: 商务专员, duties: [催收到期货款]}]
""",
            }
        ),
    ),
    bad=(
        Example(
            {
                "sales/department.yaml": """\
department: {id: sales, name: 销售部, company: 示例公司}
posts: [{id: rep, name: 销售代表, duties: [每周催收到期货款]}]
""",
                "service/department.yaml": """\
department: {id: service, name: 客服部, company: 示例公司}
posts: [{id: clerk, name: 客服专员, duties: [对逾期货款打电话催收]}]
""",
            },
            finds=(
                "sales/department.yaml:2:40 “销售部”的“销售代表”和“客服部”的“客服专员”做同一件事（“回款”），两个部门没有分工",
            ),
        ),
    ),
)
