"""Text as a document may hold it."""

from __future__ import annotations

import re

from salesduty.text.visible import visible

_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029\x85\v\f]")


def printable_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text`, without blank ones at its end, with everything unprintable written out."""
    lines = [visible(line.rstrip()) for line in _LINE_END.split(text.strip("\r\n"))]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def printable(text: str) -> str:
    """Return `text` on one line, with everything unprintable written out."""
    return " ".join(line for line in printable_lines(text) if line)
