"""KPI001: the weights of a post do not make a whole."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_TOLERANCE = 0.01


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts all of whose KPIs have a weight, but the weights do not add up to 100."""
    for post in department.posts:
        weights = [kpi.weight for kpi in post.value.kpis if kpi.weight is not None]
        total = sum(weights)
        if weights and len(weights) == len(post.value.kpis) and abs(total - 100) > _TOLERANCE:
            yield Hit((post / "kpis").key, {"post": post.value.name, "total": f"{total:g}", "off": _off(total)})


def _off(total: float) -> Text:
    if total < 100:
        return Text(f"少 {100 - total:g}", f"{100 - total:g} too few")
    return Text(f"多 {total - 100:g}", f"{total - 100:g} too many")


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
    fix=Text(zh="调整各指标的权重，使合计等于 100。", en="Change the weights so that they add up to 100."),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额, weight: 60}, {name: 回款率, weight: 40%}]
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
    ),
)
