"""A department of the project's own `roles/` with a fault put in, and what salesduty says that it did not say before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from opened.workspaces import ROLES, SETTINGS
from salesduty.toolkit.check import check
from salesduty.toolkit.lint import lint


@dataclass(frozen=True, slots=True)
class Fault:
    """In `department`, for each `(file, old, new)` the words `old`, which stand there once, become `new`."""

    department: str
    changes: tuple[tuple[str, str, str], ...]


def told(fault: Fault) -> list[str]:
    """Return what lint and check say of the department with the fault and not without it: severity, code and message."""
    after = Counter(_said(_planted(fault)))
    return sorted((after - _before(fault.department)).elements())


def silent(department: str, codes: Iterable[str]) -> list[str]:
    """Return what the rules with `codes` say of a department as it is."""
    wanted = frozenset(codes)
    return sorted(line for line in _before(department) if line.split()[1] in wanted)


@cache
def _before(department: str) -> Counter[str]:
    return Counter(_said(dict(_texts(department))))


@cache
def _texts(department: str) -> tuple[tuple[str, str], ...]:
    folder = ROLES / department
    return tuple(
        (path.relative_to(ROLES).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.yaml"))
    )


def _planted(fault: Fault) -> dict[str, str]:
    texts = dict(_texts(fault.department))
    for file, old, new in fault.changes:
        name = f"{fault.department}/{file}"
        assert texts[name].count(old) == 1, f"{name}: {old!r} stands there {texts[name].count(old)} times"
        texts[name] = texts[name].replace(old, new)
    return texts


def _said(texts: dict[str, str]) -> list[str]:
    found = {(f.severity.name, f.code, f.message.zh) for f in lint(texts, settings=SETTINGS).findings}
    found |= {(f.severity.name, f.code, f.message.zh) for f in check(texts, settings=SETTINGS).report.findings}
    return [" ".join(each) for each in found]
