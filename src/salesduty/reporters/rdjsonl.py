"""A report for reviewdog: one diagnostic a line, in its own format.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count the bytes of UTF-8 from 1, ends are
exclusive, and a range without columns means whole lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.remedy import remedy
from salesduty.results.finding import Finding, Related, Report
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
    return said


def _lines(finding: Finding, look: Look) -> Iterator[str]:
    yield visible(finding.message.within(look.lang))
    yield from map(visible, remedy(finding, look.lang))


def _range(finding: Finding) -> dict[str, object]:
    """The place in bytes; as whole lines where it ends on a line that the finding does not carry."""
    span = finding.span
    if span.line != span.end_line or span.end_column - 1 > len(finding.excerpt):
        return {"start": {"line": span.line}, "end": {"line": span.end_line}}
    start, end = (1 + _bytes(finding.excerpt[: column - 1]) for column in (span.column, span.end_column))
    return {"start": {"line": span.line, "column": start}, "end": {"line": span.line, "column": end}}


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _related(related: Related, look: Look) -> dict[str, object]:
    span = related.span
    return {
        "message": visible(related.message.within(look.lang)),
        "location": {"path": related.file, "range": {"start": {"line": span.line}, "end": {"line": span.end_line}}},
    }
