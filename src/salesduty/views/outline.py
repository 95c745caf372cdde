"""Numbers of chapters, sections and items, the same that Word makes from its multi-level lists."""

from __future__ import annotations

from collections.abc import Iterable

from salesduty.model.choices import NumberingStyle as Style
from salesduty.model.department import Numbering
from salesduty.results.paper import Block, Detail, Heading, Item, NumberingStyle
from salesduty.views import naming

_DIGITS = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DEEPEST = 8
"""Word's lists have nine levels, 0 to 8; what is deeper is printed on the last."""


def chinese_number(number: int) -> str:
    """Return `number` (0 to 99999) as Word's chineseCountingThousand writes it: 十一, 一百零五; a larger one in digits."""
    if number < 10:
        return _DIGITS[number]
    if number > 99_999:
        return str(number)
    text, rest, pending_zero = "", number, False
    for value, unit in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        digit, rest = divmod(rest, value)
        if digit:
            text += ("零" if pending_zero else "") + _DIGITS[digit] + unit
        pending_zero = bool(text) and not digit and rest > 0
    text += ("零" if pending_zero and rest else "") + (_DIGITS[rest] if rest else "")
    return text.removeprefix("一") if text.startswith("一十") else text


def style_of(numbering: Numbering) -> NumberingStyle:
    """Return the numbering style that a department asks for."""
    return "decimal" if numbering.style is Style.decimal else "chinese"


class Outline:
    """Counts as it is told of chapters, sections and items, and makes their blocks.

    Chinese style: 一、 chapter, （一） section, 1. （1） ① items. Decimal style: the title is 8, a chapter 8.3,
    items 8.3.2 and below; sections have no number.
    """

    def __init__(self, style: NumberingStyle, start: int = 1) -> None:
        self._style = style
        self._start = start
        self._counts = [0] * (_DEEPEST + 1)

    def title(self, text: str, anchor: str = "") -> tuple[Heading, ...]:
        """Return the heading that numbers the whole document, which only the decimal style has."""
        if self._style == "chinese":
            return ()
        self._counts[0] = self._start - 1
        return (Heading(1, text, self._next(0), naming.anchor(anchor)),)

    def chapter(self, text: str, anchor: str = "", *, new_page: bool = False) -> Heading:
        """Return the heading of the next chapter."""
        level = 0 if self._style == "chinese" else 1
        return Heading(level + 1, text, self._next(level), naming.anchor(anchor), new_page)

    def section(self, text: str, anchor: str = "") -> Heading:
        """Return the heading of the next section."""
        if self._style == "decimal":
            return Heading(3, text, "", naming.anchor(anchor))
        return Heading(2, text, self._next(1), naming.anchor(anchor))

    def item(self, depth: int, title: str, lines: tuple[str, ...], details: Iterable[Detail] = (), anchor: str = "") -> Item:
        """Return the next item, `depth` levels below its heading."""
        depth = min(depth, _DEEPEST - 2)
        return Item(depth, self._next(depth + 2), title, lines, tuple(details), naming.anchor(anchor))

    def _next(self, level: int) -> str:
        self._counts[level] += 1
        for below in range(level + 1, _DEEPEST + 1):
            self._counts[below] = 0
        return self._label(level)

    def _label(self, level: int) -> str:
        if self._style == "decimal":
            return ".".join(str(max(count, 1)) for count in self._counts[: level + 1])
        return _chinese_label(level, self._counts[level])


class FlatOutline(Outline):
    """The outline of a document about one post: its sections are the chapters, 1 and not 1.1 in the decimal style."""

    def chapter(self, text: str, anchor: str = "", *, new_page: bool = False) -> Heading:
        """Return the heading of the next chapter, on the first level whatever the style."""
        return Heading(1, text, self._next(0), naming.anchor(anchor), new_page)

    def section(self, text: str, anchor: str = "") -> Heading:
        """Return the heading of the next chapter."""
        return self.chapter(text, anchor)

    def _label(self, level: int) -> str:
        if self._style == "decimal":
            return ".".join(str(max(count, 1)) for place, count in enumerate(self._counts[: level + 1]) if place != 1)
        return super()._label(level)


def _chinese_label(level: int, count: int) -> str:
    if level == 0:
        return f"{chinese_number(count)}、"
    if level == 1:
        return f"（{chinese_number(count)}）"
    if level == 2:
        return f"{count}."
    if level == 3:
        return f"（{count}）"
    if level == 4:
        return _CIRCLED[count - 1] if count <= len(_CIRCLED) else str(count)
    return f"{_letters(count)}."


def _letters(count: int) -> str:
    """a … z, then aa, bb …, as Word's lowerLetter counts."""
    turns, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def headings(blocks: Iterable[Block], deepest: int) -> tuple[Heading, ...]:
    """Return the headings among `blocks` down to level `deepest`, for the table of contents."""
    return tuple(block for block in blocks if isinstance(block, Heading) and block.level <= deepest)
