"""A report for people: place, message, source line with a caret, remedy; then what it adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salesduty.reporters.columns import padded, width, wrapped
from salesduty.reporters.excerpt import excerpt
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.reporters.summary import SEVERITIES, summary
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report, Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text

MANY = 12
"""More findings than this are counted by rule before the summary."""

_STYLES: dict[Severity, Style] = {ERROR: "error", WARNING: "warning", INFO: "info"}
_FIX = Text("改法：", "fix: ")
_SEE_ALSO = Text("另见 ", "see ")
_BY_RULE = Text("按规则：", "By rule:")
_INDENT = "  "


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield `found` for a person to read in a window of `look.columns` columns.

    A remedy is told once a file: the second time it would only push the next finding out of sight.
    """
    shown = found.at_least(look.show).findings
    told: set[tuple[str, str, str]] = set()
    for finding in shown:
        fix = (finding.file, finding.code, finding.fix.within(look.lang))
        yield from told_finding(finding, look, with_fix=fix not in told)
        told.add(fix)
        yield Piece("\n")
    if len(shown) > MANY:
        yield from _by_rule(shown, look)
    yield from summed_up(found, look)


def summed_up(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the last line."""
    shown = found.at_least(look.show).findings
    for line in wrapped(summary(found, look), look.columns):
        yield Piece(line + "\n", "strong" if shown else "good")


def told_finding(finding: Finding, look: Look, *, with_fix: bool, with_source: bool = True) -> Iterator[Piece]:
    """Yield one finding, with its remedy and its source line where they are wanted."""
    style = _STYLES[finding.severity]
    yield Piece(_place(finding.file, finding.span, look), "place")
    yield Piece("  ")
    yield Piece(SEVERITIES[finding.severity].within(look.lang), style)
    yield Piece(f"  {finding.code} {finding.name}\n", "code")
    yield from _paragraph("", finding.message.within(look.lang), look, "strong")
    if with_source and finding.excerpt.strip():
        yield from _source(finding, look, style)
    if with_fix and finding.fix.within(look.lang):
        yield from _paragraph(_FIX.within(look.lang), finding.fix.within(look.lang), look, "")
    for related in finding.related:
        yield from _related(related, look)


def _place(file: str, span: Span, look: Look) -> str:
    return harmless_line(f"{harmless(file, look.encoding)}:{span.line}:{span.column}")


def _source(finding: Finding, look: Look, style: Style) -> Iterator[Piece]:
    """The source line behind a gutter with its number, and the caret line."""
    number = str(finding.span.line)
    gutter = f"{_INDENT}{number} | "
    seen = excerpt(finding.excerpt, finding.span, look.columns - len(gutter), look.encoding)
    yield Piece(gutter, "quiet")
    yield Piece(seen.line.rstrip() + "\n")
    yield Piece(f"{_INDENT}{' ' * len(number)} | ", "quiet")
    yield Piece(" " * seen.before + "^" * seen.carets + "\n", style)


def _related(related: Related, look: Look) -> Iterator[Piece]:
    """A second place and what it says there, on one line where it fits."""
    place = _SEE_ALSO.within(look.lang) + _place(related.file, related.span, look)
    message = harmless(related.message.within(look.lang), look.encoding)
    if len(_INDENT) * 2 + width(place) + width(message) <= look.columns:
        yield Piece(f"{_INDENT}{place}  {message}\n")
        return
    yield Piece(f"{_INDENT}{place}\n")
    yield from _paragraph(_INDENT, message, look, "")


def _paragraph(label: str, text: str, look: Look, style: Style) -> Iterator[Piece]:
    """`text` behind `label`, indented, wrapped, and lined up below its first line."""
    hang = " " * width(label)
    lines = wrapped(harmless(text, look.encoding), look.columns - len(_INDENT) - len(hang))
    for index, line in enumerate(lines):
        yield Piece(_INDENT + (hang if index else label), "good" if label.strip() else "")
        yield Piece(harmless_line(line) + "\n", style)


def _by_rule(findings: tuple[Finding, ...], look: Look) -> Iterator[Piece]:
    """How often each rule was broken, the most frequent first."""
    counts = Counter((finding.code, finding.name, finding.severity) for finding in findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    digits, widest = len(str(ranked[0][1])), max(len(name) for _, name, _ in counts)
    yield Piece(_BY_RULE.within(look.lang) + "\n")
    for (code, name, severity), count in ranked:
        yield Piece(f"{_INDENT}{count:>{digits}}  {code} {padded(name, widest)}  ")
        yield Piece(SEVERITIES[severity].within(look.lang) + "\n", _STYLES[severity])
    yield Piece("\n")
