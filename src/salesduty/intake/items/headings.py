"""Headings without a number that stick to the list below them or to what stands before."""

from __future__ import annotations

import re

from salesduty.intake.lexicon import Lexicon

SECTIONS = frozenset({"duties", "qualifications", "authorities", "kpis", "functions", "recruiting"})
LABELS = SECTIONS | {"skills", "traits", "education", "experience"}
_STOP = re.compile(r"[。;!?](?=[^。;!?]*$)")
_LEAD = re.compile(r"[。;!?\s]\s*([^。;!?,:、\s]{2,12}):\s*$")
_LONGEST = 24
_INNER = re.compile(r"[,，。;；]")


def heading_before(text: str, start: int, lexicon: Lexicon) -> int:
    """Return where the heading that ends at `start` begins in plain text; -1 where none does.

    It is what stands behind the last sentence if that is short and the name of a post or a label, or a label that sticks to
    the sentence before.
    """
    near = max(0, start - _LONGEST)
    tail = text[near:start]
    stop = _STOP.search(tail)
    if stop or near == 0:
        begin = stop.end() if stop else 0
        words = tail[begin:].strip().rstrip(":")
        if words and names(words, lexicon) and lexicon.field(words) in {None, *SECTIONS}:
            return near + begin
    if lead := _LEAD.search(tail):
        return near + lead.start(1)
    words = tail.rstrip(": ")
    for size in range(min(8, len(words)), 3, -1):
        if lexicon.field(words[-size:]) in SECTIONS:
            named = words[:-size].endswith(("的", *lexicon.endings))
            return -1 if named else near + len(words) - size
    return -1


def names(words: str, lexicon: Lexicon) -> bool:
    """Whether `words` are a heading by themselves: a label, or the name of a post with or without what usually follows it."""
    if _INNER.search(words) or len(words) > _LONGEST:
        return False
    bare = re.sub(r"(?<=.)[（(].*?[)）]", "", words).strip()
    return lexicon.field(bare) is not None or bare.endswith((*lexicon.endings, *lexicon.after))
