"""Where the values of definitions came from, as lines of JSON that are kept beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesduty.results.draft import LeftOut

NAME = ".salesduty/import.jsonl"
"""Where the record lies below the folder that was imported into: hidden, so that nothing takes it for definitions."""

_OF_A_DEPARTMENT = frozenset(("functions", "meetings", "promises", "rules", "kpis", "processes", "systems", "signals"))


@dataclass(frozen=True, slots=True)
class Source:
    """The document and the line that a value came from, and a digest of its words."""

    file: str
    line: int
    digest: str
    where: str = ""


def document_line(file: str, kind: str, size: int, left_out: Iterable[LeftOut]) -> str:
    """Return the line about a document: its format, its characters, and in full what became no value."""
    left = [{"line": each.line, "where": each.where, "reason": each.reason, "text": each.text} for each in left_out]
    return _dumped({"document": file, "kind": kind, "size": size, "left_out": left})


def values_lines(sources: Iterable[tuple[str, Source]]) -> Iterable[str]:
    """Return a line for each document with what was taken from it: line, digest and more words by address."""
    by_file: dict[str, dict[str, list[object]]] = {}
    numbers: dict[str, int] = {}
    for address, source in sources:
        told: list[object] = [source.line, source.digest, *([source.where] if source.where else [])]
        values = by_file.setdefault(source.file, {})
        numbers[address] = number = numbers.get(address, 0) + 1
        # Several values of one field have one address.
        values[address if number == 1 else f"{address}[{number}]"] = told
    return [_dumped({"source": file, "values": values}) for file, values in by_file.items()]


def read_record(text: str) -> Mapping[str, Source]:
    """Return where each value came from, by address; what is no line of a record is passed over."""
    found: dict[str, Source] = {}
    for line in text.split("\n"):
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and isinstance(told.get("source"), str) and isinstance(told.get("values"), dict):
            found.update(_values(told["source"], told["values"]))
    return found


def digests(text: str) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return the digests of all that was ever imported, by what it belongs to (`sales/manager`), each with its documents."""
    found: dict[str, dict[str, set[str]]] = {}
    for line in text.split("\n"):
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and isinstance(told.get("source"), str) and isinstance(told.get("values"), dict):
            for address, source in _values(told["source"], told["values"]):
                found.setdefault(owner(address), {}).setdefault(source.digest, set()).add(source.file)
    return {each: {digest: frozenset(files) for digest, files in known.items()} for each, known in found.items()}


def owner(address: str) -> str:
    """Return the address of the post, the process or the department that a value belongs to."""
    steps = address.partition("#")[0].rstrip("/").split("/")
    if len(steps) > 2 and steps[1] == "processes":
        return "/".join(steps[:3])
    return steps[0] if len(steps) < 2 or steps[1] in _OF_A_DEPARTMENT or not steps[1] else "/".join(steps[:2])


def _values(file: str, values: Mapping[str, object]) -> Iterable[tuple[str, Source]]:
    for address, each in values.items():
        if isinstance(each, list) and len(each) >= 2 and isinstance(each[0], int) and isinstance(each[1], str):
            yield address, Source(file, each[0], each[1], str(each[2]) if len(each) > 2 else "")


def _dumped(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
