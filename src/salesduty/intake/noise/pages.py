"""Page numbers on lines of their own, and the heads of pages around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_ITEM = re.compile(r"^\s*(?:[一二三四五六七八九十\d]{1,3}[、.．)）]|[(（①-⑳*•·●])|[。；;：:，,]\s*$")
_APART = 5
_FEW = 2
_OFTEN = 3
_COUNTED = re.compile(r"\s*(?:序\s*[号號]|No\.?)\s*", re.IGNORECASE)
_HEADINGS = 15


def numbers(texts: Sequence[str]) -> set[int]:
    """Return the places of lines that are nothing but the number of a page.

    Page numbers count on one by one, and several lines lie between them; numbers that stand in front of their items count on,
    too, but every line or two; and so do the numbers of rows below the heading 序号, where each cell has a line.
    """
    found = [(place, int(match[1])) for place, text in enumerate(texts) if (match := _NUMBER.fullmatch(text))]
    best: list[int] = []
    for start in range(len(found)):
        run = [found[start]]
        for place, value in found[start + 1 :]:
            if value == run[-1][1] + 1 and place - run[-1][0] >= _APART:
                run.append((place, value))
        if len(run) > len(best):
            best = [place for place, _ in run]
        if start > 50:
            break
    values = dict(found)
    for place in (best[0], best[-1]) if len(best) >= _FEW else ():
        for other in range(place - _APART, place + _APART + 1):
            step = 1 if other > place else -1
            if other not in best and values.get(other) == values[place] + step:
                best.append(other)
    below_a_heading = bool(best) and any(_COUNTED.fullmatch(text) for text in texts[max(0, best[0] - _HEADINGS) : best[0]])
    return set(best) if len(best) >= _FEW and not below_a_heading else set()


def heads(texts: Sequence[str], pages: Collection[int]) -> set[int]:
    """Return the places of lines that stand beside page numbers again and again: the head or the foot of each page."""
    beside = [place + step for place in pages for step in (-2, -1, 1, 2) if 0 <= place + step < len(texts)]
    bare = {place: _bare(texts[place]) for place in beside if place not in pages}
    everywhere = Counter(map(_bare, texts))
    counts = Counter(text for text in bare.values() if text)
    return {place for place, text in bare.items() if counts[text] >= _FEW and everywhere[text] >= _OFTEN}


def _bare(text: str) -> str:
    """The text without figures, or nothing where it is an item or a sentence."""
    return "" if _ITEM.search(text) else re.sub(r"[\d\s]+", "", text)
