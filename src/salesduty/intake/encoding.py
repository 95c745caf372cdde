"""Bytes of a text to its characters, whatever program wrote them.

UTF-8 and UTF-16 tell themselves by their shape. GB18030 and Big5 use the same bytes; which of them a text is in shows in how
common the characters are that come out: both standards list the common ones first (GB 2312 level 1 up to 0xD7F9, Big5 level 1
up to 0xC67E), and read in the wrong one a text turns to rare characters.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from salesduty.intake.manuscript import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GB18030", "big5hkscs": "Big5", "utf-8": "UTF-8"}
_MB = 2**20
MOST_BYTES = 10 * _MB
"""Bytes of a text with its markup. Pages that were saved with pictures in them have more, and little else."""
_MOST_BROKEN = 0.1
"""A text with more characters broken than this, of those beyond ASCII, is not in UTF-8."""
_SAMPLE = 20_000
"""So many characters are enough to tell two encodings apart."""
_PLAIN = re.compile("[\t\n\r -~\u3000-\u301f\uff00-\uff5e\u4e00-\u9fff]")
_HANZI = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_STRANGE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u0250-\u036f\u0400-\u1fff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\ua000-\uf8ff\ufff0-\uffff"
    "\U00010000-\U0010ffff]"
)
"""What Chinese documents hardly have, and what comes out where the encoding is wrong."""


def decode(data: bytes) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the text of `data` without its byte order mark, and notes: the encoding unless it is UTF-8, broken characters.

    Raises Unreadable where it is too long for a text.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", most=MOST_BYTES // _MB)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], encoding)
    if b"\0" in data and (wide := _wide(data)):
        return _read(data, wide)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _read(data, _guess(data))


def _read(data: bytes, encoding: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    text = data.decode(encoding, errors="replace").lstrip("\ufeff")
    notes = [] if encoding == "utf-8" else [("encoding", _NAMES[encoding])]
    if broken := text.count("\ufffd") - data.count(b"\xef\xbf\xbd"):
        notes.append(("broken", str(max(broken, 1))))
    return text, tuple(notes)


def _guess(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8 throughout."""
    sample = data[: 4 * _SAMPLE]
    text = sample[:-3].decode("utf-8", errors="ignore")  # the last character may be cut off
    beyond = sum(each > "\x7f" for each in text)
    broken = sample[:-3].decode("utf-8", errors="replace").count("\ufffd") - text.count("\ufffd")
    if beyond and broken <= max(1, _MOST_BROKEN * beyond) and beyond > 3 * broken:
        return "utf-8"
    if wide := _wide(sample):
        return wide
    # A text that both can read is the one whose characters are the more common; without any sign, it is GB18030.
    return max(("gb18030", "big5hkscs"), key=lambda encoding: _likely(sample, encoding))


def _wide(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, or None: nearly all characters are Chinese or ASCII in one of both."""
    if len(data) < 2:
        return None
    shares = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
        shares[encoding] = len(_PLAIN.findall(text)) / len(text)
    best = max(shares, key=lambda each: shares[each])
    # Without a zero byte it might as well be GBK; a text of that reads in UTF-16 as anything, Chinese in one of three.
    return best if shares[best] > (0.7 if b"\0" in data else 0.97) else None


def _likely(data: bytes, encoding: str) -> float:
    """How much like Chinese the text is that `encoding` makes of `data`: the higher, the more."""
    text = data.decode(encoding, errors="replace")[:_SAMPLE]
    beyond = sum(each > "\x7f" for each in text) or 1
    found = _HANZI.findall(text)
    common = sum(map(_COMMON[encoding], found)) / (len(found) or 1)
    return common - 3 * len(_STRANGE.findall(text)) / beyond


def _first_level(encoding: str, last: bytes) -> Callable[[str], bool]:
    return lambda char: len(code := char.encode(encoding, errors="replace")) == 2 and code <= last


_COMMON = {"gb18030": _first_level("gb2312", b"\xd7\xf9"), "big5hkscs": _first_level("big5", b"\xc6\x7e")}
