"""职责清单 as a workbook: every duty a row and every field a column, with lists of posts, KPIs, steps and more beside it.

Titles are those of the model and rows carry their addresses, so that a program can read all of it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesduty.model.department import Function
from salesduty.model.duty import Duty
from salesduty.model.kpi import PostKpi
from salesduty.model.part import Part
from salesduty.model.post import Authority, Post
from salesduty.model.process import Process, Step
from salesduty.results.book import Book, Cell, Highlight, Line, Sheet, SheetColumn, first_row, letters
from salesduty.text.printable import printable
from salesduty.views.books.fields import Home, Told, kept, told
from salesduty.views.department_paper import department_title
from salesduty.views.entries import Entry, entries, steps
from salesduty.views.order import in_reporting_order
from salesduty.workspace.entities import Department

_WIDE_PAGE = 170
"""How many characters still read well across a landscape page."""
_MOST_ROWS = 1_000_000
"""How many rows a sheet gets at most; Excel takes 1,048,576."""
_FOR_PROGRAMS = (("id",), ("ref",))
_PARENTS = "下级职责数"
_ADDRESS = SheetColumn("地址", 40, hidden=True)


def books(department: Department) -> Iterator[Book]:
    """Yield the register of `department`."""
    spec = department.spec
    title = department_title(department, "register")
    yield Book(
        document="register",
        folder=department.id,
        name=title,
        title=title,
        company=printable(spec.company or ""),
        sheets=tuple(_sheets(department)),
        version=printable(spec.version or ""),
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """A thing in the register: the cells before and `after` its fields, where its references are looked up, its address."""

    before: tuple[Cell, ...]
    part: Part
    home: Home
    address: str
    after: tuple[Cell, ...] = ()


def _sheets(department: Department) -> Iterator[Sheet]:
    yield from _duties(department)
    lists: tuple[tuple[str, tuple[SheetColumn, ...], tuple[Told, ...], list[_Listed]], ...] = (
        ("岗位", (), told(Post, ("duties", "authorities", "kpis")), list(_posts(department))),
        ("指标", (SheetColumn("岗位", 18),), told(PostKpi), list(_kpis(department))),
        (
            "环节",
            (SheetColumn("流程", 20), SheetColumn("序号", 6, "mark")),
            told(Step, ("duties",)),
            list(_steps(department)),
        ),
        ("权限", (SheetColumn("岗位", 18),), told(Authority), list(_authorities(department))),
        ("流程", (), told(Process, ("steps",)), list(_processes(department))),
        ("职能", (), told(Function, ("duties",)), list(_functions(department))),
    )
    for name, before, fields, listed in lists:
        if listed:
            yield from _sheet(name, f"{printable(department.name)}{name}清单", before, fields, listed)


def _duties(department: Department) -> Iterator[Sheet]:
    listed = [_of_duty(entry, department) for entry in entries(department)]
    before = (SheetColumn("部门", 12), SheetColumn("岗位", 14), SheetColumn("职能或环节", 18), SheetColumn("序号", 7, "mark"))
    after = (SheetColumn("上级序号", 9, "mark"), SheetColumn(_PARENTS, 9, "mark"))
    yield from _sheet("职责", department_title(department, "register"), before, told(Duty, ("duties",)), listed, after)


def _of_duty(entry: Entry, department: Department) -> _Listed:
    post = entry.holder if entry.post is not None else None
    other = entry.holder if entry.post is None else None
    before = (printable(department.name), post, other, entry.number)
    after = (entry.within or None, len(entry.duty.duties) or None)
    return _Listed(before, entry.duty, (department, entry.post), entry.address, after)


def _posts(department: Department) -> Iterator[_Listed]:
    for placed in in_reporting_order(department):
        yield _Listed((), placed.value, (department, placed), placed.address)


def _kpis(department: Department) -> Iterator[_Listed]:
    """The KPIs of each post with what their definitions say, then the definitions that no post carries."""
    carried = set()
    for placed in in_reporting_order(department):
        for number, kpi in enumerate(placed.value.kpis, 1):
            address = f"{placed.address}/kpis/{kpi.id or kpi.ref or f'#{number}'}"
            defined = department.kpi(kpi.ref, placed) if kpi.ref else None
            carried.add(defined.address if defined is not None else "")
            yield _Listed((printable(placed.value.name),), department.measure(kpi, placed), (department, placed), address)
    for definition in department.kpis:
        if definition.address not in carried:
            yield _Listed((None,), definition.value, (department, None), definition.address)


def _steps(department: Department) -> Iterator[_Listed]:
    for placing in steps(department):
        home = (department, department.accountable(placing.step))
        yield _Listed((placing.process, placing.number), placing.step, home, placing.address)


def _authorities(department: Department) -> Iterator[_Listed]:
    for placed in in_reporting_order(department):
        for number, authority in enumerate(placed.value.authorities, 1):
            address = f"{placed.address}/authorities/{authority.id or f'#{number}'}"
            yield _Listed((printable(placed.value.name),), authority, (department, placed), address)


def _processes(department: Department) -> Iterator[_Listed]:
    for process in department.processes:
        yield _Listed((), process.value, (department, None), process.address)


def _functions(department: Department) -> Iterator[_Listed]:
    for number, function in enumerate(department.spec.functions, 1):
        address = f"{department.id}/functions/{function.id or f'#{number}'}"
        yield _Listed((), function, (department, None), address)


def _sheet(
    name: str,
    title: str,
    before: Sequence[SheetColumn],
    fields: Sequence[Told],
    listed: Sequence[_Listed],
    after: Sequence[SheetColumn] = (),
) -> Iterator[Sheet]:
    """A sheet of everything `listed`, without the columns that stay empty; several where Excel does not take so many rows."""
    said = [place for place in range(len(before)) if any(each.before[place] is not None for each in listed)]
    shown = kept(fields, [(each.part, each.home) for each in listed])
    own = [replace(field.column, hidden=field.path in _FOR_PROGRAMS) for field in shown]
    columns = (*(before[place] for place in said), *own, *after, _ADDRESS)
    rows = tuple(
        (
            *(each.before[place] for place in said),
            *(field.cell(each.part, each.home) for field in shown),
            *each.after,
            each.address,
        )
        for each in listed
    )
    width = sum(column.width for column in columns if not column.hidden)
    for start in range(0, max(len(rows), 1), _MOST_ROWS):
        yield Sheet(
            name=name,
            title=title,
            columns=columns,
            rows=rows[start : start + _MOST_ROWS],
            above=((Line("", f"共 {len(rows)} 项。没有写的栏目不列出；隐藏的列供程序读取，请勿删改。", span=len(columns) - 1),),),
            highlights=_parents(columns),
            frozen=len(said) or 1,
            pages=-(-width // _WIDE_PAGE),
        )


def _parents(columns: Sequence[SheetColumn]) -> tuple[Highlight, ...]:
    """What stands above others is told apart."""
    places = [place for place, column in enumerate(columns) if column.title == _PARENTS]
    when = (f"=N(${letters(place)}{first_row(1)})>0" for place in places)
    return tuple(Highlight(each, "parent", 0, len(columns) - 1) for each in when)
