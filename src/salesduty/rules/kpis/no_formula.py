"""KPI007: a figure that nobody says how to work out."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import KpiKind
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.carried import Carried
from salesduty.rules.kpis.unfilled import unfilled
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs of active posts that are figures, but have neither a formula nor a definition in words."""
    return unfilled(workspace, "formula", needs=_is_figure, fills=_is_explained)


def _is_figure(kpi: Carried) -> bool:
    return kpi.said("kind") is not KpiKind.qualitative


def _is_explained(kpi: Carried) -> bool:
    return bool(kpi.said("formula") or kpi.said("definition"))


RULE = Rule(
    code="KPI007",
    name="no-formula",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="{subject}没有写计算公式", en="no formula is given for {subject}"),
    why=Text(
        zh="同一个“销售额”，按签约、发货、开票还是到账算，结果能差一半；口径不写清，考核一次吵一次。",
        en="Sales as signed, shipped, invoiced or paid are four different figures; unless the formula says which, every "
        "appraisal is a quarrel.",
    ),
    fix=Text(
        zh="写上“计算公式”（formula）或“指标定义”（definition）；靠人评价的指标，把“指标类型”（kind）写成“定性”。",
        en="Give the `formula`, or a `definition` in words; mark what is judged by people as `kind: qualitative`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis:
    - {name: 回款率, formula: 到期实收 ÷ 到期应收}
    - {name: 新客户数, definition: 考核期内首次下单并已付款的客户}
    - {name: 团队协作, kind: 定性}
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
    - {name: 销售额, target: ≥300 万元}
    - {name: 回款率, formula: 到期实收 ÷ 到期应收}
""",
            finds=("6:14 “销售代表”的指标“销售额”没有写计算公式",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额, target: ≥300 万元}
posts:
  - {id: head, name: 销售经理, kpis: [revenue]}
  - {id: rep, name: 销售代表, kpis: [revenue]}
""",
            finds=("3:25 2 个岗位的指标“销售额”没有写计算公式",),
        ),
    ),
)
