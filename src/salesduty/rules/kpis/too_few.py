"""KPI003: a post that is measured by too little."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the active posts that have KPIs, but fewer than `settings.fewest_kpis`."""
    spoilt = omitted((department,))
    for post in department.active_posts:
        count = len(post.value.kpis)
        if 0 < count < settings.fewest_kpis and not spoilt.lacks(post / "kpis"):
            yield Hit((post / "kpis").key, {"post": post.value.name, "count": count, "fewest": settings.fewest_kpis})


RULE = Rule(
    code="KPI003",
    name="too-few-kpis",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{post}”只有 {count} 个指标，少于 {fewest} 个",
        en="“{post}” has {count} of the {fewest} or more KPIs that a post needs",
    ),
    why=Text(
        zh="只考一两个指标，员工会为它牺牲其他职责：只考销售额就会压货、赊销。三个以上才能兼顾结果、质量和过程。",
        en="Whoever is measured by one or two figures gives up the rest for them; from three on, results, quality and conduct "
        "all count.",
    ),
    fix=Text(
        zh="从岗位职责里补上最要紧的指标，例如回款、客户满意或关键动作；不考核的岗位整段不写“绩效指标”（kpis）。",
        en="Add what else matters in the duties of the post, such as collection or satisfaction; a post that is not appraised "
        "has no `kpis`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, kpis: [{name: 销售额, weight: 50}, {name: 回款率, weight: 30}, {name: 拜访量, weight: 20}]}
  - {id: cleaner, name: 保洁员}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额, weight: 60}, {name: 回款率, weight: 40}]
""",
            finds=("4:3 “销售代表”只有 2 个指标，少于 3 个",),
        ),
    ),
)
