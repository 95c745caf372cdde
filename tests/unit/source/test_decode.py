"""Bytes of whatever editor, and the text in them."""

from __future__ import annotations

import codecs

import pytest

from salesduty.source.decode import Decoded, decode
from salesduty.source.problems import MOST_BYTES, Problem

TEXT = "部门: {name: 销售部}\r\n# 𠀀\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 * 2 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_read_without_its_mark(data: bytes, encoding: str) -> None:
    assert decode(data) == Decoded(TEXT, encoding)


def test_gb18030_is_read_and_told() -> None:
    assert decode(TEXT.encode("gb18030")) == Decoded(TEXT, "gb18030", (Problem("not-utf8", 0, 0, {"encoding": "GB18030 / GBK"}),))


def test_nothing_is_a_text_too() -> None:
    assert decode(b"") == Decoded("", "utf-8")


def test_a_wrong_byte_is_named_with_its_place_in_characters() -> None:
    assert decode("部门".encode() + b"\xff\xff") == Decoded(None, "utf-8", (Problem("undecodable", 2, 3, {"byte": "0xFF"}),))


def test_after_a_mark_no_other_encoding_is_tried() -> None:
    assert decode(codecs.BOM_UTF8 + "岗".encode("gbk")) == Decoded(
        None, "utf-8", (Problem("undecodable", 0, 1, {"byte": "0xB8"}),)
    )
    assert decode(codecs.BOM_UTF16_LE + b"a") == Decoded(None, "utf-16-le", (Problem("undecodable", 0, 1, {"byte": "0x61"}),))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0\xa1", b"\xff\xd8\xff\xe0"])
def test_what_another_program_wrote_is_not_read(data: bytes) -> None:
    assert decode(data) == Decoded(None, "", (Problem("other-format", 0, 0),))
    assert decode(b" " + data).problems != decode(data).problems


def test_a_text_with_a_nul_is_not_taken_for_gb18030() -> None:
    assert decode("部门\0".encode("gbk")) == Decoded(None, "utf-8", (Problem("undecodable", 0, 1, {"byte": "0xB2"}),))


def test_ten_megabytes_are_the_limit() -> None:
    assert decode(b" " * MOST_BYTES).problems == ()
    assert decode(b" " * (MOST_BYTES + 1)) == Decoded(None, "", (Problem("too-large", 0, 0, {"limit": 10}),))
