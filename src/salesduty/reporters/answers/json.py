"""Answers for programs: everything that was found, as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.results.answers import Absence, Absent, Answer, At, Bearer, Break, Who


def who(found: Who, look: Look) -> Iterator[Piece]:
    """Yield `found` as JSON, a department a line. `line` is null where it was not worked out."""
    head: dict[str, object] = {
        "version": look.version,
        "question": found.question,
        "subject": found.subject or None,
        "areas": found.areas,
        "held": found.is_held,
    }
    tail: dict[str, object] = {
        "others": found.others,
        "nearest": [{"department": near.department, **_bearer(near.bearer)} for near in found.nearest],
        "suggestions": found.suggestions,
    }
    yield from _object(head, "departments", map(_answer, found.answers), tail, look)


def absent(found: Absent, look: Look) -> Iterator[Piece]:
    """Yield `found` as JSON, an absence a line, the gravest that breaks first."""
    head: dict[str, object] = {"version": look.version, "post": found.asked, "breaks": found.breaks}
    yield from _object(head, "absences", map(_absence, found.absences), {}, look)


def _object(head: dict[str, object], name: str, rows: Iterable[object], tail: dict[str, object], look: Look) -> Iterator[Piece]:
    yield Piece(dumped(head, look).removesuffix("}") + f', "{name}": [')
    for index, row in enumerate(rows):
        yield Piece((",\n" if index else "\n") + dumped(row, look))
    rest = dumped(tail, look).removeprefix("{")
    yield Piece("\n]" + (f", {rest}" if tail else "}") + "\n")


def _answer(answer: Answer) -> dict[str, object]:
    return {**asdict(answer), "held": answer.is_held, "bearers": [_bearer(bearer) for bearer in answer.bearers]}


def _bearer(bearer: Bearer) -> dict[str, object]:
    told = asdict(bearer)
    del told["at"]
    return told | _at(bearer.at)


def _absence(absence: Absence) -> dict[str, object]:
    return {
        **asdict(absence),
        "deputy": {**asdict(absence.deputy), "can": absence.deputy.can},
        "breaks": [_break(each) for each in absence.breaks],
    }


def _break(each: Break) -> dict[str, object]:
    told = asdict(each)
    del told["at"]
    return told | (_at(each.at) if each.at is not None else {})


def _at(at: At) -> dict[str, object]:
    return {"file": at.file, "line": at.line or None, "address": at.address}
