"""Width of characters, blanks between them and marks that come in pairs: strings in, values out.

What may be replaced is told as `Change`: the characters from `start` up to `end` become `words`. GB/T 15834-2011 gives Chinese
sentences full-width marks, GB/T 15835-2011 Arabic figures half the width of a character.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Change(NamedTuple):
    """Characters of a text and what they become; `safe` tells that the meaning stays for certain."""

    start: int
    end: int
    words: str
    safe: bool = True


_HAN = r"\u3400-\u9fff"
_MARKS = "，。、；：？！（）《》“”…"
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．／－：，][０-９Ａ-Ｚａ-ｚ]+)*％?")
_BLANK = re.compile(
    rf"(?<=[{_MARKS}])[ \t\u3000\xa0]+(?=\S)|(?<=\S)[ \t\u3000\xa0]+(?=[{_MARKS}])|(?<=[{_HAN}])[ \t\u3000\xa0]+(?=[{_HAN}])|"
    r"(?<=\S)(?:[ \t\u3000\xa0]{2,}|[\u3000\xa0\t])(?=\S)"
)
_NARROW = re.compile(rf"(?<=[{_HAN}“”）)》])[,;:?!](?=[{_HAN}“”（(《]|$)|(?<=[{_HAN}])\((?=[^()\n]{{0,80}}\))")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_PAIRS = {"）": "（", "》": "《", "”": "“", "】": "【", "」": "「", "』": "『", "〉": "〈"}
_OPENING = frozenset(_PAIRS.values())
_SAME = str.maketrans("()", "（）")
_COUNTING = re.compile(r"(?:(?<=[\s，。；、：,;:])|^)[0-9０-９a-zA-Zⅰ-ⅻ①-⑳一二三四五六七八九十]{1,3}[)）]")


def wide(text: str) -> list[Change]:
    """Return the full-width figures and letters of `text`, with what stands between them (９５．５％)."""
    return [Change(each.start(), each.end(), _half(each[0])) for each in _WIDE.finditer(text)]


def _half(words: str) -> str:
    return "".join(chr(ord(char) - 0xFEE0) for char in words)


def blanks(text: str) -> list[Change]:
    """Return the blanks of `text` that do not belong there.

    One between two Chinese characters may stand for a comma, so that taking it out is not safe.
    """
    found = []
    for each in _BLANK.finditer(text):
        before, after = text[each.start() - 1], text[each.end()]
        if before in _MARKS or after in _MARKS:
            found.append(Change(each.start(), each.end(), ""))
        elif _is_han(before) and _is_han(after):
            found.append(Change(each.start(), each.end(), "", safe=False))
        else:
            found.append(Change(each.start(), each.end(), " "))
    return found


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def narrow(text: str) -> list[Change]:
    """Return the half-width marks between the Chinese characters of `text`; brackets with the one that closes them."""
    found = []
    for each in _NARROW.finditer(text):
        found.append(Change(each.start(), each.end(), each[0].translate(_FULL)))
        if each[0] == "(":
            close = text.index(")", each.end())
            found.append(Change(close, close + 1, "）"))
    return sorted(found)


def unpaired(text: str) -> list[tuple[int, str]]:
    """Return the brackets and quotation marks of `text` that have no partner, each with where it stands.

    Both widths of round brackets count as one, and what closes a counting number (1） 2）) needs no partner.
    """
    counting = {each.end() - 1 for each in _COUNTING.finditer(text)}
    waiting: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for index, char in enumerate(text.translate(_SAME)):
        if char in _OPENING:
            waiting.append((index, char))
        elif char in _PAIRS:
            if waiting and waiting[-1][1] == _PAIRS[char]:
                waiting.pop()
            elif index not in counting:
                alone.append((index, text[index]))
    return sorted([*alone, *((index, text[index]) for index, _ in waiting)])
