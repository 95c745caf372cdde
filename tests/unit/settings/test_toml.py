from __future__ import annotations

import time

import pytest

from salesduty.settings.mistake import Mistake
from salesduty.settings.toml import parsed


def test_text_of_windows_is_read_too() -> None:
    assert parsed("\ufefflang = 'zh'\r\nshow = 'info'\r\n".encode(), "s.toml") == (
        {"lang": "zh", "show": "info"},
        "lang = 'zh'\nshow = 'info'\n",
    )


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a = \nb = 1", (1, 5), "等号后面的值写得不对：文字要加引号，是和否写 true、false"),
        ("a = 1\n职责 = 1", (2, 1), "这一行看不懂：要写“名称 = 值”，或者“[小节]”。中文名称要加引号"),
        ("a 1", (1, 3), "名称后面要写等号“=”"),
        ("a = 1 b = 2", (1, 7), "值的后面还有多余的内容，一行只写一项"),
        ("a = 1\na = 2\n", (2, 6), "这一项写了两次"),
        ("[a]\n[a]", (2, 3), "这一节写了两次"),
        ("a = {b = 1, b = 2}", (1, 18), "这一项写了两次"),
        ("a = [1, 2", (1, 0), "列表缺少结尾的“]”，或者两项之间缺少逗号"),
        ("a = {b = 1", (1, 0), "缺少结尾的右花括号，或者两项之间缺少逗号"),
        ('a = "x', (1, 0), "引号没有成对"),
        ('a = "x\nb = 1', (1, 7), "这里有不能直接写的字符，多半是引号没有成对"),
        (r'a = "C:\x"', (1, 9), None),
        ("[a", (1, 0), "小节的名称缺少结尾的“]”"),
        ("x = " + "[" * 3000, (0, 0), "括号套得太深"),
        ("\n" + "x" * 5000, (2, 0), "这一行太长，请分成几行"),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(text: str, place: tuple[int, int], said: str | None) -> None:
    found = parsed(text.encode(), "s.toml")
    assert isinstance(found, Mistake)
    if said is not None:
        assert (found.what.zh, (found.line, found.column)) == (said, place)
    assert found.what.en


@pytest.mark.parametrize(("data", "line"), [("a = 1\nb = '职责'".encode("gbk"), 2), ("a = 1".encode("utf-16"), 1)])
def test_what_is_not_utf8_is_told(data: bytes, line: int) -> None:
    assert parsed(data, "s.toml") == Mistake("s.toml", parsed(data, "s.toml").what, line)  # type: ignore[union-attr]
    assert parsed(data, "s.toml").what.zh == "不是 UTF-8 编码，请用 UTF-8 另存"  # type: ignore[union-attr]


def test_a_file_that_would_take_minutes_takes_none() -> None:
    begin = time.perf_counter()
    assert isinstance(parsed(b"a." * 90_000 + b"a = 1", "s.toml"), Mistake)
    assert isinstance(parsed(b"x" * 200_001, "s.toml"), Mistake)
    parsed(("\n".join("a." * 1900 + f"b{number} = 1" for number in range(50))).encode(), "s.toml")
    assert time.perf_counter() - begin < 20
