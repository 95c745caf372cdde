"""绩效考核表: what a post is scored by in one cycle, with room for the scores."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.appraisal import Grade
from salesduty.model.post import Post
from salesduty.responsibility.schemes import schemes
from salesduty.results.paper import Block, Column, Detail, Field, Form, Orientation, Paper, Row, Side, Signing, Table
from salesduty.text.printable import printable
from salesduty.views import kpis, naming
from salesduty.views.blanks import BLANK, SIGNING_DAY, to_fill_in
from salesduty.views.cards import Card, Scored, cards
from salesduty.views.forms import Lines
from salesduty.views.post_paper import filled_posts, post_paper
from salesduty.workspace.entities import Department, Placed

_COLUMNS = (
    Column("序号", 5, centred=True),
    Column("指标", 35),
    Column("权重", 6, centred=True),
    Column("目标值", 9),
    Column("评分标准", 18),
    Column("数据来源", 9),
    Column("自评", 5, centred=True),
    Column("上级评", 7, centred=True),
    Column("得分", 6, centred=True),
)
_TO_SCORE: tuple[Lines, ...] = ((), (), ())
_PERIODS = {
    "monthly": "　　　年　　月",
    "quarterly": "　　　年第　　季度",
    "half-yearly": "　　　年　　半年",
    "yearly": "　　　年度",
}
_HOW = "自评由被考核人打分，上级评由考核人打分，都按评分标准；得分＝上级评×权重，合计是各项得分之和。"
_NO_WEIGHT = "权重空着的指标，先由双方商定权重再打分。"
_SIGNING = Signing(
    tuple(Side(side, (Detail("签字", ""), Detail("日期", SIGNING_DAY))) for side in ("被考核人", "考核人")),
)


def papers(department: Department) -> Iterator[Paper]:
    """Yield the scorecards of each post of `department` that exists today and has KPIs, one for each cycle."""
    for placed in filled_posts(department):
        held = cards(placed, department)
        for card in held:
            of = f"（{card.word}）" if card.word else ""
            yield post_paper(placed, department, "scorecard", _blocks(placed, department, card, held), of=of, subtitle="")


def _blocks(placed: Placed[Post], department: Department, card: Card, held: tuple[Card, ...]) -> Iterator[Block]:
    yield Orientation(landscape=True)
    yield _head(placed, department, card)
    yield _scores(placed, department, card)
    grades = tuple(_graded(grade) for scheme in schemes(department, placed) for grade in scheme.value.grades)
    yield Form(
        (
            (Field("填写说明", tuple(_notes(card, held)), 3),),
            *(((Field("等级划分", grades, 3),), (to_fill_in("评定等级"),)) if grades else ()),
            (to_fill_in("考核评语", 2),),
            (to_fill_in("本人意见", 2),),
        )
    )
    yield _SIGNING


def _head(placed: Placed[Post], department: Department, card: Card) -> Form:
    post = placed.value
    scored_by = naming.parties(department, post.appraised_by or post.reports_to)
    return Form(
        (
            (Field("被考核人", BLANK), Field("岗位", naming.lines(post.name, f"{placed.address}#name"))),
            (Field("部门", naming.lines(department.spec.name, f"{department.id}#name")), Field("考核人", (scored_by,))),
            (Field("考核周期", (card.word,)), Field("考核期间", (_PERIODS.get(card.cycle, ""),))),
        )
    )


def _scores(placed: Placed[Post], department: Department, card: Card) -> Table:
    rows = (_row(number, scored, placed, department) for number, scored in enumerate(card.scored, 1))
    whole = (kpis.percent(card.weight),) if card.weight is not None else ()
    return Table(_COLUMNS, (*rows, Row(((), ("合计",), whole, (), (), (), *_TO_SCORE))))


def _row(number: int, scored: Scored, placed: Placed[Post], department: Department) -> Row:
    said = kpis.scored(number, scored.number, scored.written, placed, department)
    return Row((*said, *_TO_SCORE), kpis.anchor(scored.number, scored.written, placed))


def _graded(grade: Grade) -> str:
    share = f"比例 {printable(grade.share)}" if grade.share else ""
    said = (printable(grade.score or ""), share, printable(grade.consequence or ""))
    return "：".join(part for part in (printable(grade.name), "，".join(part for part in said if part)) if part)


def _notes(card: Card, held: tuple[Card, ...]) -> Iterator[str]:
    yield _HOW
    if any(scored.measure.weight is None for scored in card.scored):
        yield _NO_WEIGHT
    if len(held) > 1:
        each = naming.JOIN.join(f"{one.word or '未写周期'} {kpis.percent(one.weight)}".strip() for one in held)
        yield f"本岗位的指标分在 {len(held)} 张考核表里，权重分别是：{each}。"
