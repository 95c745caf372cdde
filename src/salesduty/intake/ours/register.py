"""The register as a workbook → entities: every row has its address, every column the title of its field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from salesduty.intake.ours.tree import Node, node
from salesduty.intake.ours.values import Data, value
from salesduty.intake.sheets.workbook import Sheet
from salesduty.model.department import Function
from salesduty.model.duty import Duty
from salesduty.model.fields import below
from salesduty.model.kpi import PostKpi
from salesduty.model.part import Part
from salesduty.model.post import Authority, Post
from salesduty.model.process import Process, Step

ADDRESS = "地址"
BESIDE = frozenset(("部门", "岗位", "职能或环节", "序号", "上级序号", "下级职责数", "流程", ADDRESS))
"""Columns that repeat for people, or for programs, what the address says."""
_MODELS: Mapping[str, type[Part]] = {
    "岗位": Post,
    "权限": Authority,
    "流程": Process,
    "职能": Function,
    "环节": Step,
    "职责": Duty,
    "指标": PostKpi,
}
"""The sheets, in the order in which what others refer to is known."""
_WITHIN = "·"
_MOST_COLUMNS = 200
_OWN = frozenset(("id", "ref", "weight"))

Rows = list[tuple[int, list[str]]]
"""Rows by their number in the sheet, each with what stands in its cells."""
Row = tuple[int, str, dict[str, str]]
"""A row: its number, its address, and what its columns say by title."""


def rows_of(sheet: Sheet) -> Rows:
    """Return the rows of a sheet, hidden cells and all."""
    found: dict[int, list[str]] = {}
    for each in sheet.cells:
        if each.column < _MOST_COLUMNS:
            cells = found.setdefault(each.row, [])
            cells.extend([""] * (each.column + 1 - len(cells)))
            cells[each.column] = each.text
    return [(row + 1, cells) for row, cells in sorted(found.items())]


def register(sheets: Iterable[tuple[str, Rows]]) -> Node:
    """Return what a register says. Rows without an address were put in by hand; they belong where the row above does."""
    named = {name.rstrip("0123456789 ()（）"): rows for name, rows in sheets}
    root, refs = Node(), dict[str, str]()
    tables = {name: _table(named[name]) for name in _MODELS if name in named}
    for name in ("岗位", "权限", "指标"):
        for _, address, said in tables.get(name, ()):
            words = said.get("岗位名称") or said.get("权限内容") or said.get("指标名称") or ""
            refs.setdefault(words, said.get("编号") or said.get("引用指标") or words)
            root.fields.setdefault("id", address.partition("/")[0])
    for name, model in _MODELS.items():
        for number, address, said in tables.get(name, ()):
            put = node(root, address, number)
            for path, data in _fields(model, said, refs):
                put.put(path, data)
    _department(root, tables.get("职责", ()))
    defined(root)
    return root


def _table(rows: Rows) -> list[Row]:
    """The rows below the one with the titles; one without an address gets one beside the row above."""
    titles: Sequence[str] = ()
    found: list[Row] = []
    added: Counter[str] = Counter()
    for number, cells in rows:
        if not titles:
            titles = cells if ADDRESS in cells else ()
            continue
        said = {title: cell for title, cell in zip(titles, cells, strict=False) if title and cell.strip()}
        address = said.pop(ADDRESS, "")
        if not address and said and found:
            home = found[-1][1].rpartition("/")[0]
            added[home] += 1
            address = f"{home}/#new{added[home]}"
        if address:
            found.append((number, address, said))
    return found


def _fields(model: type[Part], said: Mapping[str, str], refs: Mapping[str, str]) -> Iterable[tuple[str, object]]:
    """What the columns of a row say, by the path of the field; those that are no fields only help people to read."""
    for title, text in said.items():
        path: list[str] = []
        holder = model
        for step in title.split(_WITHIN):
            holder = below(holder, path[-1]) or holder if path else model
            path.append(holder.titles.get(step, ""))
        if all(path):
            texts = [each.strip() for each in text.split("\n") if each.strip()]
            yield "/".join(path), _weight(text) if path == ["weight"] else value(holder, path[-1], texts, refs)


def _weight(text: str) -> str:
    """A share as Excel keeps it, 0.35, or as somebody types it, 35%."""
    try:
        return f"{round(float(text) * 100, 6):g}%"
    except ValueError:
        return text


def _department(root: Node, duties: Iterable[Row]) -> None:
    for _, _, said in duties:
        if name := said.get("部门"):
            root.put("name", name)
            return


def defined(root: Node) -> None:
    """Move what KPIs of posts say alike into the definitions that they refer to: documents show both as one."""
    carried: dict[str, list[Data]] = {}
    for post in root.below.get("posts", {}).values():
        for each in post.below.get("kpis", {}).values():
            if ref := each.fields.get("ref"):
                each.fields.pop("id", None)
                carried.setdefault(ref, []).append(each.fields)
    for ref, several in carried.items():
        by_name = any(each.get("name") == ref for each in several)
        definition = root.child("kpis", f"#{ref}" if by_name else ref)
        for key in dict.fromkeys(key for each in several for key in each if key not in _OWN):
            if key not in definition.fields and all(key in each for each in several):
                common, _ = Counter(repr(each[key]) for each in several).most_common(1)[0]
                definition.put(key, next(each[key] for each in several if repr(each[key]) == common))
            for fields in several:
                if key in definition.fields and fields.get(key) == definition.fields[key]:
                    del fields[key]
