"""Plain text."""

from __future__ import annotations

from salesduty.intake.manuscript import Line, Manuscript


def read(data: bytes) -> Manuscript:
    """Return the lines of a text file."""
    text = data.decode("utf-8", errors="replace")
    lines, blank = [], False
    for number, each in enumerate(text.splitlines(), 1):
        if each.strip():
            lines.append(Line(each, number, blank=blank))
        blank = not each.strip()
    return Manuscript("txt", tuple(lines))
