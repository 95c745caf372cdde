"""KPI009: a KPI of which nobody knows how often it is appraised."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.appraised import appraised
from salesduty.rules.kpis.carried import Carried
from salesduty.rules.kpis.unfilled import unfilled
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs of active posts without a cycle, unless the appraisal scheme leaves only one for the post."""

    def has_cycle(kpi: Carried) -> bool:
        return bool(kpi.said("cycle")) or len(appraised(kpi.department, kpi.post) or ()) == 1

    return unfilled(workspace, "cycle", needs=lambda _: True, fills=has_cycle)


RULE = Rule(
    code="KPI009",
    name="no-cycle",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="{subject}没有写考核周期", en="no cycle is given for {subject}"),
    why=Text(
        zh="不写按月还是按年考核，目标值就没有时间单位，“完成 300 万元”是一个月还是一年，签字的人理解不同。",
        en="Without a cycle the target has no span of time: whether 3 million are for a month or a year is anybody's guess.",
    ),
    fix=Text(
        zh="写上“考核周期”（cycle），例如 每月、每季度、每年；考核方案对这个岗位只有一个周期时可以不写。",
        en="Give the `cycle`, such as monthly or quarterly; it may be left out where the appraisal scheme has just one for the "
        "post.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额, cycle: monthly}]
post: {id: rep, name: 销售代表, kpis: [revenue, {name: 回款率, cycle: 每季度}]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
appraisal: {cycles: [{cycle: monthly, levels: [staff]}, {cycle: yearly, levels: [manager]}]}
post: {id: rep, name: 销售代表, level: staff, kpis: [{name: 回款率}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis: [{name: 销售额, cycle: monthly}, {name: 回款率}]
""",
            finds=("5:46 “销售代表”的指标“回款率”没有写考核周期",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
appraisal: {cycles: [{cycle: monthly}, {cycle: yearly}]}
kpis: [{id: revenue, name: 销售额}]
posts:
  - {id: head, name: 销售经理, kpis: [revenue]}
  - {id: rep, name: 销售代表, kpis: [revenue]}
""",
            finds=("3:28 2 个岗位的指标“销售额”没有写考核周期",),
        ),
    ),
)
