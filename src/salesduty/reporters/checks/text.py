"""A check for people: a map for each department, then the findings, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salesduty.reporters.checks.chart import mapped
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.text import apart, places, summed_up, told_finding
from salesduty.results.coverage import Checked
from salesduty.results.finding import Finding
from salesduty.results.wording import Text

_TO_SETTLE = Text("需要处理的问题，后果重的在前：", "What to settle, the gravest first:")
_SENTENCE = 8
"""Fewer characters than this are a name; the line around a name is still worth seeing."""


def report(checked: Checked, look: Look) -> Iterator[Piece]:
    """Yield `checked` for a person to read in a window of `look.columns` columns.

    Findings come in the order that they are in. A remedy is told once a file, and a source line once; of a crowd only
    a few of each rule are told.
    """
    names = Counter(chart.name for chart in checked.charts)
    for chart in checked.charts:
        yield from mapped(chart, look, with_id=names[chart.name] > 1)
        yield Piece("\n")
    shown = checked.report.at_least(look.show).findings
    if shown and checked.charts:
        yield Piece(_TO_SETTLE.within(look.lang) + "\n\n", "strong")
    told: set[tuple[object, ...]] = set()
    in_full, also = apart(shown)
    for finding in in_full:
        fix = (finding.file, finding.code, finding.fix.within(look.lang))
        line = (finding.file, finding.span.line)
        # Where two sentences are set side by side, both stay, whatever was printed further up.
        with_source = not _is_quoted(finding, look) and (line not in told or bool(finding.related))
        yield from told_finding(finding, look, with_fix=fix not in told, with_source=with_source)
        told.add(fix)
        told.add(line)
        yield Piece("\n")
    if also:
        yield from places(also, look)
    yield from summed_up(checked.report, look)


def _is_quoted(finding: Finding, look: Look) -> bool:
    """Whether the finding says in its own words what its source line would show."""
    span = finding.span
    end = span.end_column - 1 if span.end_line == span.line else None
    line, marked = finding.excerpt.strip(" -"), finding.excerpt[span.column - 1 : end].strip()
    shown = {text for text in (line, marked if len(marked) >= _SENTENCE else "") if text}
    said = (finding.message, *(related.message for related in finding.related))
    return any(text in words.within(look.lang) for text in shown for words in said)
