"""职责分工表: who has what to do with each function, step and area of a department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesduty.results.coverage import PART_NAMES, PARTS, RACI, Chart, Holder, Part, Row
from salesduty.results.judged import Judged
from salesduty.results.paper import Block, Detail, Matrix, MatrixRow, Orientation, Paper, Paragraph
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.department_paper import department_paper
from salesduty.views.order import in_reporting_order
from salesduty.workspace.entities import Department

INFERRED = "*"
"""Stands behind a letter that no field says, but the words of a duty."""
_WRITTEN = 1.0
_KINDS = ("function", "step", "area")
_GROUPS = {"function": "部门职能", "step": "流程", "area": "职责领域"}
_STATES = {"gap": "（无人负责）", "supported-only": "（只有协助）"}
_MEANINGS: Mapping[Part, str] = {
    "decide": "对结果负责，最后由他决定",
    "do": "动手做",
    "review": "做出来的东西要经他审核",
    "support": "出人出力帮忙",
    "inform": "做完要告诉他",
}


def papers(department: Department, judged: Judged) -> Iterator[Paper]:
    """Yield the table of who does what in `department`."""
    yield department_paper(department, "raci", _blocks(department, judged))


def _blocks(department: Department, judged: Judged) -> Iterator[Block]:
    yield Orientation(landscape=True)
    found = matrix(department, judged)
    if found.rows:
        yield Paragraph((summary(judged),))
        yield found
    else:
        yield Paragraph(("部门还没有写职能、流程环节和岗位职责，没有可以分工的事项。",))


def summary(judged: Judged) -> str:
    """Return in a sentence how many things there are, and how many nobody answers for."""
    rows = _wanted(judged.chart)
    counts = (
        ("项没有人负责", sum(row.state == "gap" for row in rows)),
        ("项只有协助的人", sum(row.state == "supported-only" for row in rows)),
    )
    missing = "，".join(f"{count} {words}" for words, count in counts if count)
    return f"共 {len(rows)} 项，" + (f"其中 {missing}。" if missing else "每一项都有人负责。")


def matrix(department: Department, judged: Judged) -> Matrix:
    """Return things × posts: the posts that exist today in reporting order, behind them whoever else holds something."""
    rows = _wanted(judged.chart)
    columns = _columns(department, rows)
    return Matrix(
        corner="事项",
        columns=tuple((name, naming.anchor(address)) for address, name in columns.names.items()),
        rows=tuple(_row(row, columns, department) for row in rows),
        legend=legend(),
    )


def legend() -> tuple[Detail, ...]:
    """Return what the letters mean, and the mark behind them."""
    return (
        *(Detail(RACI[part], f"{PART_NAMES[part].zh}：{_MEANINGS[part]}") for part in PARTS),
        Detail(INFERRED, "没有写明，是从职责的文字里读出来的，请核对；写明了由谁决定的，读出来的其他决定者记为 R*"),
    )


def _wanted(chart: Chart) -> tuple[Row, ...]:
    """The rows that somebody requires or holds: functions, the steps of each process, areas."""
    processes = {group: place for place, group in reversed(list(enumerate(row.group for row in chart.rows)))}
    wanted = (row for row in chart.rows if row.required or row.holders)
    return tuple(sorted(wanted, key=lambda row: (_KINDS.index(row.kind), processes[row.group])))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The name of each column by its address, and where those stand that are no posts: in one column for each name."""

    names: Mapping[str, str]
    others: Mapping[str, str]

    def of(self, holder: Holder) -> str:
        """The address of the column of `holder`."""
        return holder.post if holder.post in self.names else self.others[printable(holder.name)]


def _columns(department: Department, rows: tuple[Row, ...]) -> _Columns:
    active = {post.address for post in department.active_posts}
    posts = {post.address: printable(post.value.name) for post in in_reporting_order(department) if post.address in active}
    others: dict[str, str] = {}
    for row in rows:
        for holder in row.holders:
            if holder.post not in posts:
                others.setdefault(printable(holder.name), holder.post)
    return _Columns({**posts, **{address: name for name, address in others.items()}}, others)


def _row(row: Row, columns: _Columns, department: Department) -> MatrixRow:
    """A row with the signs of each column."""
    held: dict[str, dict[Part, float]] = {}
    for holder in row.holders:
        parts = held.setdefault(columns.of(holder), {})
        part = _part(holder, row)
        parts[part] = max(parts.get(part, 0), holder.confidence)
    group = _GROUPS[row.kind]
    return MatrixRow(
        group=f"{group}：{printable(row.group)}" if row.group else group,
        label=printable(row.name or row.area) + _STATES.get(row.state, ""),
        cells=tuple(_signs(held.get(address, {})) for address in columns.names),
        anchor=anchor(row, department),
    )


def anchor(row: Row, department: Department) -> str:
    """Return where `row` stands on a page; an area of the taxonomy has no address of its own."""
    return naming.anchor(row.address if row.kind != "area" else f"{department.id}#{row.area}")


def _part(holder: Holder, row: Row) -> Part:
    """What `holder` has to do with `row`. Where it is written who decides, whoever else seems to decide counts as doing it."""
    decided = any(each.part == "decide" and each.confidence >= _WRITTEN for each in row.holders)
    return "do" if holder.part == "decide" and decided and holder.confidence < _WRITTEN else holder.part


def _signs(held: Mapping[Part, float]) -> str:
    """The letters of one post, the weightiest first, as `A/R*`."""
    return "/".join(RACI[part] + ("" if held[part] >= _WRITTEN else INFERRED) for part in PARTS if part in held)
