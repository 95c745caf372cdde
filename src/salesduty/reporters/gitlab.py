"""A report for GitLab: the Code Quality artifact that a merge request shows.

The format is a list of issues, a subset of Code Climate's: https://docs.gitlab.com/ci/testing/code_quality/. GitLab
shows one issue for each fingerprint, so findings that share one are told apart by their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.text.visible import visible

_SEVERITIES: dict[Severity, str] = {ERROR: "major", WARNING: "minor", INFO: "info"}


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the findings down to `look.show` as a JSON list, one a line; paths are those of the findings."""
    seen: Counter[str] = Counter()
    yield Piece("[")
    for index, finding in enumerate(found.at_least(look.show).findings):
        seen[finding.fingerprint] += 1
        yield Piece((",\n" if index else "\n") + dumped(_issue(finding, seen[finding.fingerprint], look), look))
    yield Piece("\n]\n")


def _issue(finding: Finding, number: int, look: Look) -> dict[str, object]:
    return {
        "description": visible(finding.message.within(look.lang)),
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint + (f"-{number}" if number > 1 else ""),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.file, "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
    }
