"""Which characters a font file has: its `cmap`, as the OpenType specification tells it, and nothing else of it.

Files may be broken or made to do harm: every length is bounded by the file, and what makes no sense counts as no character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import error, iter_unpack, unpack_from
from typing import BinaryIO

_COLLECTION = b"ttcf"
_MOST_TABLES = 512
_MOST_BYTES = 16 * 2**20
_UNICODE_PLATFORM, _WINDOWS_PLATFORM, _WINDOWS_UNICODE = 0, 3, (1, 10)
_LAST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters of a font as ranges, in order and apart: the first and the last of each."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def __contains__(self, character: str) -> bool:
        """Tell whether the font has `character`."""
        code = ord(character)
        index = bisect_right(self.firsts, code) - 1
        return index >= 0 and code <= self.lasts[index]


NOTHING = Coverage((), ())


def coverage(path: str, index: int) -> Coverage:
    """Return the characters of the font number `index` in the file `path`; none for a file that cannot be read."""
    try:
        with Path(path).open("rb") as file:
            table = _cmap(file, index)
            return _joined(_ranges(table)) if table else NOTHING
    except (OSError, error):
        return NOTHING


def _cmap(file: BinaryIO, index: int) -> bytes:
    """The table that maps characters to glyphs."""
    start = 0
    if file.read(4) == _COLLECTION:
        file.seek(12 + 4 * index)
        (start,) = unpack_from(">L", file.read(4))
    file.seek(start + 4)
    (count,) = unpack_from(">H", file.read(2))
    file.seek(start + 12)
    for name, _, offset, length in iter_unpack(">4sLLL", _whole(file.read(16 * min(count, _MOST_TABLES)), 16)):
        if name == b"cmap":
            file.seek(offset)
            return file.read(min(length, _MOST_BYTES))
    return b""


def _ranges(table: bytes) -> Iterator[tuple[int, int]]:
    (count,) = unpack_from(">H", table, 2)
    seen = set()
    for platform, encoding, offset in iter_unpack(">HHL", _whole(table[4 : 4 + 8 * min(count, _MOST_TABLES)], 8)):
        unicode = platform == _UNICODE_PLATFORM or (platform == _WINDOWS_PLATFORM and encoding in _WINDOWS_UNICODE)
        if not unicode or offset in seen:
            continue
        seen.add(offset)
        (form,) = unpack_from(">H", table, offset)
        if form == 4:
            yield from _segments(table, offset)
        elif form in (12, 13):
            yield from _groups(table, offset)


def _segments(table: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """Format 4: the characters up to U+FFFF in segments, each by a shift or by a list of glyphs in which 0 is none."""
    (doubled,) = unpack_from(">H", table, offset + 6)
    count = doubled // 2
    at = offset + 14
    ends = unpack_from(f">{count}H", table, at)
    starts = unpack_from(f">{count}H", table, at + doubled + 2)
    shifts = unpack_from(f">{count}H", table, at + 2 * doubled + 2)
    lists = at + 3 * doubled + 2
    for index, (first, last, shift, far) in enumerate(
        zip(starts, ends, shifts, unpack_from(f">{count}H", table, lists), strict=True)
    ):
        if first > last or first == 0xFFFF:
            continue
        if not far:
            gap = -shift & 0xFFFF
            if first <= gap <= last:
                yield (first, gap - 1)
                yield (gap + 1, last)
            else:
                yield (first, last)
            continue
        where = lists + 2 * index + far
        room = max(min(last - first + 1, (len(table) - where) // 2), 0)
        for code, glyph in enumerate(unpack_from(f">{room}H", table, where), first):
            if glyph:
                yield (code, code)


def _groups(table: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """Formats 12 and 13: all characters in groups."""
    (count,) = unpack_from(">L", table, offset + 12)
    body = table[offset + 16 : offset + 16 + 12 * min(count, len(table) // 12)]
    for first, last, glyph in iter_unpack(">LLL", _whole(body, 12)):
        if first <= last <= _LAST:
            yield (first if glyph else first + 1, last)


def _whole(data: bytes, size: int) -> bytes:
    return data[: len(data) // size * size]


def _joined(ranges: Iterator[tuple[int, int]]) -> Coverage:
    firsts: list[int] = []
    lasts: list[int] = []
    for first, last in sorted(each for each in ranges if each[0] <= each[1]):
        if lasts and first <= lasts[-1] + 1:
            lasts[-1] = max(lasts[-1], last)
        else:
            firsts.append(first)
            lasts.append(last)
    return Coverage(tuple(firsts), tuple(lasts))
