"""Bytes of a file to text, whatever editor wrote them."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from salesduty.source.problems import MOST_BYTES, Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a file begins with that another program wrote: Word and Excel (new and old), PDF, PNG, JPEG.
_OTHER_FORMATS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte order mark, or None, and what was wrong with the bytes."""

    text: str | None
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: UTF-8, UTF-16 with a byte order mark, or GB18030 with a problem that says so."""
    if len(data) > MOST_BYTES:
        return Decoded(None, "", (Problem("too-large", 0, 0, {"limit": MOST_BYTES // 1_000_000}),))
    if data.startswith(_OTHER_FORMATS):
        return Decoded(None, "", (Problem("other-format", 0, 0),))
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    decoded = _strictly(data, "utf-8")
    return decoded if decoded.text is not None else _as_gb18030(data, decoded)


def accepted(text: str) -> Decoded:
    """Return a text that a caller already has, without its byte order mark, unless it is too large."""
    if len(text) > MOST_BYTES:
        return Decoded(None, "", (Problem("too-large", 0, 0, {"limit": MOST_BYTES // 1_000_000}),))
    return Decoded(text.lstrip("\ufeff"), "text")


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        # Some programs write a second mark before the first.
        return Decoded(data.decode(encoding).lstrip("\ufeff"), encoding)
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode(encoding, errors="replace"))
        return Decoded(None, encoding, (Problem("undecodable", at, at + 1, {"byte": f"0x{data[error.start]:02X}"}),))


def _as_gb18030(data: bytes, as_utf8: Decoded) -> Decoded:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return as_utf8
    if "\0" in text:
        return as_utf8
    return Decoded(text, "gb18030", (Problem("not-utf8", 0, 0, {"encoding": "GB18030 / GBK"}),))
