"""岗位责任书: what a post answers for, as a contract that both sides sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from salesduty.model.appraisal import Appraisal
from salesduty.model.duty import Work
from salesduty.model.kpi import PostKpi
from salesduty.model.post import Post
from salesduty.model.values import cadence_label
from salesduty.responsibility.schemes import covers, schemes
from salesduty.results.paper import Block, Column, Detail, Field, Form, Paper, Paragraph, Row, Side, Signing, Table
from salesduty.text.printable import printable
from salesduty.views import department as about
from salesduty.views import duties, kpis, naming, post
from salesduty.views.blanks import BLANK, SIGNING_DAY, day_in_words, empty_table, to_fill_in
from salesduty.views.forms import Lines, behind, form, pair
from salesduty.views.outline import FlatOutline, style_of
from salesduty.views.post_paper import filled_posts, post_paper
from salesduty.workspace.entities import Department, Placed

_TARGETS = (
    Column("序号", 6, centred=True),
    Column("指标", 38),
    Column("权重", 8, centred=True),
    Column("目标值", 12),
    Column("评分标准", 23),
    Column("来源与周期", 13),
)
_NO_TARGETS = empty_table(_TARGETS, 3)
_FOR_SORTING = frozenset(naming.label(Work, key) for key in ("area", "action", "object"))
"""What sorts duties for whoever keeps them and binds nobody."""
_CLOSING = (
    "履行期间需要调整岗位职责或责任目标的，由双方书面确认，确认件作为本责任书的附件。",
    "本责任书没有写明的事项，按公司现行制度办理。",
    "本责任书一式两份，甲乙双方各执一份，自双方签字、甲方盖章之日起生效。",
)
"""What a contract needs besides the model's text: how it is changed, what holds beside it, its copies."""
_SIGNING = Signing(
    (
        Side("甲方（盖章）", (Detail("代表人签字", ""), Detail("日期", SIGNING_DAY))),
        Side("乙方", (Detail("签字", ""), Detail("日期", SIGNING_DAY))),
    )
)


def papers(department: Department) -> Iterator[Paper]:
    """Yield the agreement with each post of `department` that exists today, in reporting order."""
    for placed in filled_posts(department):
        yield post_paper(placed, department, "agreement", _blocks(placed, department))


def _blocks(placed: Placed[Post], department: Department) -> Iterator[Block]:
    outline = FlatOutline(style_of(department.spec.numbering))
    yield _parties(placed, department)
    yield Paragraph(("为明确岗位责任和工作目标，甲乙双方经协商一致，签订本责任书。",))
    yield outline.chapter("责任期限")
    yield Paragraph((_term(department),))
    yield outline.chapter("岗位职责", f"{placed.address}#duties")
    if placed.value.duties:
        for item in duties.items(placed.value.duties, department, outline, placed, placed.address):
            yield replace(item, details=tuple(detail for detail in item.details if detail.label not in _FOR_SORTING))
    else:
        yield Form(((to_fill_in("职责", 3),),))
    yield outline.chapter("责任目标", f"{placed.address}#kpis")
    yield _targets(placed, department)
    authorities = post.authorities(placed)
    if authorities is not None:
        yield outline.chapter("岗位权限", f"{placed.address}#authorities")
        yield authorities
    yield outline.chapter("考核与奖惩")
    yield from _rewards(placed, department)
    yield outline.chapter("其他约定")
    for clause in _CLOSING:
        yield outline.item(0, "", (clause,))
    yield _SIGNING


def _parties(placed: Placed[Post], department: Department) -> Form:
    company = naming.lines(department.spec.company, f"{department.id}#company")
    superiors = naming.parties(department, placed.value.reports_to)
    return Form(
        (
            (Field("甲方", company or BLANK, 3),),
            (Field("甲方代表", (superiors,)), Field("所在部门", naming.lines(department.spec.name, f"{department.id}#name"))),
            (
                Field("乙方", BLANK),
                Field("乙方岗位", naming.lines(placed.value.name, f"{placed.address}#name")),
            ),
        )
    )


def _term(department: Department) -> str:
    spec = department.spec
    return f"本责任书的期限自 {day_in_words(spec.effective)}起，至 {day_in_words(spec.review_by)}止。"


def _targets(placed: Placed[Post], department: Department) -> Table:
    held = placed.value.kpis
    return Table(_TARGETS, tuple(_target(*each, placed, department) for each in enumerate(held, 1))) if held else _NO_TARGETS


def _target(number: int, kpi: PostKpi, placed: Placed[Post], department: Department) -> Row:
    *cells, source = kpis.scored(number, number, kpi, placed, department)
    cycle = department.measure(kpi, placed).cycle
    return Row((*cells, (*source, *((cadence_label(cycle),) if cycle else ()))), kpis.anchor(number, kpi, placed))


def _rewards(placed: Placed[Post], department: Department) -> Iterator[Block]:
    """What the appraisal schemes that hold for the post say of rewards and penalties; room for it where they say nothing."""
    promised = False
    for scheme in schemes(department, placed):
        said = form(
            (
                pair(naming.label(Appraisal, "cycles"), _cycles(scheme, placed, department), 3),
                pair(naming.label(Appraisal, "principles"), _principles(scheme), 3),
                pair(naming.label(Appraisal, "uses"), _uses(scheme), 3),
            )
        )
        yield from (block for block in (said, about.grades(scheme)) if block is not None)
        promised = promised or bool(scheme.value.uses) or any(grade.consequence for grade in scheme.value.grades)
    if not promised:
        yield Form(((to_fill_in("奖励办法", 3),), (to_fill_in("处罚办法", 3),)))


def _cycles(scheme: Placed[Appraisal], placed: Placed[Post], department: Department) -> Lines:
    held = ((number, cycle) for number, cycle in enumerate(scheme.value.cycles, 1) if covers(cycle, department, placed))
    return tuple(
        line
        for number, cycle in held
        for line in (
            behind(cadence_label(cycle.cycle), naming.lines(cycle.focus, f"{scheme.address}/cycles/#{number}#focus"))
            or (cadence_label(cycle.cycle),)
        )
    )


def _principles(scheme: Placed[Appraisal]) -> Lines:
    return tuple(
        line
        for number, each in enumerate(scheme.value.principles, 1)
        for line in behind(printable(each.title or ""), naming.lines(each.text, f"{scheme.address}/principles/#{number}#text"))
    )


def _uses(scheme: Placed[Appraisal]) -> Lines:
    return tuple(
        line for number, use in enumerate(scheme.value.uses, 1) for line in naming.lines(use, f"{scheme.address}#uses/{number}")
    )
