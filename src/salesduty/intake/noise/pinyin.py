"""Pinyin that a converter set in brackets behind characters, and what is left of it where it lost some: 職責(zé), 隊?wèi)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SYLLABLE = rf"[a-zü{_TONED}]{{1,6}}"
_IN_BRACKETS = re.compile(rf"[(（]({_SYLLABLE})[)）]")
# The converter wrote a question mark for a character it lost, and the bracket went with it.
_DEBRIS = re.compile(rf"[?？]({_SYLLABLE})[)）]")
_IS_TONED = re.compile(f"[{_TONED}]")
_FEW = 3


def pinyin(texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield for each line the spans of pinyin in it.

    A bracket with a tone mark is pinyin anywhere. One without (`(de)`), and debris, count only in a document that has some of
    the former, because brackets also hold units and abbreviations.
    """
    marked = sum(1 for text in texts for found in _IN_BRACKETS.finditer(text) if _IS_TONED.search(found[1]))
    for text in texts:
        spans = [
            found.span()
            for found in _IN_BRACKETS.finditer(text)
            if found.start() > 0 and _is_han(text[found.start() - 1]) and (_IS_TONED.search(found[1]) or marked >= _FEW)
        ]
        if marked >= _FEW:
            spans.extend(found.span() for found in _DEBRIS.finditer(text))
        yield sorted(spans)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"
