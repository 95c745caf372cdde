"""Headers, footers and page numbers: what stands at the edge of pages and says the same on each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from salesduty.intake.pdf.rows import Row

_EDGE = 0.085
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\s—–\-·~]*\d{1,4}[\s—–\-·~]*|第\s*\d+\s*页.*|\d{1,4}\s*/\s*\d{1,4}|(?:page|p\.)\s*\d+.*|(?:file|https?)://\S+.*",
    re.IGNORECASE,
)


def furniture(pages: Sequence[tuple[float, Sequence[Row]]]) -> set[tuple[int, int]]:
    """Return which rows are of the page and not of the text: page and row from 0. `pages` has the height of each and its rows."""
    seen: Counter[str] = Counter()
    edges: list[tuple[int, int, str]] = []
    for number, (height, rows) in enumerate(pages):
        for place, row in enumerate(rows):
            top = row.middle > (1 - _EDGE) * height
            if top or row.middle < _EDGE * height:
                edges.append((number, place, f"{top}{_DIGITS.sub('#', row.text)}"))
    for _, _, key in {(number, 0, key) for number, _, key in edges}:
        seen[key] += 1
    least = max(2, len(pages) // 2)
    return {
        (number, place)
        for number, place, key in edges
        if seen[key] >= least
        or _NUMBER.fullmatch(pages[number][1][place].segments[-1].text)
        or _NUMBER.fullmatch(pages[number][1][place].text)
    }
