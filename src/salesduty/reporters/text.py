"""A report for people: place, message, source line with a caret, remedy; then what it adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from salesduty.reporters.columns import padded, width, wrapped
from salesduty.reporters.excerpt import excerpt
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.reporters.summary import MANY, SEVERITIES, counted_by_rule, summary
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report, Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text

CROWD = 50
"""Of more findings than this, the first few of each rule are told; of the others the places are listed."""

_STYLES: dict[Severity, Style] = {ERROR: "error", WARNING: "warning", INFO: "info"}
_FIX = Text("改法：", "fix: ")
_SEE_ALSO = Text("另见 ", "see ")
_BY_RULE = Text("按规则：", "By rule:")
_FILES = Text("{count} 个文件", "in {count} file{s}")
_ALSO = Text(
    "还有同样的问题，这里只列位置；加 --format concise 逐条查看：",
    "The same was found at more places; add --format concise to read each:",
)
_COMMA = Text("、", ", ")
_INDENT = "  "
_IN_FULL = 5


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield `found` for a person to read in a window of `look.columns` columns.

    A remedy is told once a file: the second time it would only push the next finding out of sight.
    Of a crowd of findings a few of each rule are told: nobody reads four hundred, but the first few show what is meant.
    """
    shown = found.at_least(look.show).findings
    in_full, also = apart(shown)
    told: set[tuple[str, str, str]] = set()
    for finding in in_full:
        fix = (finding.file, finding.code, finding.fix.within(look.lang))
        yield from told_finding(finding, look, with_fix=fix not in told)
        told.add(fix)
        yield Piece("\n")
    if also:
        yield from places(also, look)
    if len(shown) > MANY:
        yield from _by_rule(shown, look)
    yield from summed_up(found, look)


def apart(shown: tuple[Finding, ...]) -> tuple[list[Finding], list[Finding]]:
    """Return the findings to tell in full, and those of which the place is enough."""
    seen: Counter[str] = Counter()
    in_full: list[Finding] = []
    also: list[Finding] = []
    for finding in shown:
        seen[finding.code] += 1
        (in_full if len(shown) <= CROWD or seen[finding.code] <= _IN_FULL else also).append(finding)
    return in_full, also


def places(findings: Iterable[Finding], look: Look) -> Iterator[Piece]:
    """Yield where each rule was broken besides: a line a file."""
    by_rule: dict[tuple[str, str], dict[str, list[int]]] = {}
    for finding in sorted(findings, key=lambda finding: (-finding.severity, finding.code, *finding.order)):
        by_rule.setdefault((finding.code, finding.name), {}).setdefault(finding.file, []).append(finding.span.line)
    for line in wrapped(_ALSO.within(look.lang), look.columns):
        yield Piece(line + "\n", "strong")
    for (code, name), files in by_rule.items():
        yield Piece(f"{_INDENT}{code} {name}\n", "code")
        for file, numbers in files.items():
            lines = _COMMA.within(look.lang).join(map(str, dict.fromkeys(numbers)))
            yield from _paragraph(_INDENT, f"{file}: {lines}", look, "")
    yield Piece("\n")


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
    """How often each rule was broken, and in how many files."""
    counted = counted_by_rule(findings)
    digits, widest = len(str(max(rule.findings for rule in counted))), max(len(rule.name) for rule in counted)
    yield Piece(_BY_RULE.within(look.lang) + "\n")
    for rule in counted:
        files = _FILES.filled({"count": rule.files, "s": "" if rule.files == 1 else "s"}).within(look.lang)
        begun = f"{_INDENT}{rule.findings:>{digits}}  {rule.code} {padded(rule.name, widest)}  "
        severity = SEVERITIES[rule.severity].within(look.lang)
        yield Piece(begun)
        yield Piece(severity, _STYLES[rule.severity])
        fits = width(begun + severity + files) + len(_INDENT) <= look.columns
        yield Piece(f"{_INDENT}{files}\n" if fits else "\n", "quiet")
    yield Piece("\n")
