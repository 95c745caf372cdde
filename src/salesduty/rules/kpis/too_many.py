"""KPI004: a post that is measured by so much that nothing is key."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the active posts that have more KPIs than `settings.most_kpis`."""
    for post in department.active_posts:
        count = len(post.value.kpis)
        if count > settings.most_kpis:
            yield Hit((post / "kpis").key, {"post": post.value.name, "count": count, "most": settings.most_kpis})


RULE = Rule(
    code="KPI004",
    name="too-many-kpis",
    severity=WARNING,
    check=check,
    message=Text(zh="“{post}”有 {count} 个指标，多于 {most} 个", en="“{post}” has {count} KPIs, more than {most}"),
    why=Text(
        zh="指标一多，每个只占几分，做好做坏差别不大，重点就没有了；收集数据的时间也成倍增加。",
        en="Among many KPIs each is worth a few points only, so none is key, and gathering the figures takes days.",
    ),
    fix=Text(
        zh="留下最能说明业绩的三到七个，其余的并入检查表或部门指标。",
        en="Keep the three to seven that tell most, and move the others to check lists or to the department.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [销售额, 毛利, 回款率, 新客户数, 拜访量, 满意度, 报表及时率]
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [销售额, 毛利, 回款率, 新客户数, 拜访量, 满意度, 报表及时率, 考勤]
""",
            finds=("4:3 “销售代表”有 8 个指标，多于 7 个",),
        ),
    ),
)
