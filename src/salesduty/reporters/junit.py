"""A report as JUnit XML, for build servers that show test results.

The shape is that of Jenkins (`junit-10.xsd` of its xunit plugin), which GitLab, Gitee Go, 云效 and CNB read as well. It
holds no times: the same findings are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.remedy import remedy
from salesduty.results.finding import INFO, Finding, Report
from salesduty.results.wording import Text

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_CLEAN = Text("没有发现问题", "nothing found")


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the findings down to `look.show`: a suite a file, a test case a finding.

    What somebody must act on fails, what is worth knowing passes with its words as output. Where nothing is shown, one
    test case passes: build servers take an empty report for one that was lost.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in found.at_least(look.show).findings:
        by_file.setdefault(finding.file, []).append(finding)
    failures = sum(map(_failures, by_file.values()))
    tests = sum(map(len, by_file.values())) or 1
    yield Piece('<?xml version="1.0" encoding="UTF-8"?>\n')
    yield Piece(f'<testsuites name="salesduty" tests="{tests}" failures="{failures}" errors="0">\n')
    for file, findings in by_file.items():
        yield from _suite(file, findings, look)
    if not by_file:
        yield Piece('<testsuite name="salesduty" tests="1" failures="0" errors="0">\n')
        yield Piece(f'<testcase classname="salesduty" name="{_attribute(_CLEAN.within(look.lang), look)}"/>\n</testsuite>\n')
    yield Piece("</testsuites>\n")


def _suite(file: str, findings: Sequence[Finding], look: Look) -> Iterator[Piece]:
    name = _attribute(file, look)
    yield Piece(f'<testsuite name="{name}" tests="{len(findings)}" failures="{_failures(findings)}" errors="0">\n')
    for finding in findings:
        yield Piece(_case(finding, look))
    yield Piece("</testsuite>\n")


def _case(finding: Finding, look: Look) -> str:
    place = f"{finding.span.line}:{finding.span.column}"
    name = _attribute(f"{finding.code} {finding.name} {place}", look)
    opened = f'<testcase classname="{_attribute(finding.file, look)}" name="{name}">'
    said = _text("\n".join(_lines(finding, look)), look)
    if finding.severity is INFO:
        return f"{opened}\n<system-out>{said}</system-out>\n</testcase>\n"
    message = _attribute(finding.message.within(look.lang), look)
    return f'{opened}\n<failure type="{finding.severity.name}" message="{message}">{said}</failure>\n</testcase>\n'


def _lines(finding: Finding, look: Look) -> Iterator[str]:
    """The place, the message, the remedy and the related places, none of which a build server takes for a command."""
    span = finding.span
    yield _line(f"{finding.file}:{span.line}:{span.column}")
    yield _line(finding.message.within(look.lang))
    yield from map(_line, remedy(finding, look.lang))
    for related in finding.related:
        yield _line(f"{related.file}:{related.span.line}:{related.span.column}  {related.message.within(look.lang)}")


def _failures(findings: Sequence[Finding]) -> int:
    return sum(finding.severity > INFO for finding in findings)


def _line(text: str) -> str:
    # XML has no way to say a control character or half a surrogate pair; `harmless` has written them out.
    return harmless_line(harmless(text, "utf-8"))


def _attribute(text: str, look: Look) -> str:
    return _text(harmless(text, "utf-8"), look)


def _text(text: str, look: Look) -> str:
    escaped = text.translate(_ESCAPES)
    return escaped.encode("ascii", "xmlcharrefreplace").decode("ascii") if look.ascii_only else escaped
