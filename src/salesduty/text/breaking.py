"""Lines of text that fit a width: where Chinese may break, whatever letters are measured in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# GB/T 15834: these do not begin a line, and those do not end one. Marks stay with what they stand on.
_CLOSING = re.escape("!),.:;?]}%>”’、。，．：；？！）》〉】〕」』〗…—～·％℃")
_OPENING = re.escape("([{<“‘（《〈【〔「『〖")
_MARKS = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
_WORD = "!-~\u00a1-\u2017\u2020-\u24ff"
_UNIT = re.compile(rf"(?P<blank>[ ]+)|[{_OPENING}]*(?:[{_WORD}]+|[^ ])[{_MARKS}]*[{_CLOSING}]*")


def broken(text: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """Return the lines of `text` that take at most `room` each, `width_of` telling what a character takes; one at least.

    Lines break at blanks and between Chinese characters, not before a closing mark and not after an opening one. What
    is still too long for a line is cut.
    """
    if sum(map(width_of, text)) <= room:
        return [text.strip(" ")]
    lines: list[str] = []
    line, blank, used = "", "", 0.0
    for unit, takes in _units(text, room, width_of):
        if unit.startswith(" "):
            blank = unit if line else ""
            continue
        gap = sum(map(width_of, blank))
        if not line or used + gap + takes <= room:
            line += blank + unit
            used += gap + takes
            blank = ""
        else:
            lines.append(line)
            line, blank, used = unit, "", takes
    return [*lines, line]


def _units(text: str, room: float, width_of: Callable[[str], float]) -> Iterator[tuple[str, float]]:
    """The stretches of `text` that stay on one line, and what they take; blanks are a stretch of their own."""
    for match in _UNIT.finditer(text):
        if match["blank"] is not None:
            yield match[0], 0
        else:
            yield from _cut(match[0], room, width_of)


def _cut(unit: str, room: float, width_of: Callable[[str], float]) -> Iterator[tuple[str, float]]:
    start, used = 0, 0.0
    for index, char in enumerate(unit):
        wide = width_of(char)
        if used + wide > room and index > start:
            yield unit[start:index], used
            start, used = index, 0
        used += wide
    yield unit[start:], used
