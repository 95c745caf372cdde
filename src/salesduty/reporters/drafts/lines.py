"""Lines of a report about imports: fitted into the window, further ones set in, and harmless."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.columns import width, wrapped
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.wording import Text

_LEAST = 20


def line(text: Text | str, look: Look, style: Style = "", *, first: str = "", further: str | None = None) -> Iterator[Piece]:
    """Yield `text` behind `first`, and what does not fit into the line behind `further`, by default as far in as the first."""
    said = harmless(text if isinstance(text, str) else text.within(look.lang), look.encoding)
    begin = harmless(first, look.encoding)
    inset = " " * width(begin) if further is None else harmless(further, look.encoding)
    room = max(look.columns - max(width(begin), width(inset)), _LEAST)
    for number, each in enumerate(wrapped(said, room)):
        yield Piece(harmless_line(f"{inset if number else begin}{each}".rstrip()) + "\n", style)
