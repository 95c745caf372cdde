"""KPI008: a KPI whose figures come from nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.unfilled import unfilled
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs of active posts for which neither the post nor the definition says where the data come from."""
    return unfilled(workspace, "source", needs=lambda _: True, fills=lambda kpi: bool(kpi.said("source")))


RULE = Rule(
    code="KPI008",
    name="no-source",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="{subject}没有写数据来源", en="no source of data is given for {subject}"),
    why=Text(
        zh="没有数据来源的指标到期末只能自己报、临时凑，被考核的人给自己打分；取不到数的指标最后都给满分。",
        en="Without a source the figure is reported by the very person it judges, or made up at the end of the period.",
    ),
    fix=Text(
        zh="写上“数据来源”（source）：系统、台账或出数的部门，例如 CRM、财务部到账明细、上级评价表。",
        en="Give the `source`: a system, a ledger or the department that delivers the figure, such as CRM or the finance "
        "department.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis: [{name: 销售额, source: CRM}, {name: 团队协作, 数据来源: 上级评价表}]
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
  kpis: [{name: 销售额, source: CRM}, {name: 回款率}]
""",
            finds=("5:43 “销售代表”的指标“回款率”没有写数据来源",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额}
posts:
  - {id: head, name: 销售经理, kpis: [revenue]}
  - {id: rep, name: 销售代表, kpis: [revenue]}
""",
            finds=("3:25 2 个岗位的指标“销售额”没有写数据来源",),
        ),
    ),
)
