"""What the files of a check have in common: the words, the groups of rows, the posts and what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesduty.results.coverage import Chart, Holder, Part, Row, State
from salesduty.results.finding import ERROR, INFO, WARNING, Severity
from salesduty.text.printable import printable

PARTS: Mapping[Part, tuple[str, str]] = {
    "decide": ("决", "决定"),
    "do": ("办", "执行"),
    "review": ("审", "审核"),
    "support": ("协", "协助"),
    "inform": ("知", "知会"),
}
"""Each part with the sign that stands for it in a map, and its word."""
STATES: Mapping[State, str] = {"owned": "有人负责", "supported-only": "只有协助", "gap": "空白", "optional": "未要求"}
SEVERITIES: Mapping[Severity, str] = {ERROR: "错误", WARNING: "警告", INFO: "提示"}
_CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together: what they are, the process that they are steps of, and they themselves."""

    kind: str
    process: str
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The heading of the group."""
        return f"{self.kind}：{self.process}" if self.process else self.kind


def groups(rows: Iterable[Row]) -> tuple[Group, ...]:
    """Return `rows` in groups, in the order that they are shown in: functions, each process, areas."""
    functions: list[Row] = []
    areas: list[Row] = []
    processes: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind == "step":
            processes.setdefault(row.group, []).append(row)
        else:
            (functions if row.kind == "function" else areas).append(row)
    steps = [("流程", printable(name), members) for name, members in processes.items()]
    every = [("部门职能", "", functions), *steps, ("职责领域", "", areas)]
    return tuple(Group(kind, process, tuple(members)) for kind, process, members in every if members)


def is_wanted(row: Row) -> bool:
    """Return whether somebody requires or holds `row`; the rest of the taxonomy is only named."""
    return row.required or bool(row.holders)


def titles(charts: Iterable[Chart]) -> tuple[str, ...]:
    """Return what each department is called, with its id where another one has the same name."""
    listed = tuple(charts)
    names = Counter(chart.name for chart in listed)
    return tuple(printable(chart.name) + (f" {printable(chart.department)}" if names[chart.name] > 1 else "") for chart in listed)


def posts(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Return the address and name of each post in order; behind them whoever else holds something."""
    names = {address: printable(name) for address, name, _ in chart.posts}
    for row in chart.rows:
        for holder in row.holders:
            names.setdefault(holder.post, printable(holder.name))
    return tuple(names.items())


def held_by(row: Row, part: Part, names: Mapping[str, str]) -> list[str]:
    """Return the names of the posts that hold `row` by `part`, in the order of `names`, names by address."""
    held = {holder.post for holder in row.holders if holder.part == part}
    return [name for address, name in names.items() if address in held]


def named(row: Row) -> str:
    """Return what `row` is called."""
    return printable(row.name or row.area)


def ladder(row: Row, most: int | None = None) -> str:
    """Return who holds `row` one above the other, the first `most`; empty where there are not several levels."""
    shown = " → ".join(map(printable, row.ladder[:most]))
    return f"{shown} …共 {len(row.ladder)} 个岗位" if most is not None and len(row.ladder) > most else shown


def grounds(holder: Holder) -> str:
    """Return whether it is written or read out of a sentence that `holder` holds something, and how surely."""
    return "写明" if holder.confidence >= _CERTAIN else f"推断，把握 {holder.confidence:.0%}"
