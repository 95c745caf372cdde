"""The handbook on a terminal: an entry with its examples and what is wrong in them marked, or a list of what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.reporters.columns import padded, width, wrapped
from salesduty.reporters.handbook.said import BAD, COUNT, FIX, GOOD, WHY, commands, notes
from salesduty.reporters.harmless import harmless, harmless_line, spelt
from salesduty.reporters.look import Look, Piece, Style
from salesduty.reporters.summary import SEVERITIES
from salesduty.results.finding import ERROR, INFO, WARNING, Severity
from salesduty.results.handbook import Answer, Entry, Line, Marked, Section, Shown
from salesduty.results.wording import Text

_STYLES: dict[Severity, Style] = {ERROR: "error", WARNING: "warning", INFO: "info"}
_INDENT = "  "
_REMEDY = Text("改法：", "fix: ")
_NEXT = Text("看一条规则：salesduty explain {code}", "One rule in full: salesduty explain {code}")
_NEXT_FAMILY = Text(
    "看一类规则：salesduty explain {prefix}；按词找：salesduty explain {word}",
    "A family of rules: salesduty explain {prefix}; by words: salesduty explain {word}",
)
_WORD = Text("职责重叠", "superior")


def report(found: Answer, look: Look) -> Iterator[Piece]:
    """Yield `found` for a person to read in a window of `look.columns` columns."""
    for index, entry in enumerate(found.entries):
        if index:
            yield Piece("\n")
        yield from _entry(entry, look)
    yield from _lines(found.hits, look)
    for section in found.sections:
        yield from _section(section, look)
    listed = found.hits or tuple(line for section in found.sections for line in section.entries)
    if listed:
        yield Piece("\n")
        yield from _said("", _NEXT.filled({"code": listed[0].code}).within(look.lang), look, "quiet")
    elif found.sections:
        yield Piece("\n")
        words = _NEXT_FAMILY.filled({"prefix": found.sections[0].prefix, "word": _WORD})
        yield from _said("", words.within(look.lang), look, "quiet")


def _section(section: Section, look: Look) -> Iterator[Piece]:
    """A family: on one line with its number of rules, or with a line for each rule."""
    count = COUNT.filled({"count": section.count}).within(look.lang)
    yield Piece(section.prefix, "code")
    yield Piece(f"  {section.title.within(look.lang)}", "strong")
    yield Piece(f"  {count}\n", "quiet")
    yield from _said(_INDENT * 2 + " ", section.about.within(look.lang), look)
    if section.entries:
        yield Piece("\n")
        yield from _lines(section.entries, look)


def _lines(lines: Sequence[Line], look: Look) -> Iterator[Piece]:
    """A rule a paragraph: code, severity, name, and below it what it says."""
    names = max((width(line.name) for line in lines), default=0)
    for line in lines:
        yield Piece(line.code, "code")
        yield Piece(f"  {SEVERITIES[line.severity].within(look.lang)}", _STYLES[line.severity])
        yield Piece(f"  {padded(line.name, names).rstrip()}\n", "strong")
        yield from _said(_INDENT * 4, line.says.within(look.lang), look)


def _entry(entry: Entry, look: Look) -> Iterator[Piece]:
    yield Piece(entry.code, "code")
    yield Piece(f"  {entry.name}", "strong")
    yield Piece(f"  {SEVERITIES[entry.severity].within(look.lang)}", _STYLES[entry.severity])
    yield Piece(f"  {commands(entry).within(look.lang)}\n", "quiet")
    yield from _said(_INDENT, entry.says.within(look.lang), look, "strong")
    yield from _labelled(WHY, entry.why, look)
    if entry.fix is not None:
        yield from _labelled(FIX, entry.fix, look)
    for label, examples in ((BAD, entry.bad), (GOOD, entry.good)):
        for example in examples:
            yield Piece("\n" + label.within(look.lang) + "\n", "good")
            yield from _example(example, look)
    for label, words in notes(entry):
        yield from _labelled(label, words, look)


def _labelled(label: Text, words: Text, look: Look) -> Iterator[Piece]:
    yield Piece("\n" + label.within(look.lang) + "\n", "good")
    yield from _said(_INDENT, words.within(look.lang), look)


def _example(example: Shown, look: Look) -> Iterator[Piece]:
    """The files of an example with numbered lines, and carets and words below what is wrong."""
    for name, text in example.files:
        if len(example.files) > 1:
            yield Piece(f"{_INDENT}{harmless(name, look.encoding)}\n", "place")
        lines = text.splitlines() or [""]
        digits = len(str(len(lines)))
        for number, line in enumerate(lines, 1):
            marks = [mark for mark in example.marked if mark.file == name and mark.span.line == number]
            yield from _line(f"{_INDENT}{number:>{digits}} | ", line, marks, look)


def _line(gutter: str, line: str, marks: Sequence[Marked], look: Look) -> Iterator[Piece]:
    """A line of an example, going on below where the window ends, and what is wrong with it."""
    blank = " " * (len(gutter) - len("| ")) + "| "
    cells = spelt(line.rstrip(), look.encoding)
    widths = [width(cell) for cell in cells]
    for first, last in _chunks(widths, look.columns - len(gutter)):
        yield Piece(gutter if first == 0 else blank, "quiet")
        yield Piece("".join(cells[first:last]) + "\n")
        for mark in marks:
            end = len(cells) if mark.span.end_line > mark.span.line else mark.span.end_column - 1
            start, stop = max(mark.span.column - 1, first), min(max(end, mark.span.column), last)
            if start < stop or first == last == 0 or mark.span.column - 1 == last == len(cells):
                yield Piece(blank, "quiet")
                yield Piece(" " * sum(widths[first:start]) + "^" * max(1, sum(widths[start:stop])) + "\n", "warning")
    for mark in marks:
        yield from _said(blank, mark.message.within(look.lang), look, "warning")
        if mark.fix is not None:
            yield from _said(blank, _REMEDY.within(look.lang) + mark.fix.within(look.lang), look)


def _chunks(widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """From which character up to which each line of the window goes."""
    first, used = 0, 0
    for index, wide in enumerate(widths):
        if used + wide > room and index > first:
            yield first, index
            first, used = index, 0
        used += wide
    yield first, len(widths)


def _said(lead: str, words: str, look: Look, style: Style = "") -> Iterator[Piece]:
    """`words` behind `lead`, which every line begins with."""
    for line in wrapped(harmless(words, look.encoding), look.columns - width(lead)):
        yield Piece(lead, "quiet")
        yield Piece((line if lead else harmless_line(line)) + "\n", style)
