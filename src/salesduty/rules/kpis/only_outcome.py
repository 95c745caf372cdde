"""KPI012: a post that is measured by its results alone."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import KpiKind
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.kpis.kinds import only
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the active posts all of whose KPIs measure an outcome."""
    return only(workspace, KpiKind.outcome)


RULE = Rule(
    code="KPI012",
    name="only-outcome",
    severity=INFO,
    check_workspace=check,
    message=Text(
        zh="“{post}”的 {count} 个指标全是结果指标",
        en="all {count} KPIs of “{post}” measure results, none what leads to them",
    ),
    why=Text(
        zh="结果到期末才看得见，那时已经来不及补救；没有过程指标，平时的辅导也没有抓手。",
        en="Results show at the end of the period, too late to mend; without a leading figure there is nothing to coach by.",
    ),
    fix=Text(
        zh="加一两个能提前看出走势的过程指标（“指标类型”（kind）写成“过程”），例如有效拜访数、商机转化率、报价及时率。",
        en="Add one or two KPIs with `kind: process` that show early where things are going, such as visits or conversion.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis:
    - {name: 销售额, kind: outcome}
    - {name: 回款率, kind: outcome}
    - {name: 拜访量, kind: process}
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
  kpis: [{name: 销售额, kind: 结果}, {name: 回款率, kind: outcome}, {name: 毛利率, kind: outcome}]
""",
            finds=("5:3 “销售代表”的 3 个指标全是结果指标",),
        ),
    ),
)
