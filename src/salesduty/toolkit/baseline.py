"""Baseline: findings that a team knows of are not reported, new ones are, and what is mended leaves the file by itself.

A finding is known by its fingerprint and by how many there are of it: the second of a kind is new. What a file holds that
could not be read is never recorded and never hidden, because nobody knows what else is in it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from salesduty.disk.record import write_record
from salesduty.disk.write import CannotWrite
from salesduty.results.baseline import BadBaseline, Baseline, Baselined, NoBaseline, Recorded
from salesduty.results.finding import ERROR, Finding, Report, Scope
from salesduty.results.ratchet import BadRecord
from salesduty.results.wording import Lang, Text
from salesduty.source.problems import MOST_BYTES
from salesduty.text.visible import one_line
from salesduty.toolkit.recorded import SHAPE, TOO_LARGE, json_line, read_object, recorded

VERSION = 1
USUAL_FILE = "salesduty-baseline.json"
_LONGEST_MESSAGE = 100
_ENTRY = Text("带 code、address、file、message、fingerprint 的一项", "an object with code, address, file, message, fingerprint")
_TEXTS = ("code", "address", "file", "message", "fingerprint")


def without_known(report: Report, file: str | Path) -> Baselined:
    """Return `report` without the findings in the baseline `file`, and take out of the file what is there no more.

    The file shrinks only where the run could tell: over whole workspaces, with every file read and no new error, and only by
    what its rules look for in files that it looked at or that are gone. Raises BadBaseline and NoBaseline.
    """
    path = Path(file)
    known = _read(path)
    if known is None:
        raise NoBaseline(str(file))
    kept, found = divided(report, known)
    shrunk = tuple(_shrunk(known, found, _LookedAt(report.scope, path.parent))) if _can_tell(report, kept) else known
    gone = _number(known) - _number(shrunk)
    hidden = len(report.findings) - len(kept)
    outcome = Baselined(report.only(kept), str(file), "shrunk" if gone else "kept", hidden, gone, _number(shrunk))
    if gone:
        try:
            write_record(path, dumped(shrunk).encode("utf-8"))
        except CannotWrite:
            return replace(outcome, outcome="refused", left=_number(known))
    return outcome


def record(report: Report, file: str | Path, lang: Lang) -> Baselined:
    """Write the findings of `report` to the baseline `file`, with messages in `lang`; return what is left to report.

    What stands there of other files and rules than the run looked at stays. Raises BadBaseline and `CannotWrite`.
    """
    path = Path(file)
    before = _read(path) or ()
    unread = frozenset(report.scope.unread if report.scope is not None else ())
    wanted = tuple(finding for finding in report.findings if finding.file not in unread)
    now = tuple(_recorded(wanted, path.parent, lang))
    looked_at = _LookedAt(report.scope, path.parent)
    kept = tuple(each for each in before if each not in looked_at)
    entries = (*now, *(each for each in kept if each.fingerprint not in {entry.fingerprint for entry in now}))
    data = dumped(entries).encode("utf-8")
    if len(data) > MOST_BYTES:
        raise BadBaseline(str(file), TOO_LARGE)
    write_record(path, data)
    rest = tuple(finding for finding in report.findings if finding.file in unread)
    return Baselined(report.only(rest), str(file), "kept", len(wanted), 0, _number(entries))


def divided(report: Report, known: Baseline) -> tuple[tuple[Finding, ...], Counter[str]]:
    """Return the findings of `report` that are not `known`, and how many there are of each known fingerprint."""
    room = Counter[str]()
    for each in known:
        room[each.fingerprint] += each.count
    unread = frozenset(report.scope.unread if report.scope is not None else ())
    found = Counter[str]()
    kept = []
    for finding in report.findings:
        fingerprint = finding.fingerprint
        if finding.file not in unread and found[fingerprint] < room[fingerprint]:
            found[fingerprint] += 1
        else:
            kept.append(finding)
    return tuple(kept), found


def _can_tell(report: Report, new: Iterable[Finding]) -> bool:
    """Whether what was not found is not there: what is broken hides what else is wrong with it."""
    scope = report.scope
    return scope is not None and scope.whole and not scope.lacking and all(finding.severity < ERROR for finding in new)


class _LookedAt:
    """What a run would have found again, if it were still there: its rule ran, and its file was read or is no more."""

    def __init__(self, scope: Scope | None, folder: Path) -> None:
        self._scope = scope
        self._folder = folder

    def __contains__(self, each: Recorded) -> bool:
        if self._scope is None or each.code not in self._scope.rules:
            return False
        name = self._names.get(each.file)
        if name is not None:
            return name not in self._scope.unread
        return self._scope.whole and not self._scope.unread and _is_gone(each.file, self._folder)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {_relative(name, self._folder): name for name in self._scope.files} if self._scope is not None else {}


def _shrunk(known: Baseline, found: Mapping[str, int], looked_at: _LookedAt) -> Iterator[Recorded]:
    left = Counter(found)
    for each in known:
        count = min(each.count, left[each.fingerprint])
        left[each.fingerprint] -= count
        if count < each.count and each not in looked_at:
            yield each
        elif count:
            yield replace(each, count=count)


def _is_gone(file: str, folder: Path) -> bool:
    """Whether `file` is no more. What is no plain relative name could lead to another machine, and is not asked for."""
    if not file or PurePosixPath(file).is_absolute() or "\\" in file or ":" in file or "\0" in file:
        return False
    try:
        return not (folder / file).exists()
    except OSError:
        return False


def _relative(name: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except (ValueError, OSError):  # another drive, or the working folder has been deleted
        return Path(name).as_posix()


def _recorded(findings: Iterable[Finding], folder: Path, lang: Lang) -> Iterator[Recorded]:
    counts = Counter(finding.fingerprint for finding in findings)
    said: set[str] = set()
    for finding in findings:
        if (fingerprint := finding.fingerprint) not in said:
            said.add(fingerprint)
            message = one_line(finding.message.within(lang), _LONGEST_MESSAGE)
            file = _relative(finding.file, folder)
            yield Recorded(finding.code, finding.address, file, message, fingerprint, counts[fingerprint])


def dumped(entries: Iterable[Recorded]) -> str:
    """Return `entries` as JSON, sorted, one a line, so that a review shows what was added and what was mended."""
    ordered = sorted(entries, key=lambda each: (each.address, each.code, each.fingerprint, each.file))
    lines = ",\n".join(json_line(_as_json(each)) for each in ordered)
    return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n' if lines else f'{{"version": {VERSION}, "findings": []}}\n'


def _as_json(each: Recorded) -> dict[str, object]:
    count = {"count": each.count} if each.count > 1 else {}
    return {**{name: getattr(each, name) for name in _TEXTS}, **count}


def _number(entries: Iterable[Recorded]) -> int:
    return sum(each.count for each in entries)


def _read(path: Path) -> Baseline | None:
    try:
        data = recorded(path)
        return None if data is None else parsed(data, str(path))
    except BadRecord as error:
        raise BadBaseline(error.file, error.what, error.line, error.column) from error


def parsed(data: bytes, file: str) -> Baseline:
    """Return the baseline in `data`, the bytes of the file called `file`. Raises BadRecord."""
    read = read_object(data, file, key="findings", kind=list, version=VERSION)
    return tuple(_entry(entry, number, file) for number, entry in enumerate(read["findings"], 1))


def _entry(entry: Any, number: int, file: str) -> Recorded:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(name), str) for name in _TEXTS) or not _is_count(entry):
        raise BadRecord(file, SHAPE.filled({"place": f"findings #{number}", "wanted": _ENTRY}))
    return Recorded(**{name: entry[name] for name in _TEXTS}, count=entry.get("count", 1))


def _is_count(entry: Mapping[str, Any]) -> bool:
    count = entry.get("count", 1)
    return type(count) is int and count > 0
