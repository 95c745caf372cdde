"""Words of a file, quoted inside a sentence that is put together here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from salesduty.text.visible import one_line

_LONGEST = 60


def quoted(words: str) -> str:
    """Return `words` in quotation marks, on one line, short and without anything that drives a terminal."""
    return f"“{one_line(words, _LONGEST)}”"


def listed(words: Iterable[str]) -> tuple[str, ...]:
    """Return each of `words` once and quoted, as many as a sentence has room for; a message joins them as its language does."""
    return tuple(_few([quoted(each) for each in dict.fromkeys(words)]))


def _few(several: Sequence[str]) -> Iterator[str]:
    room = _LONGEST
    for number, each in enumerate(several):
        room -= len(each)
        if room < 0 < number:
            yield "…"
            return
        yield each
