"""A report of one line a finding, for editors, `grep` and hooks."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.reporters.summary import summary
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity

_STYLES: dict[Severity, Style] = {ERROR: "error", WARNING: "warning", INFO: "info"}


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield `file:line:column: severity CODE message` for each finding, down to `look.show`, then the summary.

    The severity is a word of the format and the same in every language: the patterns of editors know these words.
    """
    shown = found.at_least(look.show).findings
    for finding in shown:
        yield from line(finding, look)
    yield Piece(harmless_line(harmless(summary(found, look), look.encoding)) + "\n", "strong" if shown else "good")


def line(finding: Finding, look: Look) -> Iterator[Piece]:
    """Yield the one line about `finding`."""
    span = finding.span
    place = harmless_line(f"{harmless(finding.file, look.encoding)}:{span.line}:{span.column}")
    yield Piece(place, "place")
    yield Piece(": ")
    yield Piece(finding.severity.name, _STYLES[finding.severity])
    yield Piece(f" {finding.code} ", "code")
    yield Piece(harmless(finding.message.within(look.lang), look.encoding) + "\n")
