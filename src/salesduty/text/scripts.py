"""Traditional and simplified characters in one text: strings in, values out.

A character that GB 2312 has is at home in simplified text whatever the table says (后, 里), one that Big5 has in traditional
text; so what can be encoded needs no second look.
"""

from __future__ import annotations

from functools import cache

from salesduty.text.traditional import SIMPLIFIED, TRADITIONAL

_IN_NAMES = frozenset("昇祐甦崑峯堃喆鍾閒讎")
"""Written in the names of people and firms whatever the script around them."""


def traditional_in(text: str) -> list[tuple[int, str]]:
    """Return the characters of `text` that only traditional script has, each with where it stands."""
    if _encodes(text, "gb2312"):
        return []
    only = _traditional()
    return [(index, char) for index, char in enumerate(text) if char in only]


def simplified_in(text: str) -> list[tuple[int, str]]:
    """Return the characters of `text` that only simplified script has, each with where it stands."""
    if _encodes(text, "big5"):
        return []
    only = _simplified()
    return [(index, char) for index, char in enumerate(text) if char in only]


@cache
def _traditional() -> frozenset[str]:
    return frozenset(char for char in TRADITIONAL if not _encodes(char, "gb2312")) - _IN_NAMES


@cache
def _simplified() -> frozenset[str]:
    return frozenset(char for char in SIMPLIFIED if not _encodes(char, "big5"))


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
