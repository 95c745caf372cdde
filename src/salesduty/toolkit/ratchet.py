"""Ratchet: what has once been held stays held, or somebody says that it is given up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from salesduty.disk.read import CannotRead
from salesduty.disk.record import read_record, write_record
from salesduty.results.coverage import Chart, Row
from salesduty.results.ratchet import BadRecord, Compared, Entry, Kind, Lost, Ratcheted, Record
from salesduty.results.wording import Text
from salesduty.source.problems import MOST_BYTES
from salesduty.text.visible import visible

VERSION = 1
_KINDS = ("function", "step", "area")
_UNREADABLE = {
    "permission": Text("没有权限读", "it may not be read"),
    "special": Text("不是普通文件", "it is no plain file"),
}
_FAILED = Text("读不出来", "it cannot be read")
_TOO_LARGE = Text("太大，不像是记录", "it is too large for a record")
_NOT_UTF8 = Text("不是 UTF-8 编码", "it is not UTF-8")
_NOT_JSON = Text("不是正确的 JSON：{detail}", "it is no JSON: {detail}")
_CONFLICT = Text("有没解决的合并冲突", "a merge conflict is not resolved")
_SHAPE = Text("{place} 应当是 {wanted}", "{place} must be {wanted}")
_NEWER = Text("是更新版本的 salesduty 写的", "a newer version of salesduty has written it")
_TWICE = Text("“{key}”写了两次", "“{key}” stands there twice")
_MAPPING, _LIST = Text("一组键值", "an object"), Text("列表", "a list")
_ENTRY = Text("带 address、kind、name 的一项", "an object with address, kind and name")


def ratchet(charts: Iterable[Chart], file: str | Path) -> Ratcheted:
    """Compare `charts` with the record in `file`, and raise it where more is held and nothing is lost.

    A file that does not exist is made. Departments that are not among `charts` stay as they are recorded. The file is
    written whole or not at all, and only where it says something new. Raises BadRecord and `CannotWrite`.
    """
    path = Path(file)
    data = _read(path)
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
        f"{_json(department)}: [\n{_entries(record[department])}\n]" if record[department] else f"{_json(department)}: []"
        for department in sorted(record)
    )
    return f'{{"version": {VERSION}, "departments": {{\n{departments}\n}}}}\n'


def _entries(entries: Iterable[Entry]) -> str:
    return ",\n".join(_json(_as_json(entry)) for entry in sorted(entries, key=lambda entry: (entry.kind, entry.key, entry.name)))


def _as_json(entry: Entry) -> dict[str, object]:
    group = {"group": entry.group} if entry.group else {}
    return {"address": entry.address, "kind": entry.kind, "name": entry.name, **group, "by": list(entry.by)}


def _json(value: object) -> str:
    """JSON that UTF-8 can hold, with every character that is not to be seen spelt out."""
    text = json.dumps(value, ensure_ascii=False)
    if visible(text) == text:
        return text
    return "".join(char if visible(char) == char else json.dumps(char)[1:-1] for char in text)


def _read(path: Path) -> bytes | None:
    try:
        return read_record(path)
    except CannotRead as error:
        raise BadRecord(str(path), _UNREADABLE.get(error.reason, _FAILED)) from error


def parsed(data: bytes, file: str) -> Record:
    """Return the record in `data`, the bytes of the file called `file`. Raises BadRecord."""
    if len(data) > MOST_BYTES:
        raise BadRecord(file, _TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRecord(file, _NOT_UTF8, data.count(b"\n", 0, error.start) + 1) from error
    if (conflict := re.search(r"^(?:<{7}|={7}|>{7})", text, re.MULTILINE)) is not None:
        raise BadRecord(file, _CONFLICT, text.count("\n", 0, conflict.start()) + 1)
    return dict(_departments(_object(text, file), file))


def _object(text: str, file: str) -> Mapping[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for key, value in pairs:
            if key in read:
                raise BadRecord(file, _TWICE.filled({"key": key}), _last_line_with(text, key))
            read[key] = value
        return read

    try:
        read = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise BadRecord(file, _NOT_JSON.filled({"detail": error.msg}), error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise BadRecord(file, _NOT_JSON.filled({"detail": type(error).__name__})) from error
    if not isinstance(read, dict) or not isinstance(read.get("departments"), dict):
        raise BadRecord(file, _SHAPE.filled({"place": "departments", "wanted": _MAPPING}), 1)
    if read.get("version") != VERSION:
        newer = isinstance(read.get("version"), int) and read["version"] > VERSION
        raise BadRecord(file, _NEWER if newer else _SHAPE.filled({"place": "version", "wanted": str(VERSION)}), 1)
    return cast("Mapping[str, Any]", read)


def _last_line_with(text: str, word: str) -> int:
    return text.count("\n", 0, max(text.rfind(json.dumps(word, ensure_ascii=False)), 0)) + 1


def _departments(read: Mapping[str, Any], file: str) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    for department, entries in read["departments"].items():
        if not isinstance(entries, list):
            raise BadRecord(file, _SHAPE.filled({"place": f"departments.{department}", "wanted": _LIST}))
        found = []
        for number, entry in enumerate(entries, 1):
            if not _is_entry(entry):
                place = f"departments.{department} #{number}"
                raise BadRecord(file, _SHAPE.filled({"place": place, "wanted": _ENTRY}))
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
