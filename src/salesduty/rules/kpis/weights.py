"""KPI001: the weights of a post do not make a whole."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Status
from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.kpis.hundred import off_hundred, scaled
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts all of whose KPIs have a weight, but the weights do not add up to 100."""
    spoilt = omitted((department,))
    for post in department.posts:
        weights = [kpi.weight for kpi in post.value.kpis if kpi.weight is not None]
        if not weights or len(weights) != len(post.value.kpis) or post.value.status is Status.retired:
            continue
        off = off_hundred(weights)
        if off is not None and not spoilt.lacks(post / "kpis"):
            values = {"post": post.value.name, "total": f"{sum(weights):g}", "off": off}
            places = [post / "kpis" / index / "weight" for index in range(len(weights))]
            yield Hit((post / "kpis").key, values, repair=scaled(places, weights))


RULE = Rule(
    code="KPI001",
    name="weights-not-100",
    severity=ERROR,
    check=check,
    message=Text(zh="“{post}”的指标权重合计 {total}%，{off}", en="the KPI weights of “{post}” add up to {total}%, {off}"),
    why=Text(
        zh="权重不是 100% 的考核表算不出可比的总分，员工签字以后才发现就要重签。",
        en="A scorecard whose weights are not 100% gives no comparable score, and once signed it has to be signed again.",
    ),
    fix=Text(
        zh="调整各指标的权重，使合计等于 100；40% 写成 40 或 40%，不写 0.4。",
        en="Change the weights so that they add up to 100; 40% is written 40 or 40%, not 0.4.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额, weight: 60}, {name: 回款率, weight: 40%}]
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额, weight: 33.33}, {name: 回款率, weight: 33.33}, {name: 新客户数, weight: 33.33}]
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额, weight: 60}, {name: 回款率, weight: 30}]
""",
            finds=("4:3 “销售代表”的指标权重合计 90%，少 10",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额}, {id: collection, name: 回款率}]
post:
  name: 销售代表
  kpis:
    - {ref: revenue, weight: 60%}
    - {ref: collection, weight: 50%}
""",
            finds=("5:3 “销售代表”的指标权重合计 110%，多 10",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额, weight: 0.6}, {name: 回款率, weight: 0.4}]
""",
            finds=("4:3 “销售代表”的指标权重合计 1%，像是小数，把 60% 写成了 0.6",),
        ),
    ),
)
