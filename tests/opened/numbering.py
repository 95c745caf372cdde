"""The numbers that Word makes: its multi-level lists, carried out as ECMA-376 part 1, 17.9 has them.

Nothing here looks at how salesduty counts; the two are compared by tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class _Level:
    start: int
    format: str
    text: str
    suffix: str


class Numbers:
    """Counts paragraphs in the order in which they come."""

    def __init__(self, numbering: Element, styles: Element) -> None:
        abstract = {each.attrib[f"{_W}abstractNumId"]: each for each in numbering.iter(f"{_W}abstractNum")}
        self._lists = {
            num.attrib[f"{_W}numId"]: _levels(abstract[_value(num, "abstractNumId")]) for num in numbering.iter(f"{_W}num")
        }
        self._styles = {style.attrib[f"{_W}styleId"]: style for style in styles.iter(f"{_W}style")}
        self._counts: dict[tuple[str, int], int] = {}

    def next(self, paragraph: Element) -> str:
        """Return the number that stands before `paragraph`, empty where it has none."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            properties = self._of_style(paragraph)
        if properties is None or _value(properties, "numId") == "0":
            return ""
        return self._counted(_value(properties, "numId"), int(_value(properties, "ilvl") or 0))

    def _of_style(self, paragraph: Element) -> Element | None:
        name = _value(paragraph.find(f"{_W}pPr"), "pStyle")
        while name:
            style = self._styles[name]
            properties = style.find(f"{_W}pPr/{_W}numPr")
            if properties is not None:
                return properties
            name = _value(style, "basedOn")
        return None

    def _counted(self, number: str, level: int) -> str:
        levels = self._lists[number]
        self._counts[number, level] = self._counts.get((number, level), levels[level].start - 1) + 1
        for below in range(level + 1, len(levels)):
            self._counts.pop((number, below), None)

        def said(match: re.Match[str]) -> str:
            # A level that was skipped shows what it would begin with.
            at = int(match[1]) - 1
            return FORMATS[levels[at].format](self._counts.get((number, at), levels[at].start))

        return re.sub("%([1-9])", said, levels[level].text)


def _levels(abstract: Element) -> list[_Level]:
    return [
        _Level(int(_value(each, "start") or 0), _value(each, "numFmt"), _value(each, "lvlText"), _value(each, "suff") or "tab")
        for each in sorted(abstract.iter(f"{_W}lvl"), key=lambda each: int(each.attrib[f"{_W}ilvl"]))
    ]


def _value(parent: Element | None, child: str) -> str:
    found = parent.find(f"{_W}{child}") if parent is not None else None
    return "" if found is None else found.attrib[f"{_W}val"]


def counting_thousand(number: int) -> str:
    """Return a number as chineseCountingThousand writes it, which is how it is read aloud: 十, 二十一, 一百零五, 一千零一十."""
    digits = [int(digit) for digit in str(number)]
    said = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            said += _DIGITS[digit] + ("", "十", "百", "千", "万")[place]
        elif not said.endswith("零"):
            said += "零"
    said = said.rstrip("零") or "零"
    return said[1:] if said.startswith("一十") else said


def _circled(number: int) -> str:
    # U+2460 to U+2473 are ① to ⑳; Word falls back on plain digits beyond them.
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _lower_letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCountingThousand": counting_thousand,
    "decimalEnclosedCircle": _circled,
    "lowerLetter": _lower_letter,
}
"""Number formats by their names in the standard."""
