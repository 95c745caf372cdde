"""REF002: a KPI is named that nobody defines."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.references.dangling import dangling
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the references to KPIs that neither the department, its posts nor a department around it defines."""
    unknown = {word for word in department.words["kpi"] if department.kpi(word) is None}
    if unknown:
        yield from dangling(
            department, "kpi", lambda reference: reference.ref in unknown, lambda _: department.kpi_words, department.outer
        )


RULE = Rule(
    code="REF002",
    name="unknown-kpi",
    severity=ERROR,
    check=check,
    message=Text(zh="没有定义过指标“{ref}”{near}", en="no KPI called “{ref}” is defined{near}"),
    why=Text(
        zh="引用的指标没有定义，就没有目标、公式和数据来源；写进责任书让员工签了字，到期也算不出结果。",
        en="A KPI without a definition has no target, formula or source, so what people sign can never be worked out.",
    ),
    fix=Text(
        zh="改成指标的编号或名称；新指标在“指标清单”（kpis）里定义，或者在岗位上写成带“指标名称”（name）和“目标值”（target）的一项。",
        en="Use the id or the name of a KPI; define a new one under `kpis`, or in place on the post with a `name` and a "
        "`target`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额达成率}]
posts:
  - {id: manager, name: 销售经理, kpis: [{ref: 销售额达成率, weight: 60}, {name: 费用率, weight: 40}]}
  - id: rep
    name: 销售代表
    kpis: [{ref: revenue, weight: 100}]
    duties: [{text: 每月 5 日前报销差旅费, kpis: 费用率}]
"""
        ),
        Example(
            {
                "department.yaml": "department: {id: company, name: 营销中心}\n",
                "kpis.yaml": "kpi: {id: revenue, name: 销售额达成率}\n",
                "east/department.yaml": "department: {id: east, name: 华东销售部}\n",
                "east/rep.yaml": "post: {id: rep, name: 销售代表, kpis: [revenue]}\n",
            }
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额达成率}]
post:
  id: rep
  name: 销售代表
  kpis: [{ref: revenu, weight: 60}, {ref: 客户满意度, weight: 40}]
  duties: [{text: 每周拜访 5 家客户, kpis: [销售额完成率]}]
""",
            finds=(
                "6:16 没有定义过指标“revenu”，是不是“revenue”？",
                "6:43 没有定义过指标“客户满意度”",
                "7:38 没有定义过指标“销售额完成率”，是不是“销售额达成率”？",
            ),
        ),
    ),
)
