"""A list item moved behind all others, with the comments that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from salesduty.source.splice import Splice, after_line, line_end, line_start
from salesduty.source.written import CannotEdit, Found, Written

_BEFORE_DASH = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?=[\r\n])|[&!]\S*(?=\s))*-(?=[ \t\r\n]|$)")
_COMMENT_LINE = re.compile(r"([ \t]*)#[^\r\n]*")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


def moved_last(text: str, found: Found) -> Iterator[tuple[Splice, ...]]:
    """Yield how the item that was `found` could go to the end of its list."""
    items = found.within.items
    index = next((number for number, item in enumerate(items) if item is found.value), -1)
    if found.within.kind != "list" or index < 0:
        raise CannotEdit("nowhere")
    if index == len(items) - 1:
        raise CannotEdit("taken")
    yield from _in_brackets(text, items, index) if found.within.style else _in_lines(text, found.within, index)


def _in_brackets(text: str, items: list[Written], index: int) -> Iterator[tuple[Splice, ...]]:
    item, following, last = items[index], items[index + 1], items[-1]
    between = text[item.end : following.start]
    if "#" in between:
        raise CannotEdit("unsure")
    yield Splice(item.start, following.start, ""), Splice(last.end, last.end, between + text[item.start : item.end])


def _in_lines(text: str, items: Written, index: int) -> Iterator[tuple[Splice, ...]]:
    several = blocks(text, items)
    start, end = several[index]
    while blank := _BLANK_LINE.match(text, end, several[index + 1][0]):
        end = blank.end()
    own, blanks = text[start : several[index][1]], text[several[index][1] : end]
    at = several[-1][1]
    if text[at - 1 : at] not in ("\n", "\r"):
        # The last line of the file has no end, and shall have none.
        own, blanks = own.rstrip("\r\n"), line_end(text) + blanks
    yield Splice(start, end, ""), Splice(at, at, blanks + own)


def blocks(text: str, items: Written) -> list[tuple[int, int]]:
    """Return the lines of each item of a block list, with the comments right above it and those inside. Raises CannotEdit."""
    starts_of = dashes(text, items)
    if any(text[line_start(text, dash) : dash].strip(" ") for dash in starts_of):
        raise CannotEdit("lines")
    column = starts_of[0] - line_start(text, starts_of[0])
    starts = [with_comments_above(text, line_start(text, dash), column) for dash in starts_of]
    ends = [with_comments_inside(text, after_line(text, _last_character(text, item)), column) for item in items.items]
    several = list(zip(starts, ends, strict=True))
    if any(one[1] > other[0] for one, other in pairwise(several)):
        raise CannotEdit("lines")
    return several


def dashes(text: str, items: Written) -> list[int]:
    """Return where the dash of each item of a block list stands. Raises CannotEdit."""
    found = []
    at = items.start
    for item in items.items:
        match = _BEFORE_DASH.match(text, at, max(item.start, at) + 1)
        if match is None:
            raise CannotEdit("lines")
        found.append(match.end() - 1)
        at = max(content_end(item), match.end())
    return found


def content_end(value: Written) -> int:
    """Return where what is written ends; libyaml ends a collection where the next thing begins."""
    if value.style == "{":
        return value.end
    inner = [*value.items, *(each for pair in value.pairs for each in pair)]
    return max((content_end(each) for each in inner), default=value.end)


def _last_character(text: str, item: Written) -> int:
    end = content_end(item)
    while end > item.start and text[end - 1] in "\r\n":
        end -= 1
    return end


def with_comments_above(text: str, start: int, column: int) -> int:
    """Return where the comments right above the line that begins at `start` begin, those in the same column."""
    while start > 0:
        above = line_start(text, start - (2 if text[max(start - 2, 0) : start] == "\r\n" else 1))
        comment = _COMMENT_LINE.match(text, above, start)
        if comment is None or len(comment[1]) != column:
            return start
        start = above
    return start


def with_comments_inside(text: str, end: int, column: int) -> int:
    """Return where the comments end that follow the line end at `end` and stand deeper than `column`."""
    while (comment := _COMMENT_LINE.match(text, end)) is not None and len(comment[1]) > column:
        end = after_line(text, end)
    return end
