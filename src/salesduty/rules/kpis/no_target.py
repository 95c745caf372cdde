"""KPI005: a KPI without a target."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.unfilled import unfilled
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs of active posts for which neither the post nor the definition gives a target."""
    return unfilled(workspace, "target", needs=lambda _: True, fills=lambda kpi: bool(kpi.said("target")))


RULE = Rule(
    code="KPI005",
    name="no-target",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="{subject}没有写目标值", en="no target is given for {subject}"),
    why=Text(
        zh="没有目标值，做到多少算合格谁也说不清，评分时双方各执一词。",
        en="Without a target nobody can say how much is enough, and the score becomes a matter of opinion.",
    ),
    fix=Text(
        zh="写上“目标值”（target），例如 ≥95%、不超过 2 次；每人不同的，在岗位的指标上写。",
        en="Give the `target`, such as ≥95% or 2 at the most; where posts differ, give it at the KPI of the post.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额达成率, target: ≥100%}]
post:
  id: rep
  name: 销售代表
  kpis: [revenue, {name: 客户投诉, target: 不超过 2 次}]
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post: {id: online, name: 直播专员, status: proposed, kpis: [{name: 观看人数}]}
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
  kpis:
    - {weight: 60, name: 销售额达成率}
    - {name: 回款率, target: ≥95%}
""",
            finds=("6:26 “销售代表”的指标“销售额达成率”没有写目标值",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额达成率}
posts:
  - {id: head, name: 销售经理, kpis: [revenue]}
  - {id: rep, name: 销售代表, kpis: [revenue]}
  - {id: online, name: 网络销售, kpis: [{ref: revenue, target: ≥90%}]}
""",
            finds=("3:25 2 个岗位的指标“销售额达成率”没有写目标值",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: complaints, name: 客户投诉}]
post:
  id: rep
  name: 销售代表
  kpis:
    - 回款率
    - complaints
""",
            finds=("8:7 “销售代表”的指标“客户投诉”没有写目标值",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis: [{name: 销售额}, {name: 回款率}, {name: 拜访量}, {name: 满意度}]
""",
            finds=("5:17 “销售代表”的指标“销售额”等 4 个指标没有写目标值",),
        ),
    ),
)
