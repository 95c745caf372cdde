"""The source line of a finding with a caret under what it is about, fitted into the window."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.reporters.columns import width
from salesduty.reporters.harmless import spelt
from salesduty.results.place import Span

_CUT = "..."


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, the columns before the caret, and how many columns the caret takes."""

    line: str
    before: int
    carets: int


def excerpt(line: str, span: Span, columns: int, encoding: str = "utf-8") -> Excerpt:
    """Return the part of `line` around the start of `span` that fits into `columns` columns.

    The caret runs to the end of the line where the span does not end on it, and is one column at the least.
    """
    start = min(span.column - 1, len(line))
    end = len(line.rstrip()) if span.end_line > span.line else min(span.end_column - 1, len(line))
    cells = _cells(line, start, columns, encoding)
    marked = range(start - cells.offset, max(end, start) - cells.offset)
    first, last = _window(cells.widths, marked, columns, cut_before=cells.offset > 0, cut_after=cells.cut_after)
    head = _CUT if first > 0 or cells.offset > 0 else ""
    tail = _CUT if last < len(cells.texts) or cells.cut_after else ""
    return Excerpt(
        head + "".join(cells.texts[first:last]) + tail,
        len(head) + sum(cells.widths[first : marked.start]),
        max(1, sum(cells.widths[marked.start : min(marked.stop, last)])),
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """The characters around the caret as they are shown, from the character number `offset` of the line."""

    texts: list[str]
    widths: list[int]
    offset: int
    cut_after: bool


def _cells(line: str, start: int, columns: int, encoding: str) -> _Cells:
    """As many characters on either side of `start` as could fit: a line may be megabytes long."""
    offset = max(0, start - columns)
    texts = spelt(line[offset : start + columns], encoding)
    return _Cells(texts, [width(text) for text in texts], offset, start + columns < len(line))


def _window(widths: list[int], marked: range, columns: int, *, cut_before: bool, cut_after: bool) -> tuple[int, int]:
    """The characters from which to which to show, so that the caret is seen with a third of the room before it."""
    needed = sum(widths) + (marked.start == len(widths))
    if not cut_before and not cut_after and needed <= columns:
        return 0, len(widths)
    first = marked.start
    while first > 0 and sum(widths[first - 1 : marked.start]) <= (columns - 2 * len(_CUT)) // 3:
        first -= 1
    room = columns - len(_CUT) * (1 + (first > 0 or cut_before))
    last = first
    while last < len(widths) and sum(widths[first : last + 1]) <= room:
        last += 1
    while last == len(widths) and not cut_after and first > 0 and sum(widths[first - 1 :]) <= room:
        first -= 1
    return first, last
