"""What kind of table a row of headings makes, and which column says what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from salesduty.intake.columns import Kind, bare, enough
from salesduty.intake.lexicon import Lexicon

_LONGEST = 16
_FEWEST = 2
_MOST_UNKNOWN = 0.5
_SENTENCE = "。；;！？!?"
_POST_NAME = 12
_NUMBER = re.compile(r"^\s*[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[、.．)）:：\s]*(?!\d)")
_A_POST = 0.9
_SEVERAL = frozenset({"", "fill", "note", "number", "outputs", "records", "review", "handle", "scoring", "qualifications"})
"""What several columns of one table may say."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The kind of a table and the key of each of its columns, empty where the heading says nothing."""

    kind: str
    keys: tuple[str, ...]
    sure: float


def short(text: str) -> bool:
    """Return whether `text` is as short as a heading or a label."""
    return 0 < len(text) <= _LONGEST and not any(mark in text for mark in _SENTENCE)


def field_of(text: str, lexicon: Lexicon) -> str | None:
    """Return the field that a label announces, a number in front of it left aside."""
    return lexicon.field(text) or lexicon.field(_NUMBER.sub("", text, count=1))


def heads(texts: Sequence[str], lexicon: Lexicon) -> Heads | None:
    """Return what columns headed `texts`, without white space, mean; None where they are no headings.

    A kind of table is more sure the more headings it knows. A text may be empty: a column without a heading.
    """
    written = [text for text in texts if text]
    if len(written) < _FEWEST or not all(short(text) for text in written):
        return None
    plain = [bare(text) for text in texts]
    found = [each for kind in lexicon.columns if (each := _of(kind, plain)) is not None]
    best = max(found, key=lambda each: each.sure, default=None)
    matrix = _matrix(texts, plain, lexicon)
    return matrix if matrix is not None and (best is None or best.sure < matrix.sure) else best


def _of(kind: Kind, plain: Sequence[str]) -> Heads | None:
    matches = [kind.match(text) if text else ("", 0.0) for text in plain]
    known = [key for key, _ in matches if key]
    unknown = [place for place, text in enumerate(plain) if text and not matches[place][0]]
    if len(known) < _FEWEST or len(unknown) > len(known) * _MOST_UNKNOWN or not enough(known, kind):
        return None
    if unknown and unknown == list(range(1, len(plain), 2)):
        return None
    return Heads(kind.name, _told_apart(kind.name, matches), sum(sure for _, sure in matches))


def _told_apart(kind: str, matches: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """Return one column a key: of several that could be it the surest, of equally sure ones the first; others get none."""
    keys = [key for key, _ in matches]
    for key in sorted({*keys} - _SEVERAL):
        places = [place for place, each in enumerate(keys) if each == key]
        if (kind, key) == ("kpi", "item"):
            continue
        keeps = max(places, key=lambda place: (matches[place][1], -place))
        for place in places:
            if place != keeps:
                keys[place] = _OTHERWISE.get((kind, key, place < keeps), "")
    return tuple(keys)


_OTHERWISE = {
    ("kpi", "name", True): "kind",
    ("kpi", "name", False): "definition",
    ("kpi", "standard", True): "target",
    ("kpi", "standard", False): "scoring",
    ("duty", "text", True): "title",
    ("duty", "text", False): "acceptance",
    ("kpi", "weight", False): "points",
    ("kpi", "weight", True): "points",
    ("step", "text", False): "note",
    ("step", "name", True): "stage",
}
"""What a second column of the same key is, by whether it stands before the one that keeps the key."""


def _matrix(texts: Sequence[str], plain: Sequence[str], lexicon: Lexicon) -> Heads | None:
    """A first heading of whatever it is, then names of posts."""
    words = [text for text in plain[1:] if text]
    named = [text for text in words if len(text) <= _POST_NAME and text.endswith(lexicon.endings)]
    posts = [text for text in named if lexicon.field(text) is None and not any(text in kind.words for kind in lexicon.columns)]
    if len(posts) < _FEWEST or len(words) - len(posts) > len(posts) * _MOST_UNKNOWN:
        return None
    return Heads("matrix", ("item", *("post" if text else "" for text in texts[1:])), len(posts) * _A_POST)
