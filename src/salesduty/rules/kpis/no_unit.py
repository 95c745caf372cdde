"""KPI006: a target that is a bare number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.choices import KpiKind
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.carried import Carried
from salesduty.rules.kpis.unfilled import unfilled
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace

_NUMBERS_ONLY = re.compile(
    r"(?:[\d\s<>=≤≥＜＞＝≧≦±~～\-—–+,，、.()（）]"
    r"|不[低高少多大小][于過过]?|不超[过過]|不[足及]|[大小等高低多少]于|超过|至少|至多|最[多少高低]|达到|保持|约|以[上下内]|含|及|或|到|至|为)+"
)


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs of active posts whose target is a number and nothing says of what."""
    return unfilled(workspace, "unit", needs=_is_number, fills=lambda kpi: bool(kpi.said("unit")), pointing_at="target")


def _is_number(kpi: Carried) -> bool:
    target = kpi.said("target") or ""
    return kpi.said("kind") is not KpiKind.qualitative and bool(re.search(r"\d", target) and _NUMBERS_ONLY.fullmatch(target))


RULE = Rule(
    code="KPI006",
    name="no-unit",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="{subject}没有写单位，目标值只是一个数", en="no unit is given for {subject}; the target is a bare number"),
    why=Text(
        zh="“95”可以是 95%、95 万元或 95 分，填数的人和评分的人理解不同，结果就差几个数量级。",
        en="A 95 may be per cent, thousands or points; whoever fills in the figure and whoever scores it will read it "
        "differently.",
    ),
    fix=Text(
        zh="写上“单位”（unit），例如 %、万元、次；或者直接写在目标值里，例如 ≥95%。",
        en="Give the `unit`, such as %, or write it with the target, as in ≥95%.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis:
    - {name: 销售额, target: ≥300, unit: 万元}
    - {name: 回款率, target: ≥95%}
    - {name: 交付周期, target: 不超过 3 天}
    - {name: 安全事故, target: 无}
    - {name: 团队协作, target: "90", kind: qualitative}
    - {name: 新客户数}
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
    - {name: 销售额, target: ≥300}
    - {name: 拜访量, target: 不少于 40}
""",
            finds=(
                "6:27 “销售代表”的指标“销售额”没有写单位，目标值只是一个数",
                "7:27 “销售代表”的指标“拜访量”没有写单位，目标值只是一个数",
            ),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额, target: ≥300}
posts:
  - {id: head, name: 销售经理, kpis: [revenue]}
  - {id: rep, name: 销售代表, kpis: [revenue]}
""",
            finds=("3:38 2 个岗位的指标“销售额”没有写单位，目标值只是一个数",),
        ),
    ),
)
