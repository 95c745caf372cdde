"""The handbook for programs: the same in JSON, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.results.handbook import Answer, Entry, Line, Section, Shown
from salesduty.results.wording import Text


def report(found: Answer, look: Look) -> Iterator[Piece]:
    """Yield `found` as one JSON object. Sentences come as `{"zh": …, "en": …}`, lines and columns count from 1."""
    told = {
        "version": look.version,
        "asked": found.asked,
        "rules": [*map(_entry, found.entries), *map(_line, found.hits)],
        "families": [_section(section) for section in found.sections],
    }
    yield Piece(dumped(told, look) + "\n")


def _text(text: Text | None) -> dict[str, str] | None:
    return {"zh": text.zh, "en": text.en} if text is not None else None


def _line(line: Line) -> dict[str, object]:
    return {"code": line.code, "name": line.name, "severity": line.severity.name, "says": _text(line.says)}


def _section(section: Section) -> dict[str, object]:
    return {
        "prefix": section.prefix,
        "title": _text(section.title),
        "about": _text(section.about),
        "count": section.count,
        "rules": [_line(line) for line in section.entries],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        **_line(entry),
        "family": entry.family,
        "commands": list(entry.commands),
        "why": _text(entry.why),
        "fix": _text(entry.fix),
        "bad": [_shown(example) for example in entry.bad],
        "good": [_shown(example) for example in entry.good],
        "source": _text(entry.source),
        "measured": {"hits": entry.hits, "right": entry.right} if entry.hits else None,
        "fixable": entry.mending,
        "thresholds": dict(entry.thresholds),
    }


def _shown(example: Shown) -> dict[str, object]:
    return {
        "files": dict(example.files),
        "findings": [
            {
                "file": mark.file,
                "line": mark.span.line,
                "column": mark.span.column,
                "end_line": mark.span.end_line,
                "end_column": mark.span.end_column,
                "message": _text(mark.message),
                "fix": _text(mark.fix),
            }
            for mark in example.marked
        ],
    }
