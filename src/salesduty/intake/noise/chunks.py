"""Numbers that a site set before each piece of a text that it shows in pieces, and titles that it set into the text again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_FIRST = re.compile(r"\s*1\s*、")
_NUMBERED = re.compile(r"\s*(\d{1,3})\s*、")
_INNER = re.compile(r"(?<![。；;：:！!？?\s\d])(\d{1,3})、")
_ENDS = re.compile(r"[。；;：:！!？?]\s*$")
_TITLE = re.compile(r"【([^【】\n]{4,40})】")
_PIECE = 120

Spans = Mapping[int, Sequence[tuple[int, int]]]


def chunks(texts: Sequence[str]) -> Spans:
    """Return the spans of such numbers by line.

    They count on from 1 and stand a long way apart. What tells them from the numbers of items is that most of them stand in
    the middle of a sentence.
    """
    found = _over_lines(texts)
    for place, text in enumerate(texts):
        if place not in found and len(text) > 3 * _PIECE and (spans := _within(text)):
            found[place] = spans
    return found


def _over_lines(texts: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    pieces: list[tuple[int, tuple[int, int]]] = []
    broken = 0
    before = ""
    for place, text in enumerate(texts):
        match = _NUMBERED.match(text)
        if match and int(match[1]) == len(pieces) + 1 and (not pieces or _is_piece(texts[pieces[-1][0]])):
            broken += bool(pieces) and not _ENDS.search(before)
            pieces.append((place, match.span()))
        if text.strip():
            before = text
    enough = len(pieces) > 1 and broken > 0 and 2 * broken >= len(pieces) - 1
    return {place: [span] for place, span in pieces} if enough else {}


def _is_piece(text: str) -> bool:
    """Whether a line is long enough for a piece and, unlike an item, more than one sentence."""
    return len(text) >= _PIECE and sum(map(text.count, "。；;")) > 1


def _within(text: str) -> list[tuple[int, int]]:
    first = _FIRST.match(text)
    if first is None:
        return []
    spans = [first.span()]
    for match in _INNER.finditer(text):
        if int(match[1]) == len(spans) + 1 and match.start() - spans[-1][1] >= _PIECE:
            spans.append(match.span())
    return spans if len(spans) > 2 else []


def repeated_titles(texts: Sequence[str]) -> Spans:
    """Return the spans of titles in 【】 that some line above has alone, where they stand with other words."""
    seen: set[str] = set()
    found: dict[int, list[tuple[int, int]]] = {}
    for place, text in enumerate(texts):
        spans = [
            match.span() for match in _TITLE.finditer(text) if match[1].strip() in seen and len(match[0]) < len(text.strip())
        ]
        if spans:
            found[place] = spans
        seen.add(text.strip())
    return found
