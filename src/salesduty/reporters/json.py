"""A report for programs, as the contract in docs/architecture.md has it: every finding, one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from math import isfinite

from salesduty.reporters.harmless import COMMAND
from salesduty.reporters.look import Look, Piece
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report
from salesduty.results.repair import Repair, TextEdit
from salesduty.results.wording import Lang, Text
from salesduty.text.visible import visible

_SURROGATE = re.compile("[\ud800-\udfff]")


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield `found` as JSON, whatever `look.show` says: a program chooses for itself.

    The text is ASCII where `look.encoding` is not UTF-8. No character in it drives a terminal or a build server.
    """
    yield from opened(found, look)
    yield Piece("}\n")


def opened(found: Report, look: Look) -> Iterator[Piece]:
    """Yield `found` as a JSON object that is still open, so that more can follow behind a comma."""
    yield Piece(f'{{"version": {dumped(look.version, look)}, "findings": [')
    for index, finding in enumerate(found.findings):
        yield Piece((",\n" if index else "\n") + dumped(as_json(finding, look.lang), look))
    yield Piece(f'\n], "summary": {dumped(_summary(found), look)}')


def as_json(finding: Finding, lang: Lang) -> dict[str, object]:
    """Return one finding as the contract in docs/architecture.md has it."""
    return {
        "code": finding.code,
        "severity": finding.severity.name,
        "message": finding.message.within(lang),
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "address": finding.address,
        "related": [_related(related, lang) for related in finding.related],
        "evidence": {name: _said(value, lang) for name, value in finding.evidence.items()},
        "fingerprint": finding.fingerprint,
        "fix": None if finding.repair is None else _fix(finding.repair, finding.edits, lang),
        "remedy": finding.fix.within(lang),
    }


def _fix(repair: Repair, edits: tuple[TextEdit, ...], lang: Lang) -> dict[str, object]:
    """What `--fix` would do; the places of all edits are those of the text as it is, and none overlaps another."""
    return {"what": repair.what.within(lang), "safe": repair.safe, "edits": [_edit(edit) for edit in edits]}


def _edit(edit: TextEdit) -> dict[str, object]:
    return {
        "file": edit.file,
        "line": edit.span.line,
        "column": edit.span.column,
        "end_line": edit.span.end_line,
        "end_column": edit.span.end_column,
        "text": edit.words,
    }


def _related(related: Related, lang: Lang) -> dict[str, object]:
    return {
        "file": related.file,
        "line": related.span.line,
        "column": related.span.column,
        "address": related.address,
        "message": related.message.within(lang),
    }


def _summary(found: Report) -> dict[str, int]:
    return {
        "errors": found.count(ERROR),
        "warnings": found.count(WARNING),
        "infos": found.count(INFO),
        "departments": found.departments,
        "posts": found.posts,
        "files": found.files,
    }


def _said(value: object, lang: Lang) -> object:
    """A value of the evidence as JSON can hold it."""
    if isinstance(value, Text):
        return value.within(lang)
    if isinstance(value, Mapping):
        return {str(name): _said(item, lang) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_said(item, lang) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def dumped(value: object, look: Look) -> str:
    """Return `value` as JSON on one line. A lone surrogate, which no encoding can write, is spelt out."""
    text = json.dumps(value, ensure_ascii=False)
    if visible(text) != text or (look.ascii_only and not text.isascii()):
        text = _SURROGATE.sub(lambda match: rf"\\u{ord(match[0]):04x}", text)
        text = "".join(char if _is_plain(char, look) else _escaped(char) for char in text)
    return COMMAND.sub(r"#\\u0023", text)


def _is_plain(char: str, look: Look) -> bool:
    return visible(char) == char and (char.isascii() or not look.ascii_only)


def _escaped(char: str) -> str:
    """`char` as JSON escapes, two for one beyond U+FFFF."""
    units = char.encode("utf-16-be")
    return "".join(rf"\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
