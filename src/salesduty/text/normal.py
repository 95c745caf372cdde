"""One spelling for what is written in several: simplified characters, half-width letters and digits, capitals.

Every character stays one character, so that positions in the result are positions in the text.
"""

from __future__ import annotations

import string

from salesduty.text.exchange import Exchange
from salesduty.text.traditional import SIMPLIFIED, TRADITIONAL

_WIDE = string.digits + string.ascii_letters
_TABLE: dict[int, int | str] = {
    **str.maketrans(TRADITIONAL, SIMPLIFIED),
    **{ord(char) + 0xFEE0: char.upper() for char in _WIDE},
    **str.maketrans(string.ascii_lowercase, string.ascii_uppercase),
    **str.maketrans("（）［］，；：！？．％／～〜－—–", "()[],;:!?.%/~~---"),
    ord("帐"): "账",
}
_NORMAL = Exchange(_TABLE)


def normal(text: str) -> str:
    """Return `text` in simplified characters, half-width punctuation and capitals, each character in its place."""
    return _NORMAL(text)
