"""Texts come in five encodings, and none says which; short ones too are read in the right one."""

from __future__ import annotations

import codecs

import pytest

from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.sniff import sniff

SIMPLIFIED = ("负责区域销售", "1、每周回访客户，并做好记录；", "岗位名称：置业顾问\n编制：13名", "绩效考核：回款率≥95%")
TRADITIONAL = ("負責區域銷售", "1、每週回訪客戶，並做好記錄；", "崗位名稱：置業顧問\n編制：13名", "績效考核：回款率不低於95%")


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize(
    ("encoding", "name"),
    [("gb18030", "GB18030"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")],
)
def test_simplified(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding)) == (text, (("encoding", name),))


@pytest.mark.parametrize("text", TRADITIONAL)
def test_traditional(text: str) -> None:
    assert decode(text.encode("big5hkscs")) == (text, (("encoding", "Big5"),))
    assert decode(text.encode("gb18030")) == (text, (("encoding", "GB18030"),))


@pytest.mark.parametrize(
    ("mark", "encoding", "notes"),
    [
        (codecs.BOM_UTF8, "utf-8", ()),
        (codecs.BOM_UTF16_LE, "utf-16-le", (("encoding", "UTF-16"),)),
        (codecs.BOM_UTF16_BE, "utf-16-be", (("encoding", "UTF-16"),)),
        (codecs.BOM_UTF8 * 2, "utf-8", ()),
    ],
)
def test_a_mark_tells(mark: bytes, encoding: str, notes: tuple[tuple[str, str], ...]) -> None:
    assert decode(mark + "职责".encode(encoding)) == ("职责", notes)


def test_some_broken_bytes_do_not_make_another_encoding() -> None:
    data = "本流程涵盖从用户咨询到问题解决的完整链路".encode()
    broken = data.replace("盖".encode(), b"\xe7\x9b")
    assert decode(broken) == ("本流程涵\ufffd从用户咨询到问题解决的完整链路", (("broken", "1"),))
    assert decode(data[:-1])[0] == "本流程涵盖从用户咨询到问题解决的完整链\ufffd"


def test_a_broken_byte_in_gbk_is_told() -> None:
    text, notes = decode("负责区域销售，完成回款".encode("gbk") + b"\xff")
    assert text == "负责区域销售，完成回款\ufffd"
    assert notes == (("encoding", "GB18030"), ("broken", "1"))


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"\xff", b"\x00\x00\x00", bytes(range(256))])
def test_any_bytes_are_read(data: bytes) -> None:
    assert isinstance(decode(data)[0], str)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 8, "picture"),
        (b"Rar!\x1a\x07\x01\0" + bytes(200), "archive"),
        (bytes(range(256)) * 8, "unknown-format"),
    ],
)
def test_what_is_no_text_is_not_read_as_one(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        sniff(data, "职责.txt")
    assert refused.value.reason == reason
