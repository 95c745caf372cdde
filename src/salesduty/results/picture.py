"""The picture of a logo: PNG or JPEG, and how large it is, read from its own bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["png", "jpeg"]

MOST_BYTES = 2_000_000
MOST_PIXELS = 10_000
"""In either direction: what a page may need many times over, and little enough to be unpacked."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_BARE_MARKERS = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers of a JPEG that no length follows."""
_NO_FRAMES = frozenset((0xC4, 0xC8, 0xCC))
"""Markers from C0 to CF that begin no frame."""
_END_OF_PICTURE, _START_OF_SCAN = 0xD9, 0xDA


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its kind, which is the ending of its file as well, and its size in pixels."""

    kind: Kind
    width: int
    height: int


def measured(data: bytes) -> Picture | None:
    """Return what the picture `data` is; None for what is no whole PNG or JPEG, or too large."""
    if len(data) > MOST_BYTES:
        return None
    size = _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(_JPEG) else None
    if size is None or not all(0 < length <= MOST_PIXELS for length in size):
        return None
    return Picture("png" if data.startswith(_PNG) else "jpeg", *size)


def _png(data: bytes) -> tuple[int, int] | None:
    """The size that the header says, if every chunk is there up to the last."""
    size, at = None, len(_PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if size is None:
            if kind != b"IHDR" or length != 13:
                return None
            size = int.from_bytes(data[at + 8 : at + 12]), int.from_bytes(data[at + 12 : at + 16])
        at += 12 + length
        if kind == b"IEND":
            return size if at <= len(data) else None
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The size that the first frame says, if the picture has an end."""
    if data.rfind(b"\xff\xd9") < 0:
        return None
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _BARE_MARKERS:
            at += 2
            continue
        if marker in (_START_OF_SCAN, _END_OF_PICTURE):
            return None
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES and at + 9 <= len(data):
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4]))
    return None
