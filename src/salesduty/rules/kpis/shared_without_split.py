"""KPI014: a shared KPI of which nobody knows whose part is how large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.choices import KpiLevel
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.kpis.carried import Carried, carried
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPI definitions that several active posts carry as shared, while nothing says how they split it."""
    spoilt = omitted(workspace.departments)
    sharers: dict[Place, list[Carried]] = {}
    for _post, kpis in carried(workspace):
        for kpi in kpis:
            if kpi.defined is not None and kpi.said("level") is KpiLevel.shared:
                sharers.setdefault(kpi.defined.place, []).append(kpi)
    for place, sharing in sharers.items():
        if len(sharing) > 1 and not any(kpi.said("split") for kpi in sharing) and not spoilt.explains(place / "split"):
            yield _hit(place, sharing)


def _hit(place: Place, kpis: Sequence[Carried]) -> Hit:
    defined = kpis[0].defined
    at = place / ("level" if defined is not None and defined.measure.level is KpiLevel.shared else "name")
    posts = tuple(kpi.post.value.name for kpi in kpis)
    return Hit(at, {"kpi": kpis[0].name, "posts": posts}, tuple(map(_mention, kpis)))


def _mention(kpi: Carried) -> Mention:
    post = quoted(kpi.post.value.name)
    return Mention(kpi.named_at, Text(f"{post}承担它", f"{post} carries it"))


RULE = Rule(
    code="KPI014",
    name="shared-without-split",
    severity=WARNING,
    check_workspace=check,
    message=Text(
        zh="共担指标“{kpi}”由{posts}共同承担，没有写分担比例",
        en="{posts} share the KPI “{kpi}”, and nothing says how much of it each answers for",
    ),
    why=Text(
        zh="没有比例的共担等于没有人承担：完成了人人有份，没完成互相推，扣分落不到人。",
        en="A KPI shared without parts is nobody's: all claim the success, and nobody takes the deduction.",
    ),
    fix=Text(
        zh="在指标定义里写“分担”（split），例如 销售代表 60、销售内勤 40，合计 100；各人全额承担的，"
        "把“指标层级”（level）写成“团队”。",
        en="Write the `split` in the definition, such as rep 60, clerk 40; where each answers for all of it, the `level` is "
        "`team`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - {id: overdue, name: 逾期占比, level: shared, split: {rep: 60, clerk: 40}}
  - {id: revenue, name: 销售额, level: team}
posts:
  - {id: rep, name: 销售代表, kpis: [overdue, revenue]}
  - {id: clerk, name: 销售内勤, kpis: [overdue, revenue]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: overdue, name: 逾期占比, level: shared}]
posts:
  - {id: rep, name: 销售代表, kpis: [overdue]}
  - {id: head, name: 销售经理, kpis: [{ref: overdue, level: department}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: overdue, name: 逾期占比, level: shared}]
posts:
  - {id: rep, name: 销售代表, kpis: [overdue]}
  - {id: clerk, name: 销售内勤, kpis: [逾期占比]}
""",
            finds=("2:41 共担指标“逾期占比”由销售代表、销售内勤共同承担，没有写分担比例",),
        ),
    ),
)
