"""A report for reviewdog: one diagnostic a line, in its own format.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count the bytes of UTF-8 from 1, ends are
exclusive, and a range without columns means whole lines. Of several suggestions each is offered by itself, and only one on
the very lines of the diagnostic: https://github.com/reviewdog/reviewdog/blob/master/service/github/github.go.
"""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.remedy import remedy
from salesduty.results.finding import Finding, Related, Report
from salesduty.results.repair import TextEdit
from salesduty.text.visible import visible


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the findings down to `look.show`, one a line."""
    for finding in found.at_least(look.show).findings:
        yield Piece(dumped(_diagnostic(finding, look), look) + "\n")


def _diagnostic(finding: Finding, look: Look) -> dict[str, object]:
    said: dict[str, object] = {
        "message": "\n".join(_lines(finding, look)),
        "location": {"path": finding.file, "range": _range(finding)},
        "severity": finding.severity.name.upper(),
        "source": {"name": "salesduty"},
        "code": {"value": finding.code},
    }
    if finding.related:
        said["related_locations"] = [_related(related, look) for related in finding.related]
    if finding.edits and all(_is_here(edit, finding) for edit in finding.edits):
        said["suggestions"] = [_suggestion(finding)]
    return said


def _lines(finding: Finding, look: Look) -> Iterator[str]:
    yield visible(finding.message.within(look.lang))
    yield from map(visible, remedy(finding, look.lang))


def _range(finding: Finding) -> dict[str, object]:
    """The place in bytes; as whole lines where it ends on a line that the finding does not carry."""
    span = finding.span
    if span.line != span.end_line or span.end_column - 1 > len(finding.excerpt):
        return {"start": {"line": span.line}, "end": {"line": span.end_line}}
    return _columns(finding, span.column, span.end_column)


def _columns(finding: Finding, *columns: int) -> dict[str, object]:
    """The range between two columns of the line that the finding carries."""
    start, end = (1 + _bytes(finding.excerpt[: column - 1]) for column in columns)
    return {"start": {"line": finding.span.line, "column": start}, "end": {"line": finding.span.line, "column": end}}


def _is_here(edit: TextEdit, finding: Finding) -> bool:
    """Whether an edit stays on the one line that the finding is about, where its bytes can be counted."""
    lines = {edit.span.line, edit.span.end_line, finding.span.line, finding.span.end_line}
    return edit.file == finding.file and len(lines) == 1 and edit.span.end_column - 1 <= len(finding.excerpt)


def _suggestion(finding: Finding) -> dict[str, object]:
    """All edits of a finding as one, with the words between them, because half of a repair is none."""
    first, last = finding.edits[0].span.column, finding.edits[-1].span.end_column
    text, at = "", first
    for edit in finding.edits:
        text += finding.excerpt[at - 1 : edit.span.column - 1] + edit.words
        at = edit.span.end_column
    return {"range": _columns(finding, first, last), "text": text}


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _related(related: Related, look: Look) -> dict[str, object]:
    span = related.span
    return {
        "message": visible(related.message.within(look.lang)),
        "location": {"path": related.file, "range": {"start": {"line": span.line}, "end": {"line": span.end_line}}},
    }
