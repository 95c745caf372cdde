"""The comments of a YAML text, so that an edit can prove that it lost none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from salesduty.source.written import Written

_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")


class Remark(NamedTuple):
    """A comment from its `#` to the end of its line: the characters from `start` up to `end`."""

    start: int
    end: int


def remarks(text: str, root: Written) -> tuple[Remark, ...]:
    """Return the comments of `text`, whose value is `root`, in order."""
    found: list[Remark] = []
    at = 0
    for start, end in (*_scalars(text, root), (len(text), len(text))):
        found += (Remark(match.start(), match.end()) for match in _COMMENT.finditer(text, at, start))
        at = end
    return tuple(found)


def _scalars(text: str, value: Written) -> Iterator[tuple[int, int]]:
    """The characters of each scalar in which a `#` begins no comment, in order."""
    if value.kind == "scalar":
        start = value.start
        if value.style in ("|", ">"):
            start = _after_header(text, value)
        if start < value.end:
            yield start, value.end
    for item in value.items:
        yield from _scalars(text, item)
    for key, below in value.pairs:
        yield from _scalars(text, key)
        yield from _scalars(text, below)


def _after_header(text: str, value: Written) -> int:
    match = re.compile(r"[^\r\n]*").match(text, value.start)
    return min(match.end() if match else value.start, value.end)
