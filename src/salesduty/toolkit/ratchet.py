"""Ratchet: what has once been held stays held, or somebody says that it is given up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from salesduty.disk.record import write_record
from salesduty.results.coverage import Chart, Row
from salesduty.results.ratchet import BadRecord, Compared, Entry, Kind, Lost, Ratcheted, Record
from salesduty.results.wording import Text
from salesduty.toolkit.recorded import LIST, SHAPE, json_line, read_object, recorded

VERSION = 1
_KINDS = ("function", "step", "area")
_ENTRY = Text("带 address、kind、name 的一项", "an object with address, kind and name")


def ratchet(charts: Iterable[Chart], file: str | Path) -> Ratcheted:
    """Compare `charts` with the record in `file`, and raise it where more is held and nothing is lost.

    A file that does not exist is made. Departments that are not among `charts` stay as they are recorded. The file is
    written whole or not at all, and only where it says something new. Raises BadRecord and `CannotWrite`.
    """
    path = Path(file)
    data = recorded(path)
    record = None if data is None else parsed(data, str(file))
    found = compared(record or {}, charts)
    count = sum(map(len, found.record.values()))
    if found.lost:
        kept = sum(map(len, (record or {}).values()))
        return Ratcheted(str(file), "fallen", found.lost, found.gained, kept)
    if record is None or found.gained:
        write_record(path, dumped(found.record).encode("utf-8"))
        return Ratcheted(str(file), "made" if record is None else "raised", (), found.gained, count)
    return Ratcheted(str(file), "kept", recorded=count)


def compared(record: Record, charts: Iterable[Chart]) -> Compared:
    """Return what is lost and gained of `record`, and the record with what `charts` hold in place of their departments."""
    now, declared = _now(charts)
    lost: list[Lost] = []
    gained: list[Entry] = []
    for department, held in now.items():
        before = {entry.key: entry for entry in record.get(department, ())}
        lost.extend(Lost(department, entry, key in declared[department]) for key, entry in before.items() if key not in held)
        gained.extend(entry for key, entry in held.items() if key not in before)
    raised = {department: tuple(held.values()) for department, held in now.items()}
    return Compared({**record, **raised}, tuple(lost), tuple(gained))


def _now(charts: Iterable[Chart]) -> tuple[dict[str, dict[tuple[str, ...], Entry]], dict[str, set[tuple[str, ...]]]]:
    """What is held and what is declared now, by department id and key."""
    held: dict[str, dict[tuple[str, ...], Entry]] = {}
    declared: dict[str, set[tuple[str, ...]]] = {}
    for chart in charts:
        mine, known = held.setdefault(chart.department, {}), declared.setdefault(chart.department, set())
        for row in chart.rows:
            if row.required:
                entry = _entry(row)
                known.add(entry.key)
                if row.state == "owned":
                    mine.setdefault(entry.key, entry)
    return held, declared


def _entry(row: Row) -> Entry:
    address = f"{row.department}/areas/{row.area}" if row.kind == "area" else row.address
    by = dict.fromkeys(holder.name for holder in row.holders if holder.part != "support")
    return Entry(address, row.kind, row.name, row.group, tuple(sorted(by)))


def dumped(record: Record) -> str:
    """Return `record` as JSON, sorted, one responsibility a line, so that two branches that add to it merge."""
    departments = ",\n".join(
        f"{json_line(department)}: [\n{_entries(record[department])}\n]" if record[department] else f"{json_line(department)}: []"
        for department in sorted(record)
    )
    return f'{{"version": {VERSION}, "departments": {{\n{departments}\n}}}}\n'


def _entries(entries: Iterable[Entry]) -> str:
    return ",\n".join(
        json_line(_asjson_line(entry)) for entry in sorted(entries, key=lambda entry: (entry.kind, entry.key, entry.name))
    )


def _asjson_line(entry: Entry) -> dict[str, object]:
    group = {"group": entry.group} if entry.group else {}
    return {"address": entry.address, "kind": entry.kind, "name": entry.name, **group, "by": list(entry.by)}


def parsed(data: bytes, file: str) -> Record:
    """Return the record in `data`, the bytes of the file called `file`. Raises BadRecord."""
    return dict(_departments(read_object(data, file, key="departments", kind=dict, version=VERSION), file))


def _departments(read: Mapping[str, Any], file: str) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    for department, entries in read["departments"].items():
        if not isinstance(entries, list):
            raise BadRecord(file, SHAPE.filled({"place": f"departments.{department}", "wanted": LIST}))
        found = []
        for number, entry in enumerate(entries, 1):
            if not _is_entry(entry):
                place = f"departments.{department} #{number}"
                raise BadRecord(file, SHAPE.filled({"place": place, "wanted": _ENTRY}))
            by = tuple(entry.get("by", ()))
            found.append(Entry(entry["address"], cast("Kind", entry["kind"]), entry["name"], entry.get("group", ""), by))
        yield department, tuple(found)


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.get("kind") not in _KINDS or not isinstance(entry.get("group", ""), str):
        return False
    by = entry.get("by", [])
    return (
        all(isinstance(entry.get(key), str) for key in ("address", "name"))
        and isinstance(by, list)
        and all(isinstance(name, str) for name in by)
    )
