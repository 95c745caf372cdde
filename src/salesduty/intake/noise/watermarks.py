"""Characters that a watermark left in the text: marks nobody types, and the same one or two characters on lines of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

# Zero-width characters, characters for private use, and control characters: no editor shows them.
UNSEEN = re.compile(
    "[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]+"
)
_LETTER = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,2}")
_OFTEN = 4


def scattered(texts: Sequence[str], known: Collection[str]) -> set[int]:
    """Return the places of lines of one or two characters that come again and again, or stand alone in a row of their like.

    `known` are labels, which may be as short (编制) and come for every post.
    """
    short = [place for place, text in enumerate(texts) if _LETTER.fullmatch(text.strip()) and text.strip() not in known]
    counts = Counter(texts[place].strip() for place in short)
    return {place for place in short if len(texts[place].strip()) == 1 and counts[texts[place].strip()] >= _OFTEN}


def unseen(text: str) -> list[tuple[int, int]]:
    """Return the spans of unseen characters in `text`."""
    return [found.span() for found in UNSEEN.finditer(text)]
