"""KPI011: a post that is measured by its efforts alone."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import KpiKind
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.kinds import only
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the active posts all of whose KPIs measure a process."""
    return only(workspace, KpiKind.process)


RULE = Rule(
    code="KPI011",
    name="only-process",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="“{post}”的 {count} 个指标全是过程指标", en="all {count} KPIs of “{post}” measure effort, none a result"),
    why=Text(
        zh="只考拜访次数、报表份数这类过程，员工把动作做满就能得高分，做没做成没有人问。",
        en="Where only calls and reports are counted, making them earns a full score, whatever comes of them.",
    ),
    fix=Text(
        zh="至少加一个结果指标（“指标类型”（kind）写成“结果”），例如销售额、回款率、客户满意度、差错率。",
        en="Add at least one KPI with `kind: outcome`, such as sales, collection, satisfaction or errors.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis:
    - {name: 拜访量, kind: process}
    - {name: 日报及时率, kind: process}
    - {name: 销售额, kind: outcome}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post: {id: rep, name: 销售代表, kpis: [{name: 拜访量, kind: process}, {name: 日报及时率, kind: process}, {name: 销售额}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: visits, name: 拜访量, kind: process}]
post:
  id: rep
  name: 销售代表
  kpis:
    - visits
    - {name: 日报及时率, kind: 过程}
    - {name: 系统录入率, kind: process}
""",
            finds=("6:3 “销售代表”的 3 个指标全是过程指标",),
        ),
    ),
)
