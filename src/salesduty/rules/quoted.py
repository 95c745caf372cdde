"""Words of a file, quoted inside a sentence that is put together here."""

from __future__ import annotations

from salesduty.text.visible import one_line

_LONGEST = 60


def quoted(words: str) -> str:
    """Return `words` in quotation marks, on one line, short and without anything that drives a terminal."""
    return f"“{one_line(words, _LONGEST)}”"
