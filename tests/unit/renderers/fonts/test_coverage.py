"""The characters of a font file: read from made-up files, whole and broken, and compared with what a real one sets."""

from __future__ import annotations

from pathlib import Path
from struct import pack

import pytest

from salesduty.renderers.fonts.coverage import NOTHING, Coverage, coverage


def font(*tables: bytes, platform: int = 3, encoding: int = 1) -> bytes:
    """A font with nothing but a `cmap` of these tables."""
    records, body = b"", b""
    for table in tables:
        records += pack(">HHL", platform, encoding, 4 + 8 * len(tables) + len(body))
        body += table
    cmap = pack(">HH", 0, len(tables)) + records + body
    return pack(">4sHHHH", b"\x00\x01\x00\x00", 1, 16, 0, 0) + pack(">4sLLL", b"cmap", 0, 28, len(cmap)) + cmap


def segments(*found: tuple[int, int, int, int], glyphs: tuple[int, ...] = ()) -> bytes:
    """Format 4: first, last, shift and way to the glyphs of each segment."""
    count = len(found)
    columns = [[each[place] for each in found] for place in (1, 0, 2, 3)]
    ends, starts, shifts, ways = (pack(f">{count}H", *column) for column in columns)
    body = ends + pack(">H", 0) + starts + shifts + ways + pack(f">{len(glyphs)}H", *glyphs)
    return pack(">HHHHHHH", 4, 14 + len(body), 0, 2 * count, 0, 0, 0) + body


def groups(*found: tuple[int, int, int], form: int = 12) -> bytes:
    return pack(">HHLLL", form, 0, 16 + 12 * len(found), 0, len(found)) + b"".join(pack(">LLL", *each) for each in found)


SHIFT = segments((0x41, 0x43, 0xFFC0, 0), (0x61, 0x61, 5, 0), (0xFFFF, 0xFFFF, 1, 0))
LIST = segments((0x41, 0x44, 0, 4), (0xFFFF, 0xFFFF, 1, 0), glyphs=(7, 0, 8, 9))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (font(SHIFT), Coverage((0x41, 0x61), (0x43, 0x61))),
        # A shift that makes a glyph 0 makes no glyph.
        (font(segments((0x41, 0x45, 0x10000 - 0x43, 0))), Coverage((0x41, 0x44), (0x42, 0x45))),
        (font(LIST), Coverage((0x41, 0x43), (0x41, 0x44))),
        (font(groups((0x4E00, 0x9FA5, 1), (0x20BB7, 0x20BB7, 9))), Coverage((0x4E00, 0x20BB7), (0x9FA5, 0x20BB7))),
        (font(groups((0x41, 0x43, 0))), Coverage((0x42,), (0x43,))),
        (font(groups((0x41, 0x5A, 3), form=13)), Coverage((0x41,), (0x5A,))),
        (font(SHIFT, groups((0x44, 0x46, 1))), Coverage((0x41, 0x61), (0x46, 0x61))),
        (font(SHIFT, platform=1, encoding=0), NOTHING),
        (font(SHIFT, platform=3, encoding=0), NOTHING),
    ],
)
def test_what_a_font_has(tmp_path: Path, data: bytes, expected: Coverage) -> None:
    (tmp_path / "a.ttf").write_bytes(data)

    assert coverage(str(tmp_path / "a.ttf"), 0) == expected


def test_a_font_of_a_collection(tmp_path: Path) -> None:
    whole = font(groups((0x4E00, 0x4E01, 1)))
    start = 20
    moved = whole[:12] + pack(">4sLLL", b"cmap", 0, 28 + start, len(whole) - 28) + whole[28:]
    (tmp_path / "a.ttc").write_bytes(pack(">4sLLLL", b"ttcf", 0x10000, 2, 0, start) + moved)

    found = coverage(str(tmp_path / "a.ttc"), 1)

    assert [character in found for character in "一丁丂"] == [True, True, False]


@pytest.mark.parametrize("length", range(0, len(font(SHIFT)), 3))
def test_a_font_that_is_cut_off(tmp_path: Path, length: int) -> None:
    (tmp_path / "a.ttf").write_bytes(font(SHIFT)[:length])

    found = coverage(str(tmp_path / "a.ttf"), 0)

    assert all(first <= last for first, last in zip(found.firsts, found.lasts, strict=True))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 64,
        font(segments(*[(0, 0xFFFF, 0, 0xFFFE)] * 4)),
        font(groups(*[(0, 0xFFFFFFFF, 1)] * 4)),
        font(pack(">HHLLL", 12, 0, 16, 0, 0xFFFFFFFF)),
    ],
)
def test_a_font_that_lies_has_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.ttf").write_bytes(data)

    assert coverage(str(tmp_path / "a.ttf"), 0) == NOTHING


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert coverage(str(tmp_path / "a.ttf"), 0) == NOTHING
