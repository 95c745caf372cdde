"""How large a logo is, read from its own bytes."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesduty.results.picture import MOST_BYTES, Picture, measured


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">II", width, height) + b"\x08\x02\0\0\0") + chunk(b"IEND")


def jpeg(width: int, height: int, before: bytes = b"\xff\xe0\x00\x04ab") -> bytes:
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + before + frame + b"\xff\xda\x00\x02\xff\xd9"


@pytest.mark.parametrize(
    ("data", "picture"),
    [
        (png(30, 20), Picture("png", 30, 20)),
        (jpeg(30, 20), Picture("jpeg", 30, 20)),
        (jpeg(30, 20, b"\xff\xff\xe1\x00\x02\xff\x01\xff\xc4\x00\x02"), Picture("jpeg", 30, 20)),
        (png(0, 20), None),
        (png(10_001, 1), None),
        (png(30, 20)[:-1], None),
        (png(30, 20)[:20], None),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND"), None),
        (jpeg(30, 20)[:-2], None),
        (b"\xff\xd8\xff\xd9", None),
        (b"\xff\xd8\xff\xe0\x00\x00\xff\xd9", None),
        (png(30, 20) + b"\0" * MOST_BYTES, None),
        (b"GIF89a", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_what_a_picture_is(data: bytes, picture: Picture | None) -> None:
    assert measured(data) == picture


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff\xc0"]), st.binary(max_size=200))
def test_anything_is_measured_or_not(start: bytes, rest: bytes) -> None:
    measured(start + rest)
