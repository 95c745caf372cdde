"""Short values put side by side: fields of KPIs, facts about posts and departments, steps and time limits."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from accuracy.importing.tally import Tally
from accuracy.importing.values import canonical, listed, same, strings

CONTROL = ("document_no", "version", "effective", "prepared_by", "reviewed_by", "approved_by", "review_by")
"""Keys of document control."""
_OF_DEPARTMENT = ("name", "department")
"""Whether the company's name belongs to that of its department, nobody can say."""


def kpi_fields(mine: object, expected: object, at: str) -> Tally:
    """Count the fields of KPIs: a KPI goes by its name, and each field that is written counts for itself."""
    ours = {(name, i): _fields(kpi) for name, i, kpi in _numbered(mine)}
    theirs = {(name, i): _fields(kpi) for name, i, kpi in _numbered(expected)}
    tally = Tally()
    for key in [*theirs, *(key for key in ours if key not in theirs)]:
        left, right = ours.get(key, {}), theirs.get(key, {})
        for name in sorted(left.keys() | right.keys()):
            tally += _fact(left.get(name), right.get(name), f"{at}{key[0]}.{name} = ")
    return tally


def _numbered(kpis: object) -> Iterator[tuple[str, int, Any]]:
    seen: Counter[str] = Counter()
    for kpi in listed(kpis):
        name = canonical(kpi.get("name", "") if isinstance(kpi, dict) else kpi)
        yield name, seen[name], kpi
        seen[name] += 1


def _fields(kpi: object) -> dict[str, str]:
    if not isinstance(kpi, dict):
        return {"name": canonical(kpi)}
    fields = {key: "".join(strings(kpi.get(key))) for key in ("name", "weight", "target", "scoring")}
    weight = re.search(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", fields["weight"]))
    if weight:
        fields["weight"] = f"{float(weight[0]):g}"
    return {key: re.sub("[;,、:]|[。.](?!\\d)", "", canonical(value)) for key, value in fields.items() if canonical(value)}


def facts(mine: Mapping[str, Any], expected: Mapping[str, Any], keys: Sequence[str], at: str, complete: bool) -> Tally:
    tally = Tally()
    for key in keys:
        left, right = ("".join(strings(each.get(key))) for each in (mine, expected))
        if key == "headcount":
            left, right = (_number(text) for text in (left, right))
        if key in _OF_DEPARTMENT and right and left.endswith(right):
            left = right
        if right or (complete and left):
            tally += _fact(canonical(left), canonical(right), f"{at}{key} = ")
    return tally


def _fact(mine: str | None, expected: str | None, at: str) -> Tally:
    if mine and expected and same(mine, expected):
        return Tally(1)
    return Tally(0, [at + expected] if expected else [], [at + mine] if mine else [])


def _number(text: str) -> str:
    digits = re.search(r"\d+", unicodedata.normalize("NFKC", text))
    return digits[0] if digits else text


def department(of: Mapping[str, Any]) -> Mapping[str, Any]:
    department = of.get("department")
    return department if isinstance(department, dict) else {"name": department, **(of.get("control") or {})}


def steps(of: Mapping[str, Any]) -> list[str]:
    return [
        _step(step)
        for process in listed(of.get("processes"))
        for step in listed(process.get("steps") if isinstance(process, dict) else ())
    ]


def _step(step: object) -> str:
    """Return the name and the text of a step as one, without a colon between them."""
    name, text = (str(step.get(key) or "") for key in ("name", "text")) if isinstance(step, dict) else ("", str(step))
    return re.sub("[:：]", "", text if text.startswith(name) else name + text)


def promises(result: Mapping[str, Any], label: Mapping[str, Any]) -> Tally:
    """Count the time limits that some one value besides those left out holds, be it a step, a promise or a duty."""
    values = [canonical(" ".join(strings(each))) for each in _values_with_words(result)]
    tally = Tally()
    for promise in listed(label.get("sla")):
        limit, item = canonical(promise.get("limit", "")), canonical(promise.get("item", ""))
        found = any(limit in value for value in values)
        tally += Tally(int(found), [] if found else [f"{item}: {limit}"])
    return tally


def _values_with_words(result: Mapping[str, Any]) -> Iterator[object]:
    for key, value in result.items():
        if key != "left_out":
            yield from _small(value)


def _small(value: object) -> Iterator[object]:
    """Yield every mapping below `value` without the lists and mappings in it, and every plain value of a list."""
    if isinstance(value, dict):
        yield {key: each for key, each in value.items() if not isinstance(each, list | dict)}
        yield from (small for each in value.values() if isinstance(each, list | dict) for small in _small(each))
    elif isinstance(value, list):
        yield from (small for each in value for small in _small(each))
    else:
        yield value
