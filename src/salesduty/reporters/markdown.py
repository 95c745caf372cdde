"""A report in Markdown, for a comment, a wiki or the summary of a build: what it adds up to, then a table a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from salesduty.reporters.harmless import harmless
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.summary import MANY, SEVERITIES, counted_by_rule, summary
from salesduty.results.finding import Finding, Report
from salesduty.results.wording import Text

_BY_RULE = Text("| 规则 | 级别 | 处数 | 文件数 |", "| Rule | Severity | Findings | Files |")
_BY_PLACE = Text("| 行 | 级别 | 规则 | 问题 |", "| Line | Severity | Rule | Finding |")
_FOUR = "| ---: | --- | --- | --- |"
_COUNTS = "| --- | --- | ---: | ---: |"
_FIX = Text("改法：{fix}", "Fix: {fix}")
_SEE_ALSO = Text("另见 {place} {message}", "see {place} {message}")
_MORE = Text("另有 {count} 处", "and {count} more places")
_MOST_RELATED = 3
_NOT_LISTED = Text("另有 {count} 个问题没有列出。", "{count} more findings are not listed.")

# Whatever CommonMark or GitHub's flavour of it gives a meaning to, and what ends a cell; a colon in `http://` and `:tada:`.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~$&]|:(?=//|[A-Za-z0-9_+-]+:)")
# Sites look for these in the finished text: a person or an issue would be told that it is mentioned.
_MENTION = re.compile(r"@|#(?=\d)|!(?=\d)")
_HARMLESS_TWIN = {"@": "＠", "#": "＃", "!": "！"}


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the findings down to `look.show`; many are counted by rule first."""
    shown = found.at_least(look.show).findings
    yield Piece(f"**{inert(summary(found, look), look)}**\n")
    if len(shown) > MANY:
        yield from _by_rule(shown, look)
    yield from _tables(shown, look)


def report_within(found: Report, look: Look, most: int) -> str:
    """Return the report in at most `most` bytes of UTF-8; what does not fit is counted at its end."""
    pieces = list(report(found, look))
    rows = sum(piece.style == "place" for piece in pieces)
    if sum(map(_bytes, pieces)) <= most:
        return "".join(piece.text for piece in pieces)
    room = most - _bytes(_not_listed(rows, look))
    fitting = list(takewhile(lambda used: used[1] <= room, zip(pieces, accumulate(map(_bytes, pieces)), strict=True)))
    listed = sum(piece.style == "place" for piece, _ in fitting)
    return "".join(piece.text for piece, _ in fitting) + _not_listed(rows - listed, look).text


def inert(text: str, look: Look) -> str:
    """Return `text` on one line as Markdown shows it word for word: no markup, no link, no mention of anybody."""
    plain = harmless(_MENTION.sub(lambda match: _HARMLESS_TWIN[match[0]], text), look.encoding)
    return _MARKUP.sub(r"\\\g<0>", plain)


def _by_rule(shown: Sequence[Finding], look: Look) -> Iterator[Piece]:
    yield Piece(f"\n{_BY_RULE.within(look.lang)}\n{_COUNTS}\n")
    for rule in counted_by_rule(shown):
        severity = SEVERITIES[rule.severity].within(look.lang)
        yield Piece(f"| {rule.code} {inert(rule.name, look)} | {severity} | {rule.findings} | {rule.files} |\n")


def _tables(shown: Sequence[Finding], look: Look) -> Iterator[Piece]:
    by_file: dict[str, list[Finding]] = {}
    for finding in shown:
        by_file.setdefault(finding.file, []).append(finding)
    for file, findings in by_file.items():
        yield Piece(f"\n### {inert(file, look)}\n\n{_BY_PLACE.within(look.lang)}\n{_FOUR}\n")
        told: set[tuple[str, str]] = set()
        for finding in findings:
            fix = (finding.code, finding.fix.within(look.lang))
            yield Piece(_row(finding, look, with_fix=fix not in told), "place")
            told.add(fix)


def _row(finding: Finding, look: Look, *, with_fix: bool) -> str:
    lines = [inert(finding.message.within(look.lang), look)]
    if with_fix and (fix := finding.fix.within(look.lang)):
        lines.append(inert(_FIX.within(look.lang).format(fix=fix), look))
    for related in finding.related[:_MOST_RELATED]:
        place = f"{related.file}:{related.span.line}"
        words = _SEE_ALSO.within(look.lang).format(place=place, message=related.message.within(look.lang))
        lines.append(inert(words, look))
    if (more := len(finding.related) - _MOST_RELATED) > 0:
        lines.append(_MORE.filled({"count": more}).within(look.lang))
    severity = SEVERITIES[finding.severity].within(look.lang)
    return f"| {finding.span.line} | {severity} | {finding.code} | {'<br>'.join(lines)} |\n"


def _not_listed(count: int, look: Look) -> Piece:
    return Piece("\n" + _NOT_LISTED.filled({"count": count}).within(look.lang) + "\n")


def _bytes(piece: Piece) -> int:
    return len(piece.text.encode("utf-8"))
