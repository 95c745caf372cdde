"""A report as workflow commands of GitHub Actions, which become annotations of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step, whichever come first, and drops the others:
https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations. So the gravest come first, and what
goes beyond is listed in the log, a line each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from salesduty.reporters.concise import line
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.remedy import remedy
from salesduty.reporters.summary import summary
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.results.wording import Text

MOST = 10
"""GitHub shows so many annotations of each kind."""

_COMMANDS = {ERROR: "error", WARNING: "warning", INFO: "notice"}
_OTHERS = Text(
    "GitHub 每步每级最多显示 10 条批注，其余 {count} 个问题列在这里：",
    "GitHub shows ten annotations of each kind; the other {count} findings:",
)


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the annotations that GitHub shows, down to `look.show`; then for the log the other findings and the summary."""
    annotated, others = _apart(found.at_least(look.show).findings)
    for finding in annotated:
        yield Piece(_annotation(finding, look) + "\n")
    if others:
        yield Piece(harmless(_OTHERS.filled({"count": len(others)}).within(look.lang), look.encoding) + "\n")
    for finding in others:
        yield from line(finding, look)
    yield Piece(harmless_line(summary(found, look)) + "\n")


def overflows(found: Report, look: Look) -> bool:
    """Return whether GitHub would drop some of the annotations of `found`."""
    return bool(_apart(found.at_least(look.show).findings)[1])


def _apart(shown: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What is annotated and what is not, the gravest and weightiest first; what is alike stays in its order."""
    count: Counter[Severity] = Counter()
    annotated: list[Finding] = []
    others: list[Finding] = []
    for finding in sorted(shown, key=lambda finding: (-finding.severity, -finding.consequence)):
        count[finding.severity] += 1
        (annotated if count[finding.severity] <= MOST else others).append(finding)
    return annotated, others


def _annotation(finding: Finding, look: Look) -> str:
    properties = {"file": finding.file, **_place(finding), "title": f"{finding.code} {finding.name}"}
    written = ",".join(f"{name}={_property(str(value), look)}" for name, value in properties.items())
    # The log shows the message alone, and GitHub shows ten annotations of a kind at most: the place goes in as well.
    at = f"{finding.file}:{finding.span.line}:{finding.span.column}"
    lines = [finding.message.within(look.lang), *remedy(finding, look.lang), at]
    return f"::{_COMMANDS[finding.severity]} {written}::" + "%0A".join(_data(line, look) for line in lines)


def _place(finding: Finding) -> dict[str, int]:
    """The place in GitHub's terms, which has columns only within one line."""
    span = finding.span
    if span.line != span.end_line:
        return {"line": span.line, "endLine": span.end_line}
    return {"line": span.line, "endLine": span.end_line, "col": span.column, "endColumn": span.end_column}


def _data(text: str, look: Look) -> str:
    """A value after the second `::`, escaped as actions/toolkit does; `harmless` leaves no line end in it."""
    return harmless(text, look.encoding).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str, look: Look) -> str:
    """A value before the second `::`, where `:` and `,` end it."""
    return _data(text, look).replace(":", "%3A").replace(",", "%2C")
