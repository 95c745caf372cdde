"""What numbers count: Chinese, Arabic, Roman, circled, letters."""

from __future__ import annotations

import unicodedata

from salesduty.text.exchange import Exchange

HAN = "〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    digit: value for value, digit in enumerate("壹贰叁肆伍陆柒捌玖", 1)
}
_ROMAN = {"i": 1, "v": 5, "x": 10}

# One character for one, so that places stay what they are.
PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    ord(wide): ord(plain) for wide, plain in zip("﹒﹑､〔〕﹙﹚。｡", ".、、()()。。", strict=True)
}
_NARROW = Exchange(PLAIN)


def plain(text: str) -> str:
    """Return `text` with the half-width forms of digits, letters and punctuation, one character for one."""
    return _NARROW(text)


def han(text: str) -> int:
    """Return what a Chinese number up to 99 is; 0 where it is none."""
    tens, ten, ones = text.replace("拾", "十").partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    if not ten:
        return _DIGITS.get(tens, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def roman(text: str) -> int:
    """Return what a Roman number of I, V and X is; 0 where it is not written as one."""
    values = [_ROMAN.get(letter, 0) for letter in text.lower()]
    if 0 in values:
        return 0
    total = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return total if _written(total) == text.lower() else 0


def _written(number: int) -> str:
    return "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]


def sign(text: str) -> int:
    """Return what a single sign that holds a number (①, ⑴, ⒈, ㈠, Ⅰ, ⒜) counts."""
    if "⒜" <= text <= "⒵":
        return ord(text) - ord("⒜") + 1
    return int(unicodedata.numeric(text, 0))
