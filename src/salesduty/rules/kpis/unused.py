"""KPI013: a KPI that is defined and that nobody carries."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.kpis.target_of_nobody import is_target_from_above
from salesduty.rules.left_out import all_read
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.around import within
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPI definitions that no post and no duty of the department, or of one within it, refers to.

    Targets of the department or the company are told by a rule of their own.
    """
    for department in workspace.departments:
        users = (department, *within(workspace, department)) if department.kpis else ()
        if users and all(map(all_read, users)):
            used = frozenset[str]().union(*(user.words["kpi"] for user in users))
            for kpi in department.kpis:
                named = kpi.value.name in used or kpi.value.id in used
                if not named and not is_target_from_above(kpi.value):
                    yield Hit(kpi / "name", {"kpi": kpi.value.name})


RULE = Rule(
    code="KPI013",
    name="unused-kpi",
    severity=INFO,
    check_workspace=check,
    message=Text(zh="指标“{kpi}”没有岗位承担，也没有职责引用", en="no post carries the KPI “{kpi}” and no duty refers to it"),
    why=Text(
        zh="定义了却没有人承担的指标，要么是忘了分给岗位，要么已经不用，留着只会让人误以为还在考核。",
        en="A KPI that nobody carries was forgotten or is no longer wanted; readers will think that it is still in force.",
    ),
    fix=Text(
        zh="在承担它的岗位的“绩效指标”（kpis）里引用它的编号，或者删掉这条定义。",
        en="Refer to its id under the `kpis` of the post that carries it, or delete the definition.",
    ),
    good=(
        Example(
            {
                "department.yaml": "department: {id: sales, name: 销售部}\n",
                "kpis.yaml": "kpis: [{id: revenue, name: 销售额}, {id: visits, name: 拜访量}, {name: 回款率}]\n",
                "rep.yaml": "post: {id: rep, name: 销售代表, kpis: [revenue], duties: [{text: 拜访客户, kpis: [拜访量]}]}\n",
                "east/all.yaml": "department: {id: east, name: 华东组}\npost: {id: clerk, name: 内勤, kpis: [回款率]}\n",
            }
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额}
  - {id: visits, name: 拜访量}
post: {id: rep, name: 销售代表, kpis: [revenue]}
""",
            finds=("4:24 指标“拜访量”没有岗位承担，也没有职责引用",),
        ),
    ),
)
