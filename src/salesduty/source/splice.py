"""Places of a text where other words go: the least that has to change, ready to be put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_USUAL_LINE = 256
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """`words` instead of the characters from `start` up to `end`, counted from 0."""

    start: int
    end: int
    words: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return `text` with all `splices`, which lie apart, put in."""
    written, at = [], 0
    for splice in sorted(splices):
        written += [text[at : splice.start], splice.words]
        at = splice.end
    return "".join((*written, text[at:]))


def lie_apart(splices: Sequence[Splice]) -> bool:
    """Tell whether no two of `splices` touch the same characters or the same gap between two."""
    return all(one.end <= other.start and one.start < other.start for one, other in pairwise(sorted(splices)))


def line_start(text: str, at: int) -> int:
    """Return where the line that `at` lies on begins."""
    width = _USUAL_LINE
    while True:
        low = max(0, at - width)
        found = max(text.rfind("\n", low, at), text.rfind("\r", low, at))
        if found >= 0 or low == 0:
            return found + 1
        # One of the two signs may stand nowhere in a long text, which must not be gone through for each line.
        width *= 4


def line_end(text: str) -> str:
    """Return how the first line of `text` ends: CR LF, LF or CR; LF where there is but one line."""
    match = _LINE_END.search(text)
    return match[0] if match else "\n"


def after_line(text: str, at: int) -> int:
    """Return where the line that `at` lies on has ended, its line end included."""
    match = _LINE_END.search(text, at)
    return match.end() if match else len(text)
