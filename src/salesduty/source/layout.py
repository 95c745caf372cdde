"""A YAML text as entries, each with the comments that belong to it: what a formatter may move and must not lose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from salesduty.source.lists import content_end, dashes
from salesduty.source.remarks import Remark, remarks
from salesduty.source.splice import line_start
from salesduty.source.written import CannotEdit, Written, composed

_STAYS = re.compile(r"#\s*(?:yaml-language-server|salesduty)\s*[:：]", re.IGNORECASE)
"""What speaks to programs about a whole file stays at its head."""
_MARK = re.compile(r"(?m)^---(?=[ \t\r\n]|$)")
_BLANKS = r"(?:[ \t\r\n\ufeff]|#[^\r\n]*(?=[\r\n]|$))*"
_REST = re.compile(rf"{_BLANKS}(?:\.\.\.(?=[ \t\r\n]|$){_BLANKS})?")


@dataclass(frozen=True, slots=True)
class Line:
    """A comment on a line of its own, and whether a blank line stands above it."""

    words: str
    apart: bool


@dataclass(eq=False, slots=True)
class Entry:
    """A key with its value, or a list item, and the comments above it, behind its key or dash, and behind its value.

    `apart` tells whether a blank line stands above. `gap` is how many blanks stood before the comment behind it.
    """

    key: Written | None
    value: Laid
    within: Laid
    start: int
    column: int
    apart: bool
    above: list[Line] = field(default_factory=list)
    header: str = ""
    behind: str = ""
    gap: int = 0


@dataclass(eq=False, slots=True)
class Laid:
    """A value and its entries. `spread` tells that comments stand between them, so that they cannot share a line."""

    written: Written
    owner: Entry | None
    entries: list[Entry] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    spread: bool = False

    @property
    def is_flow(self) -> bool:
        """Whether the value stands in brackets."""
        return self.written.style == "{" and self.written.kind in ("mapping", "list")

    @property
    def column(self) -> int:
        """Where its entries stand."""
        return self.entries[0].column if self.entries else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A file: the comments at its head, whether `---` stands below them, and its value."""

    head: tuple[Line, ...]
    marked: bool
    root: Laid


def layout(text: str) -> Layout:
    """Return the entries and comments of `text`. Raises CannotEdit for what is more than one plain document."""
    written = composed(text)
    if text.startswith("%") or not _REST.fullmatch(text, content_end(written)):
        raise CannotEdit("lines")
    root = _laid(text, written, None)
    entries = list(_in_order(root))
    starts = [entry.start for entry in entries]
    first = starts[0] if starts else len(text)
    head: list[Line] = []
    for remark in remarks(text, written):
        number = bisect_left(starts, remark.start)
        if number == 0 and entries:
            head.append(_line(text, remark))
        elif not _inside_block(entries[number - 1] if entries else None, remark):
            _place(text, remark, entries, number, root)
    mark = _MARK.search(text, 0, first)
    if mark is not None and any(remark.start < mark.start() for remark in remarks(text, written)):
        # Comments on both sides of the mark: all of them are kept above it.
        mark = None if not head else mark
    kept, above = _head(head, entries[0] if entries else None)
    if entries:
        entries[0].above[:0] = above
    return Layout(tuple(kept), mark is not None, root)


def _laid(text: str, written: Written, owner: Entry | None) -> Laid:
    laid = Laid(written, owner)
    if written.kind == "mapping":
        for key, value in written.pairs:
            laid.entries.append(_entry(text, laid, key, value, key.start))
    elif written.kind == "list":
        starts = [item.start for item in written.items] if written.style else dashes(text, written)
        for start, item in zip(starts, written.items, strict=True):
            laid.entries.append(_entry(text, laid, None, item, start))
    return laid


def _entry(text: str, within: Laid, key: Written | None, value: Written, start: int) -> Entry:
    line = start if within.is_flow else line_start(text, start)
    apart = not within.is_flow and not text[line:start].strip() and _blank_above(text, line)
    entry = Entry(key, Laid(value, None), within, start, start - line, apart)
    entry.value = _laid(text, value, entry)
    return entry


def _in_order(laid: Laid) -> Iterator[Entry]:
    for entry in laid.entries:
        yield entry
        yield from _in_order(entry.value)


def _blank_above(text: str, line: int) -> bool:
    if line == 0:
        return False
    end = line - (2 if text[max(line - 2, 0) : line] == "\r\n" else 1)
    return not text[line_start(text, end) : end].strip()


def _line(text: str, remark: Remark) -> Line:
    return Line(text[remark.start : remark.end].rstrip(), _blank_above(text, line_start(text, remark.start)))


def _inside_block(entry: Entry | None, remark: Remark) -> bool:
    """Whether a comment stands behind the sign of a block scalar, whose first line is kept as it is."""
    if entry is None:
        return False
    written = entry.value.written
    return written.style in ("|", ">") and written.start < remark.start < written.end


def _place(text: str, remark: Remark, entries: list[Entry], number: int, root: Laid) -> None:
    """Give a comment to the entry or the collection that it belongs to."""
    if not entries:
        root.tail.append(_line(text, remark))
        return
    before = entries[number - 1]
    after = entries[number] if number < len(entries) else None
    line = line_start(text, remark.start)
    if text[line : remark.start].strip():
        _place_behind(text, remark, before)
        return
    open_flow = next((laid for laid in _around(before) if laid.is_flow and laid.written.end > remark.start), None)
    column = remark.start - line
    if open_flow is not None:
        open_flow.spread = True
        into = after.above if after is not None and after.start < open_flow.written.end else open_flow.tail
        into.append(_line(text, remark))
    elif after is not None and column <= after.column:
        after.above.append(_line(text, remark))
    else:
        _tail(before, after, column, root).append(_line(text, remark))


def _tail(before: Entry, after: Entry | None, column: int, root: Laid) -> list[Line]:
    """Where a comment goes that stands further in than what follows: to the end of what it is still inside of."""
    for laid in _around(before):
        if after is not None and (after.within is laid or after.within.owner is before):
            return after.above
        if not laid.is_flow and laid.column <= column:
            return laid.tail
    return after.above if after is not None else root.tail


def _around(entry: Entry) -> Iterator[Laid]:
    """The collections that `entry` is in, the innermost first, its own value before them."""
    if entry.value.is_flow:
        yield entry.value
    at: Entry | None = entry
    while at is not None:
        yield at.within
        at = at.within.owner


def _place_behind(text: str, remark: Remark, entry: Entry) -> None:
    while entry.within.is_flow and entry.within.written.end <= remark.start and entry.within.owner is not None:
        entry = entry.within.owner
    for laid in _around(entry):
        if laid.is_flow and laid.written.end > remark.start:
            laid.spread = True
    words = text[remark.start : remark.end].rstrip()
    nested = entry.value.entries and entry.value.entries[0].start > remark.start
    if nested and not entry.header:
        entry.header = words
    elif not nested and not entry.behind:
        before = text[line_start(text, remark.start) : remark.start]
        entry.behind, entry.gap = words, len(before) - len(before.rstrip(" "))
    else:
        entry.above.append(Line(words, apart=False))


def _head(lines: list[Line], first: Entry | None) -> tuple[list[Line], list[Line]]:
    """What of the first comments belongs to the file, and what to the entry right below them."""
    if first is None or first.apart:
        return lines, []
    kept = 0
    for number, line in enumerate(lines):
        if _STAYS.match(line.words):
            kept = number + 1
        elif line.apart:
            kept = max(kept, number)
    return lines[:kept], lines[kept:]
