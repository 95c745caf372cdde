"""A report as workflow commands of GitHub Actions, which become annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.summary import summary
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report
from salesduty.results.wording import Text

_COMMANDS = {ERROR: "error", WARNING: "warning", INFO: "notice"}
_FIX = Text("改法：{fix}", "fix: {fix}")


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield one annotation a finding, down to `look.show`, and the summary for the log."""
    for finding in found.at_least(look.show).findings:
        yield Piece(_annotation(finding, look) + "\n")
    yield Piece(harmless_line(summary(found, look)) + "\n")


def _annotation(finding: Finding, look: Look) -> str:
    properties = {"file": finding.file, **_place(finding), "title": f"{finding.code} {finding.name}"}
    written = ",".join(f"{name}={_property(str(value), look)}" for name, value in properties.items())
    # The log shows the message alone, and GitHub shows ten annotations of a kind at most: the place goes in as well.
    at = f"{finding.file}:{finding.span.line}:{finding.span.column}"
    lines = [finding.message.within(look.lang), *_remedy(finding, look), at]
    return f"::{_COMMANDS[finding.severity]} {written}::" + "%0A".join(_data(line, look) for line in lines)


def _place(finding: Finding) -> dict[str, int]:
    """The place in GitHub's terms, which has columns only within one line."""
    span = finding.span
    if span.line != span.end_line:
        return {"line": span.line, "endLine": span.end_line}
    return {"line": span.line, "endLine": span.end_line, "col": span.column, "endColumn": span.end_column}


def _remedy(finding: Finding, look: Look) -> list[str]:
    fix = finding.fix.within(look.lang)
    return [_FIX.within(look.lang).format(fix=fix)] if fix else []


def _data(text: str, look: Look) -> str:
    """A value after the second `::`, escaped as actions/toolkit does; `harmless` leaves no line end in it."""
    return harmless(text, look.encoding).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str, look: Look) -> str:
    """A value before the second `::`, where `:` and `,` end it."""
    return _data(text, look).replace(":", "%3A").replace(",", "%2C")
