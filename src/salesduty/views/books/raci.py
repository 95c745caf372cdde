"""职责分工表 as a workbook: the matrix with counts that go along when somebody changes a letter, and what the letters mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.results.book import Book, Cell, Formula, Highlight, Line, Sheet, SheetColumn, Tone, first_row, letters
from salesduty.results.coverage import PART_NAMES, PARTS, RACI
from salesduty.results.judged import Judged
from salesduty.results.paper import Matrix
from salesduty.text.printable import printable
from salesduty.views import raci
from salesduty.views.department_paper import department_title
from salesduty.workspace.entities import Department

_LETTERS: tuple[Tone, ...] = ("A", "R", "C", "S", "I")
_CHOICES = (*_LETTERS, "A/R", "A/C", "R/C")
_ABOVE = 2
_GROUP, _LABEL, _DECIDERS, _DOERS, _HOLDERS, _POSTS = range(6)
_MOST_POSTS = 16_000
"""How many columns of posts a sheet has at most; Excel takes 16,384 columns."""
_POSTS_A_PAGE = 24
_UPRIGHT_FROM = 8
"""From so many posts on their names are written downwards."""


def books(department: Department, judged: Judged) -> Iterator[Book]:
    """Yield the workbook of who does what in `department`."""
    spec = department.spec
    matrix = raci.matrix(department, judged)
    title = department_title(department, "raci")
    pieces = range(0, max(len(matrix.columns), 1), _MOST_POSTS)
    yield Book(
        document="raci",
        folder=department.id,
        name=title,
        title=title,
        company=printable(spec.company or ""),
        sheets=(*(_sheet(matrix, title, raci.summary(judged), start) for start in pieces), _legend(matrix)),
        version=printable(spec.version or ""),
    )


def _sheet(matrix: Matrix, title: str, summary: str, start: int) -> Sheet:
    posts = matrix.columns[start : start + _MOST_POSTS]
    upright = len(posts) >= _UPRIGHT_FROM
    columns = (
        SheetColumn("类别", 24),
        SheetColumn(matrix.corner, 34),
        SheetColumn("A 个数", 7, "mark"),
        SheetColumn("R 个数", 7, "mark"),
        SheetColumn("参与岗位", 9, "mark"),
        *(SheetColumn(name, 8 if upright else 13, "mark", _CHOICES, strict=False, upright=upright) for name, _ in posts),
        SheetColumn("地址", 30, hidden=True),
    )
    first, last = first_row(_ABOVE), first_row(_ABOVE) + len(matrix.rows) - 1
    cells = [row.cells[start : start + _MOST_POSTS] for row in matrix.rows]
    right = letters(_POSTS + len(posts) - 1) if posts else ""
    return Sheet(
        name="职责分工",
        title=title,
        columns=columns,
        rows=tuple(
            (row.group, row.label, *_counts(number, signs, right), *(sign or None for sign in signs), row.anchor)
            for number, (row, signs) in enumerate(zip(matrix.rows, cells, strict=True), first)
        ),
        above=(
            (Line("", summary, span=_POSTS),),
            (
                Line(
                    "",
                    "　".join(f"{RACI[part]} {PART_NAMES[part].zh}" for part in PARTS) + f"　{raci.INFERRED} 待核对",
                    span=_POSTS,
                ),
            ),
        ),
        totals=tuple(_totals(place, cells, len(posts), first, last) for place in range(len(PARTS))) if cells and posts else (),
        highlights=_highlights(first, len(posts)),
        frozen=2,
        pages=1 + len(posts) // _POSTS_A_PAGE,
    )


def _counts(row: int, signs: Sequence[str], right: str) -> tuple[Cell, Cell, Cell]:
    """How many decide and do, and how many have a part at all."""
    if not right:
        return (0, 0, 0)
    span = f"{letters(_POSTS)}{row}:{right}{row}"
    return (
        Formula(f'=COUNTIF({span},"*A*")', sum("A" in sign for sign in signs)),
        Formula(f'=COUNTIF({span},"*R*")', sum("R" in sign for sign in signs)),
        Formula(f'=COUNTIF({span},"?*")', sum(bool(sign) for sign in signs)),
    )


def _totals(place: int, cells: Sequence[Sequence[str]], posts: int, first: int, last: int) -> tuple[Cell, ...]:
    """A last row: in how many things each post has this letter."""
    letter, part = _LETTERS[place], PARTS[place]
    counted = (
        Formula(
            f'=COUNTIF({letters(column)}{first}:{letters(column)}{last},"*{letter}*")',
            sum(letter in signs[column - _POSTS] for signs in cells),
        )
        for column in range(_POSTS, _POSTS + posts)
    )
    return ("合计" if not place else "", f"{letter} {PART_NAMES[part].zh}（项）", "", "", "", *counted, "")


def _highlights(first: int, posts: int) -> tuple[Highlight, ...]:
    """Nobody decides and nobody does it: the thing stands out; one of both: the count. Each letter has its ground."""
    deciders, doers = f"${letters(_DECIDERS)}{first}", f"${letters(_DOERS)}{first}"
    found = [
        Highlight(f"=AND({deciders}=0,{doers}=0)", "alarm", _GROUP, _LABEL),
        Highlight(f"={deciders}=0", "notice", _DECIDERS, _DECIDERS),
        Highlight(f"={doers}=0", "notice", _DOERS, _DOERS),
    ]
    if posts:
        cell, last = f"{letters(_POSTS)}{first}", _POSTS + posts - 1
        found.extend(Highlight(f'=ISNUMBER(FIND("{letter}",{cell}))', letter, _POSTS, last) for letter in _LETTERS)
    return tuple(found)


def _legend(matrix: Matrix) -> Sheet:
    columns = (SheetColumn("字母", 10, "mark"), SheetColumn("含义", 90))
    rows: list[tuple[Cell, ...]] = [(detail.label, detail.text) for detail in matrix.legend]
    rows.append(("A/R", "一个岗位对一件事有几种关系的，字母之间用“/”隔开"))
    rows.append(("（空白）", "与这件事无关；整行没有 A 也没有 R 的，事项标成红色"))
    return Sheet("图例", "字母的含义", columns, tuple(rows), filtered=False, landscape=False)
