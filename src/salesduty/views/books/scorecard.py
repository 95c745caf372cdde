"""绩效考核表 as workbooks: one a post, because scores are for two people's eyes, with a sheet for each cycle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.appraisal import Grade
from salesduty.model.kpi import Measure, PostKpi
from salesduty.model.post import Post
from salesduty.results.book import Book, Cell, Formula, Line, Sheet, SheetColumn, first_row
from salesduty.text.printable import printable
from salesduty.views import kpis, naming
from salesduty.views.cards import Card, Scored, cards
from salesduty.views.documents import TITLES
from salesduty.views.forms import Lines, behind, labelled
from salesduty.views.grades import Scale, scale
from salesduty.views.post_paper import filled_posts
from salesduty.workspace.entities import Department, Placed

_FULL = 100
_MOST_EVER = 1000
# 120 分, and what a scheme says of the most that can be had.
_POINTS = re.compile(r"(?<![\d.])(\d{1,4})\s*分")
_CAP = re.compile(r"(?:满分|封顶|最高|上限)\D{0,4}?(\d{1,4})(?![\d.%％])")
_ROUNDING = 0.00051
"""How far a sum of weights may be off, as a part of 1, like in rule KPI001: ten weights of two decimals make a whole."""
_LONGEST_SHEET = 20
_GRADES, _SUMMARY, _ALWAYS = "考核等级", "各周期汇总", "绩效考核"
_ABOVE = 2
_WIDE = 9
"""How many columns people see."""


def books(department: Department) -> Iterator[Book]:
    """Yield a workbook for each post of `department` that exists today and has KPIs, in reporting order."""
    for placed in filled_posts(department):
        if placed.value.kpis:
            yield _book(placed, department)


def _book(post: Placed[Post], department: Department) -> Book:
    spec, name = department.spec, printable(post.value.name)
    grades = scale(department, post)
    tables = _tables(post, cards(post, department))
    sheets = [_sheet(table, tables, grades, department) for table in tables]
    if len(tables) > 1:
        sheets.append(_summary(tables, grades, name))
    if grades is not None:
        sheets.append(_grades(grades))
    title = f"{name}{TITLES['scorecard']}"
    return Book(
        document="scorecard",
        folder=department.id,
        name=title,
        title=title,
        company=printable(spec.company or ""),
        sheets=tuple(sheets),
        post=name,
        version=printable(spec.version or ""),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A scorecard and where it stands: the name of its sheet, its first and last row, counted from 1."""

    post: Placed[Post]
    card: Card
    name: str

    @property
    def first(self) -> int:
        return first_row(_ABOVE)

    @property
    def last(self) -> int:
        return self.first + len(self.card.scored) - 1

    @property
    def total(self) -> int:
        return self.last + 1

    def span(self, column: str) -> str:
        """The cells of `column` as Excel names them."""
        return f"{column}{self.first}:{column}{self.last}"

    def elsewhere(self, place: str) -> str:
        """A place on this sheet as another sheet names it."""
        return f"'{self.name}'!{place}"

    @property
    def weights(self) -> list[float]:
        """The weights as parts of 1, without those that are not written."""
        return [each.measure.weight / 100 for each in self.card.scored if each.measure.weight is not None]


def _tables(post: Placed[Post], held: Sequence[Card]) -> tuple[_Table, ...]:
    named = ((card, card.word or _ALWAYS) for card in held)
    return tuple(
        _Table(post, card, word if len(word) <= _LONGEST_SHEET else f"周期 {number}")
        for number, (card, word) in enumerate(named, 1)
    )


def _sheet(table: _Table, tables: Sequence[_Table], grades: Scale | None, department: Department) -> Sheet:
    post, every = table.post.value, table.card.word
    name = printable(post.name)
    return Sheet(
        name=table.name,
        title=f"{name}{TITLES['scorecard']}{f'（{every}）' if every else ''}",
        columns=_columns(_most(table.card.scored)),
        rows=tuple(_row(number, scored, table, department) for number, scored in enumerate(table.card.scored, 1)),
        above=(
            (Line("", "　　".join(_about(post, every, department)), span=_WIDE),),
            (
                Line("被考核人：", room=2, span=2, entry=True),
                Line("考核期间：", at=4, entry=True),
                Line("考核日期：", at=6, span=2, entry=True),
            ),
        ),
        totals=(_totals(table),),
        below=_below(table, tables, grades),
        frozen=2,
        whole=True,
        protected=True,
        filtered=False,
    )


def _about(post: Post, every: str, department: Department) -> Iterator[str]:
    appraisers = naming.parties(department, post.appraised_by or post.reports_to)
    yield from labelled(
        (
            ("部门", printable(department.name)),
            ("岗位", printable(post.name)),
            (naming.label(Measure, "cycle"), every),
            (naming.label(Post, "appraised_by"), appraisers),
        )
    )


def _columns(most: float) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("序号", 6, "mark"),
        SheetColumn("指标", 46),
        SheetColumn(naming.label(PostKpi, "weight"), 9, "percent"),
        SheetColumn(naming.label(Measure, "target"), 14, "mark"),
        SheetColumn(naming.label(Measure, "scoring"), 36),
        SheetColumn(naming.label(Measure, "source"), 18),
        SheetColumn("自评", 9, "entry", least=0, most=most),
        SheetColumn("上级评", 9, "entry", least=0, most=most),
        SheetColumn("得分", 10, "number"),
        SheetColumn("地址", 30, hidden=True),
    )


def _row(number: int, scored: Scored, table: _Table, department: Department) -> tuple[Cell, ...]:
    written, measure, row = scored.written, scored.measure, table.first + number - 1

    def explained(*keys: str, labels: bool = True) -> Lines:
        return kpis.explained(written, table.post, department, keys, labels=labels)

    in_short = naming.JOIN.join(explained("kind", "level", "better", labels=False))
    formula = behind(naming.label(Measure, "formula"), naming.lines(measure.formula))
    name = printable(measure.name or written.ref or "")
    return (
        number,
        "\n".join((name, *filter(None, (in_short,)), *explained("definition"), *formula, *explained("split", "drivers"))),
        None if measure.weight is None else measure.weight / 100,
        _target(measure),
        "\n".join(kpis.scoring(measure.scoring)),
        "\n".join(naming.lines(measure.source)),
        None,
        None,
        Formula(f'=IF(COUNT(C{row},H{row})=2,ROUND(C{row}*H{row},2),"")', ""),
        f"{table.post.address}/kpis/{written.id or written.ref or f'#{scored.number}'}",
    )


def _target(measure: PostKpi) -> str:
    """The target, with its unit where it does not name it itself."""
    said, unit = naming.lines(measure.target), printable(measure.unit or "")
    named = any(unit in line for line in said)
    return "\n".join((*said, *labelled([(naming.label(Measure, "unit"), "" if named else unit)])))


def _totals(table: _Table) -> tuple[Cell, ...]:
    weights, own, points = table.span("C"), table.span("G"), table.span("I")
    return (
        "",
        "合计",
        Formula(f"=SUM({weights})", _exact(sum(table.weights))),
        "",
        "",
        "",
        Formula(f'=IF(COUNT({own})=0,"",ROUND(SUMPRODUCT({weights},{own}),2))', ""),
        "",
        Formula(f'=IF(COUNT({points})=0,"",ROUND(SUM({points}),2))', ""),
        "",
    )


def _below(table: _Table, tables: Sequence[_Table], grades: Scale | None) -> tuple[tuple[Line, ...], ...]:
    whole, total = f"C{table.total}", table.total
    own = Formula(f'=IF(COUNT({table.span("G")})<{len(table.card.scored)},"",ROUND(G{total}/{whole},2))', "")
    others = f'IF(COUNT({table.span("I")})<{len(table.card.scored)},"",ROUND(I{total}/{whole},2))'
    graded = Line("考核等级：", _grade(others, grades) if grades else None, at=5, span=3, entry=grades is None)
    return (
        (Line("权重核对：", _check(table, tables), room=2, span=3), graded),
        (
            Line("自评总分：", own, room=2, span=3),
            Line("上级评总分：", Formula(f"={others}", ""), at=5, span=3),
        ),
        (Line("考核评语：", room=2, span=_WIDE - 2, entry=True, lines=4),),
        (
            Line("被考核人签字：", room=2, span=2, entry=True, lines=2),
            Line("考核人签字：", at=4, entry=True),
            Line("日期：", at=6, span=2, entry=True),
        ),
        (Line("", _note(grades), span=_WIDE),),
    )


def _note(grades: Scale | None) -> str:
    said = (
        "填写浅黄色的格子，其余自动计算。得分＝上级评×权重；“自评”的合计同样按权重算出。"
        "全部指标评完后得出总分：合计÷本表权重合计，按百分制。"
    )
    if grades is None:
        return said + "考核等级由考核人按考核方案填写。"
    return said + f"考核等级{'按四舍五入取整后的总分' if grades.whole else '按总分'}从“{_GRADES}”表查出。"


def _check(table: _Table, tables: Sequence[_Table]) -> Formula:
    """Whether the weights of all sheets make 100 %, in words."""
    sums = "+".join(each.elsewhere(f"C{each.total}") for each in tables)
    counts = "+".join(f"COUNT({each.elsewhere(each.span('C'))})" for each in tables)
    asked, several = sum(len(each.card.scored) for each in tables), len(tables) > 1
    of_all = sum(sum(each.weights) for each in tables)
    missing = asked - sum(len(each.weights) for each in tables)
    whose = f"本表 {_percent(sum(table.weights))}，各表" if several else ""
    here = f'"本表 "&ROUND(C{table.total}*100,2)&"%，各表"&' if several else ""
    right = f'{here}"合计 100%，无误"'
    wrong = f'{here}"合计 "&ROUND(({sums})*100,2)&"%，应为 100%"'
    text = f'=IF({counts}<{asked},"有指标没有写权重",IF(ABS({sums}-1)<{_ROUNDING},{right},{wrong}))'
    if missing:
        return Formula(text, "有指标没有写权重")
    is_right = abs(of_all - 1) < _ROUNDING
    return Formula(text, f"{whose}合计 100%，无误" if is_right else f"{whose}合计 {_percent(of_all)}，应为 100%")


def _percent(part: float) -> str:
    return f"{round(part * 100, 2):g}%"


def _grade(score: str, grades: Scale) -> Formula:
    """The name of the grade of a score: as many grades stand above it as have a higher bound, from the best down."""
    first, last = first_row(0), first_row(0) + len(grades.grades) - 1
    rounded = f"ROUND({score},0)" if grades.whole else score
    place = f"'{_GRADES}'!"
    found = f'INDEX({place}$A${first}:$A${last},COUNTIF({place}$B${first}:$B${last},">"&{rounded})+1)'
    return Formula(f'=IF({score}="","",{found})', "")


def _grades(grades: Scale) -> Sheet:
    columns = (
        SheetColumn(naming.label(Grade, "name"), 18, "mark"),
        SheetColumn("最低分", 10, "mark"),
        *(SheetColumn(naming.label(Grade, key), width) for key, width in (("score", 16), ("share", 16), ("consequence", 60))),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            printable(each.grade.name),
            _exact(each.least),
            *("\n".join(naming.lines(getattr(each.grade, key))) for key in ("score", "share", "consequence")),
        )
        for each in grades.grades
    )
    return Sheet(_GRADES, _GRADES, columns, rows, filtered=False, protected=True)


def _summary(tables: Sequence[_Table], grades: Scale | None, name: str) -> Sheet:
    """All cycles of a post beside each other, whose weights make 100 % together."""
    first, last = first_row(1), first_row(1) + len(tables) - 1
    columns = (
        SheetColumn(naming.label(Measure, "cycle"), 16, "mark"),
        SheetColumn("指标数", 10, "mark"),
        SheetColumn(naming.label(PostKpi, "weight"), 12, "percent"),
        SheetColumn("自评得分", 14, "number"),
        SheetColumn("得分", 14, "number"),
        SheetColumn("本表总分（百分制）", 20, "number"),
    )
    rows = tuple(_summed(table) for table in tables)
    weights = f"C{first}:C{last}"
    totals: tuple[Cell, ...] = (
        "合计",
        Formula(f"=SUM(B{first}:B{last})", sum(len(table.card.scored) for table in tables)),
        Formula(f"=SUM({weights})", _exact(sum(sum(table.weights) for table in tables))),
        *(
            Formula(
                f'=IF(COUNT({column}{first}:{column}{last})<{len(tables)},"",ROUND(SUM({column}{first}:{column}{last}),2))', ""
            )
            for column in "DE"
        ),
        "",
    )
    score = f"E{last + 1}"
    graded = () if grades is None else ((Line("考核等级：", _grade(score, grades), span=2),),)
    return Sheet(
        name=_SUMMARY,
        title=f"{name}绩效考核各周期汇总",
        columns=columns,
        rows=rows,
        above=((Line("", "取自本文件各周期的考核表；某一周期有多期的，另行平均。", span=len(columns)),),),
        totals=(totals,),
        below=graded,
        filtered=False,
        protected=True,
    )


def _summed(table: _Table) -> tuple[Cell, ...]:
    total, score = table.total, table.total + 3
    complete = f"COUNT({table.elsewhere(table.span('I'))})={len(table.card.scored)}"
    return (
        table.name,
        len(table.card.scored),
        Formula(f"={table.elsewhere(f'C{total}')}", _exact(sum(table.weights))),
        Formula(f"={table.elsewhere(f'G{total}')}", ""),
        Formula(f'=IF({complete},{table.elsewhere(f"I{total}")},"")', ""),
        Formula(f"={table.elsewhere(f'G{score}')}", ""),
    )


def _exact(number: float) -> float:
    """`number` without what adding up parts of 1 leaves behind."""
    return round(number, 10)


def _most(scored: Sequence[Scored]) -> float:
    """The highest score that can be had: 100, or what a scoring standard names above it, as in 封顶 120 分."""
    named = [_FULL]
    for each in scored:
        for line in each.measure.scoring:
            texts = [text for text in (line.when, line.text) if text]
            named.extend(int(found) for text in texts for found in (*_POINTS.findall(text), *_CAP.findall(text)))
            if line.score:
                named.extend(int(found) for found in re.findall(r"^\D{0,4}(\d{1,4})(?:\s*分)?$", line.score.strip()))
    return max(number for number in named if number <= _MOST_EVER)
