"""GAP012: a KPI that no duty stands behind."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import KpiKind, KpiLevel
from salesduty.model.post import Post
from salesduty.responsibility.measures import Measured, Measures, resembles, same_characters
from salesduty.responsibility.overlaps import Lines
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.declared import all_read
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_NOBODY = Text("没有任何岗位的职责管这件事", "no post has a duty for it")
_OTHER = Text("这件事写在{post}的职责里", "the duty is that of {post}")
_DRIVEN = Text("它靠{areas}推动，这个岗位没有这方面的职责", "it is driven by {areas}, of which the post has no duty")
_SHARED = (KpiLevel.team, KpiLevel.shared, KpiLevel.department, KpiLevel.company)


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs on active posts that neither their post nor any other has a duty for."""
    if not any(post.value.kpis for post in found.department.active_posts) or not all_read(found):
        return
    measures, lines = Measures(found), Lines(found.department)
    for post in found.department.active_posts:
        for index in range(len(post.value.kpis)) if post.value.duties else ():
            kpi = measures.of(post, index)
            if not _held(kpi, post, index, measures):
                yield from _hit(kpi, post, index, measures, lines)


def _held(kpi: Measured, post: Placed[Post], index: int, measures: Measures) -> bool:
    """Whether the post itself has a duty that the KPI may measure, as far as that can be told.

    Written drivers tell it, but for a KPI about how somebody works: everybody's conduct is measured, and it is nobody's duty.
    """
    kind = measures.found.department.measure(post.value.kpis[index], post).kind
    if kpi.general and kind is KpiKind.qualitative:
        return True
    if measures.is_linked(post, index) or (not kpi.drivers and (kpi.general or kpi.about.empty)):
        return True
    own = measures.by_post.get(post.address, ())
    if any(measures.fit(kpi, holding) for holding in own):
        return True
    if kpi.drivers:
        return False
    seat = measures.seat(post)
    if seat.meets(kpi.about) or any(measures.names(kpi, about.pairs) for about in (seat, *map(measures.about, own))):
        return True
    said = (f"{post.value.name}，{post.value.purpose or ''}", *(holding.text for holding in own))
    if any(resembles(kpi, text) for text in said):
        return True
    return not kpi.known and any(same_characters(kpi.core, normal(text)) for text in said)


def _hit(kpi: Measured, post: Placed[Post], index: int, measures: Measures, lines: Lines) -> Iterator[Hit]:
    """Another post may hold it: below this one that is in order, beside it the figure is measured in the wrong place."""
    elsewhere = [other for other in measures.elsewhere(kpi) if other != post.address]
    leads = lines.leads if kpi.drivers else lines.one_leads
    if any(leads(post.address, other) for other in elsewhere):
        return
    if elsewhere and measures.found.department.measure(post.value.kpis[index], post).level in _SHARED:
        return
    names = {each.address: each for each in measures.found.department.active_posts}
    first = names[elsewhere[0]] if elsewhere else None
    where = _OTHER.filled({"post": quoted(first.value.name)}) if first is not None else _NOBODY
    if kpi.drivers:
        areas = tuple(measures.found.vocabulary.area_name(area) for area in sorted(kpi.drivers))
        where = _DRIVEN.filled({"areas": areas})
    yield Hit(
        post / "kpis" / index,
        {
            "kpi": quoted(kpi.name),
            "post": quoted(post.value.name),
            "where": where,
        },
        (Mention(first.place / "name", Text("职责在这个岗位", "the duty is here")),) if first is not None else (),
        severity=WARNING if _is_sure(kpi, post, measures, somebody=first is not None) else INFO,
        consequence=weight(sorted(kpi.about.facets)),
    )


def _is_sure(kpi: Measured, post: Placed[Post], measures: Measures, *, somebody: bool) -> bool:
    """Whether it can be told for sure: written drivers against duties that can all be read, or a known thing that nobody does."""
    if kpi.drivers:
        return all(holding.post.address != post.address for holding in measures.found.unread)
    return not somebody and (kpi.known or kpi.done)


RULE = Rule(
    code="GAP012",
    name="kpi-without-duty",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{post}考核{kpi}，{where}", en="{post} is measured by {kpi}, but {where}"),
    why=Text(
        zh="考核一件没有人负责的事，分数只能靠运气；被考核的人也说不清该做什么。",
        en="Nobody can work towards a figure that no duty leads to; the score is a matter of luck.",
    ),
    fix=Text(
        zh="把这件事写进这个岗位的职责，并用“衡量指标”（kpis）连起来；指标确由别的职责推动的，写上“驱动领域”（drivers）；不该考核的，换掉指标。",
        en="Give the post the duty and link it with `kpis`. If other duties drive the figure, write `drivers`; otherwise "
        "replace it.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: rep
    name: 销售代表
    duties: [每周催收到期货款, 登记样品的领用和发放]
    kpis: [{name: 回款率}, {name: 样品发放准确率}, {name: 销售额达成率}]
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周催收到期货款], kpis: [{name: 单据清零率, drivers: [C13]}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: rep
    name: 医药代表
    duties: [按计划拜访目标科室医生]
    kpis: [{name: 学术拜访频次}, {name: 样品发放准确率}]
""",
            finds=("6:29 “医药代表”考核“样品发放准确率”，没有任何岗位的职责管这件事",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周拜访五家客户], kpis: [{name: 样品发放准确率}]}
  - {id: clerk, name: 销售内勤, duties: [登记样品的领用和发放]}
""",
            finds=("3:55 “销售代表”考核“样品发放准确率”，这件事写在“销售内勤”的职责里",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周拜访五家客户, 每周催收到期货款]}
  - {id: clerk, name: 销售内勤, duties: [登记样品的领用和发放], kpis: [{name: 销售额达成率, drivers: [C03, C13]}]}
""",
            finds=("4:59 “销售内勤”考核“销售额达成率”，它靠需求与拜访、回款推动，这个岗位没有这方面的职责",),
        ),
    ),
)
