"""职责清单: every duty of a department in tables, one for each post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from salesduty.model.duty import Work
from salesduty.results.paper import Block, Column, Orientation, Paper
from salesduty.text.printable import printable
from salesduty.views import duties, naming
from salesduty.views.department_paper import department_paper
from salesduty.views.entries import Entry, entries
from salesduty.views.forms import Lines, labelled, table
from salesduty.views.outline import Outline, style_of
from salesduty.workspace.entities import Department

_COLUMNS = (
    Column("序号", 6, centred=True),
    Column("职责", 34),
    Column("频次与时限", 10),
    Column("输入与来自", 13),
    Column("产出与接收", 17),
    Column("其他约定", 20),
)
_KEYS = (("cadence", "sla"), ("inputs", "from"), ("outputs", "to", "acceptance"))


def papers(department: Department) -> Iterator[Paper]:
    """Yield the register of `department`."""
    yield replace(department_paper(department, "register", _blocks(department)), start=department.spec.numbering.start)


def _blocks(department: Department) -> Iterator[Block]:
    yield Orientation(landscape=True)
    outline = Outline(style_of(department.spec.numbering), department.spec.numbering.start)
    yield from outline.title(printable(department.spec.name))
    for (address, holder), listed in groupby(entries(department), key=lambda entry: (_holder(entry), _heading(entry))):
        held = tuple(listed)
        found = table(_COLUMNS, [_row(entry, department) for entry in held], [entry.address for entry in held])
        if found is not None:
            yield outline.chapter(holder, f"{address}#duties")
            yield found


def _holder(entry: Entry) -> str:
    """The address of what holds a duty."""
    return entry.post.address if entry.post is not None else entry.address.rsplit("/", entry.number.count(".") + 1)[0]


def _heading(entry: Entry) -> str:
    return entry.holder if entry.post is not None else f"{entry.kind}：{entry.holder}"


def _row(entry: Entry, department: Department) -> tuple[str | Lines, ...]:
    known = {detail.label: detail.text for detail in duties.details(entry.duty, department, entry.post)}
    columns = [[(naming.label(Work, key), known.pop(naming.label(Work, key), "")) for key in keys] for keys in _KEYS]
    title = naming.said(entry.duty.title, f"{entry.address}#title")
    text = naming.lines(entry.duty.text, f"{entry.address}#text")
    said = (title, *text) if title else text
    return (entry.number, said, *(_plain(pairs) for pairs in columns), labelled(known.items()))


def _plain(pairs: list[tuple[str, str]]) -> Lines:
    """The first of `pairs` without its label, because the column is named after it; the others with theirs."""
    first, *rest = pairs
    return (*((first[1],) if first[1] else ()), *labelled(rest))
