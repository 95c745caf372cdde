"""KPI017: the targets of people do not add up to that of the team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from salesduty.model.choices import Better, KpiLevel
from salesduty.model.post import Post
from salesduty.results.finding import INFO, WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.kpis.appraised import cycle_of
from salesduty.rules.kpis.carried import Carried, carried
from salesduty.rules.kpis.figures import Figure, figure, in_words
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed, Workspace

_WHOLE = (KpiLevel.team, KpiLevel.department, KpiLevel.company)
_ROUNDED = Decimal("0.01")
"""Shares are rounded: so much may be missing."""
_SHORT = Text("还差 {gap}", "{gap} short")
_OVER = Text("多出 {gap}", "{gap} over")


@dataclass(frozen=True, slots=True)
class _Target:
    """A KPI on a post with the figure that is asked for."""

    kpi: Carried
    figure: Figure


def check(workspace: Workspace, settings: Settings) -> Iterator[Hit]:
    """Yield the targets of teams that the targets of the people below fall short of, or exceed by far.

    Compared are posts with the same KPI, unit and cycle; only where every post below says how many people it has.
    """
    targets: dict[Place, list[_Target]] = {}
    for _post, kpis in carried(workspace):
        for kpi in kpis:
            known = figure(kpi) if kpi.defined is not None and kpi.said("better") is not Better.less else None
            if kpi.defined is not None and known is not None:
                targets.setdefault(kpi.defined.place, []).append(_Target(kpi, known))
    for several in targets.values():
        wholes = [target for target in several if _is_meant_for(target.kpi, _WHOLE)]
        parts = [target for target in several if _is_meant_for(target.kpi, (KpiLevel.individual,))]
        for whole in wholes:
            yield from _compared(whole, parts, settings)


def _is_meant_for(kpi: Carried, levels: Sequence[KpiLevel]) -> bool:
    """Whether a KPI is at one of `levels`, and its target was written for that level, on the post or in the definition."""
    measure = kpi.kpi if kpi.kpi.target is not None or kpi.defined is None else kpi.defined.measure
    return kpi.said("level") in levels and (measure is kpi.kpi or measure.level in levels)


def _compared(whole: _Target, parts: Sequence[_Target], settings: Settings) -> Iterator[Hit]:
    below = [part for part in parts if _is_part(part, whole)]
    people = [part.kpi.post.value.headcount for part in below]
    known = [each for each in people if each is not None]
    if not below or len(known) < len(people):
        return
    total = sum((part.figure.times(each) for part, each in zip(below, known, strict=True)), Decimal(0))
    wanted, unit = whole.figure.amount, whole.figure.unit
    short = total < wanted * (1 - _ROUNDED)
    if not wanted or not (short or total > wanted * (1 + Decimal(str(settings.targets_over)))):
        return
    values = {
        "kpi": whole.kpi.name,
        "post": whole.kpi.post.value.name,
        "target": in_words(wanted, unit),
        "total": in_words(total, unit),
        "off": (_SHORT if short else _OVER).filled({"gap": in_words(abs(total - wanted), unit)}),
    }
    yield Hit(_at(whole), values, tuple(map(_mention, below)), severity=WARNING if short else INFO)


def _is_part(part: _Target, whole: _Target) -> bool:
    """Whether a target is one of the people below, in the same unit and for the same time."""
    return (
        part.figure.unit == whole.figure.unit
        and cycle_of(part.kpi) == cycle_of(whole.kpi)
        and part.kpi.post.address != whole.kpi.post.address
        and _leads(whole.kpi.post, part.kpi.post, part.kpi.department)
    )


def _leads(upper: Placed[Post], lower: Placed[Post], department: Department) -> bool:
    seen: set[Place] = set()
    waiting = [lower]
    while waiting:
        for party in department.superiors(waiting.pop()):
            if party.post is not None and party.post.place not in seen:
                seen.add(party.post.place)
                waiting.append(party.post)
    return upper.place in seen


def _at(target: _Target) -> Place:
    return target.kpi.place / "target" if target.kpi.kpi.target is not None else target.kpi.named_at


def _mention(part: _Target) -> Mention:
    name, each = quoted(part.kpi.post.value.name), in_words(part.figure.amount, part.figure.unit)
    people = part.kpi.post.value.headcount
    return Mention(_at(part), Text(f"{name}每人 {each}，{people} 人", f"{name}: {each} each, {people} people"))


RULE = Rule(
    code="KPI017",
    name="targets-off-sum",
    severity=WARNING,
    check_workspace=check,
    message=Text(
        zh="“{kpi}”：“{post}”要完成 {target}，下面每个人的目标加起来是 {total}，{off}",
        en="“{kpi}”: “{post}” has to reach {target}, and the targets below add up to {total}, {off}",
    ),
    why=Text(
        zh="人人都完成了，团队却完不成，说明目标没有分到底；加得太多，又会让每个人都完不成、没有人当真。",
        en="Where everybody can succeed and the team still fails, part of the target was given to nobody; where too much was "
        "put on top, nobody takes it seriously.",
    ),
    fix=Text(
        zh="重新分解：各岗位目标 × 编制的合计不低于团队目标；有意留出余量的，控制在三成以内；编制变了的，同时改编制。",
        en="Break it down again, so that target times headcount adds up to at least that of the team, with a margin of less than "
        "a third; mind headcounts that have changed.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额, unit: 万元, cycle: yearly}, {id: rate, name: 回款率, unit: "%"}]
posts:
  - {id: head, name: 销售经理, kpis: [{ref: revenue, level: team, target: ≥1200}, {ref: rate, level: team, target: ≥95}]}
  - {id: rep, name: 销售代表, reports_to: head, headcount: 10, kpis: [{ref: revenue, level: individual, target: 130 万元}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: revenue, name: 销售额, unit: 万元, cycle: yearly}]
posts:
  - {id: head, name: 销售经理, kpis: [{ref: revenue, level: team, target: ≥1200}]}
  - {id: lead, name: 销售主管, reports_to: head, headcount: 2}
  - {id: rep, name: 销售代表, reports_to: lead, headcount: 8, kpis: [{ref: revenue, level: individual, target: 100 万元}]}
  - {id: ka, name: 大客户经理, reports_to: head, headcount: 1, kpis: [{ref: revenue, level: individual, target: 2000000 元}]}
""",
            finds=("4:71 “销售额”：“销售经理”要完成 1200 万元，下面每个人的目标加起来是 1000 万元，还差 200 万元",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: new, name: 新客户数, unit: 家, cycle: monthly}]
posts:
  - {id: head, name: 销售经理, kpis: [{ref: new, level: department, target: "10"}]}
  - {id: rep, name: 销售代表, reports_to: head, headcount: 8, kpis: [{ref: new, level: individual, target: 2 家}]}
""",
            finds=("4:73 “新客户数”：“销售经理”要完成 10 家，下面每个人的目标加起来是 16 家，多出 6 家",),
        ),
    ),
)
