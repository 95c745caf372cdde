"""KPI016: a target of the company or the department that no post carries."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import KpiLevel
from salesduty.model.kpi import Kpi
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.carried import carried
from salesduty.rules.left_out import all_read
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.around import within
from salesduty.workspace.entities import Workspace


def is_target_from_above(kpi: Kpi) -> bool:
    """Tell whether a definition says that the figure is that of the department or of the company."""
    return kpi.level in (KpiLevel.department, KpiLevel.company)


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the definitions at the level of department or company that no active post, here or below, is measured by."""
    if not any(is_target_from_above(kpi.value) for department in workspace.departments for kpi in department.kpis):
        return
    taken = {kpi.defined.place for _post, kpis in carried(workspace) for kpi in kpis if kpi.defined is not None}
    for department in workspace.departments:
        open_ones = [kpi for kpi in department.kpis if is_target_from_above(kpi.value) and kpi.place not in taken]
        if open_ones and all(map(all_read, (department, *within(workspace, department)))):
            for kpi in open_ones:
                level = kpi.value.level or KpiLevel.department
                said = Text(level.label, level.value)
                yield Hit(kpi / "name", {"kpi": kpi.value.name, "level": said})


RULE = Rule(
    code="KPI016",
    name="target-of-nobody",
    severity=WARNING,
    check_workspace=check,
    message=Text(
        zh="{level}指标“{kpi}”没有落到任何在岗岗位的绩效指标里", en="no active post is measured by the {level} target “{kpi}”"
    ),
    why=Text(
        zh="公司和部门的目标要有人扛：没有一个岗位考核它，完不成也扣不到谁，年底只能说大家都努力了。",
        en="A target of the whole must be somebody's. Where no post is measured by it, missing it costs nobody anything.",
    ),
    fix=Text(
        zh="在部门负责人的“绩效指标”（kpis）里引用它，再往下分解；已经不用的，删掉这条定义。",
        en="Refer to it under the `kpis` of the head of the department, then break it down; delete it if it is no longer wanted.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额, level: department}, {id: visits, name: 拜访量}]
post: {id: head, name: 销售经理, kpis: [revenue]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额, level: company}
  - {id: overdue, name: 逾期占比, level: department}
posts:
  - {id: head, name: 销售经理, duties: [{text: 每月分解销售额, kpis: [revenue]}]}
  - {id: old, name: 货款主管, status: retired, kpis: [overdue]}
""",
            finds=(
                "3:25 公司指标“销售额”没有落到任何在岗岗位的绩效指标里",
                "4:25 部门指标“逾期占比”没有落到任何在岗岗位的绩效指标里",
            ),
        ),
    ),
)
