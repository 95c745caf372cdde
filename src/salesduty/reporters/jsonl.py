"""A report for programs that read line by line: every finding, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.json import as_json, dumped
from salesduty.reporters.look import Look, Piece
from salesduty.results.finding import Report


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the findings that `json` has, whatever `look.show` says, and nothing else: no line where nothing is found."""
    for finding in found.findings:
        yield Piece(dumped(as_json(finding, look.lang), look) + "\n")
