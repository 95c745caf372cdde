"""Styles of a Word file: what a paragraph or a run looks like where it does not say so itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesduty.intake.readers.word.names import NAMES, attribute, child, number, switch, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|标题|標題|見出し)\s*([1-9])")
_BY_LEVEL = re.compile(r"([1-9一二三四五六七八九])\s*[级級](?:标题|標題)")
_SPOKEN = re.compile(r"(?:标题|標題)\s*([一二三四五六七八九])")
_TITLES = frozenset({"title", "标题", "標題", "文档标题", "表題"})
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*[1-9]|toc heading")
_DIGITS = "一二三四五六七八九"
_BODY = 9
_MOST_BASES = 30


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs or runs, with what it is based on counted in. `list` and `level` are its numbering."""

    heading: int = 0
    strong: bool = False
    hidden: bool = False
    list: str = ""
    level: int = 0
    contents: bool = False


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id; `paragraph` is what a paragraph without a style has."""

    known: Mapping[str, Style]
    paragraph: Style = PLAIN

    def of(self, style: str) -> Style:
        """Return the paragraph style `style`."""
        return self.known.get(style, self.paragraph) if style else self.paragraph

    def run(self, style: str) -> Style:
        """Return the character style `style`."""
        return self.known.get(style, PLAIN) if style else PLAIN


def styles(root: Element | None) -> Styles:
    """Return the styles of the part `styles.xml`, whose root is `root`."""
    if root is None:
        return Styles({})
    written = {attribute(each, "styleId"): each for each in root if NAMES[each.tag] == "w:style"}
    base = _style(child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr"), None, "", PLAIN)
    known: dict[str, Style] = {}
    for name in written:
        _resolved(name, written, known, base)
    default = next((name for name, each in written.items() if _is_default(each)), "")
    return Styles(known, known.get(default, base))


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _resolved(name: str, written: Mapping[str, Element], known: dict[str, Style], base: Style) -> None:
    """Put the style `name` and those it is based on into `known`."""
    chain: list[str] = []
    while name in written and name not in known and name not in chain and len(chain) < _MOST_BASES:
        chain.append(name)
        name = value(written[name], "w:basedOn")
    for each in reversed(chain):
        style = written[each]
        is_run = attribute(style, "type") == "character"
        above = known.get(value(style, "w:basedOn"), PLAIN if is_run else base)
        known[each] = _style(child(style, "w:rPr"), child(style, "w:pPr"), value(style, "w:name"), above)


def _style(run: Element | None, paragraph: Element | None, name: str, above: Style) -> Style:
    strong, hidden = switch(run, "w:b"), switch(run, "w:vanish")
    numbering = child(paragraph, "w:numPr")
    key = name.lower().strip()
    outline = value(paragraph, "w:outlineLvl")
    return Style(
        heading=level(outline) if outline else named(key) or above.heading,
        strong=above.strong if strong is None else strong,
        hidden=above.hidden if hidden is None else hidden,
        list=value(numbering, "w:numId") or above.list,
        level=number(value(numbering, "w:ilvl"), above.level),
        contents=bool(_CONTENTS.fullmatch(key)) or above.contents,
    )


def level(outline: str) -> int:
    """Return the level of a heading, from 1, that an outline level stands for; 0 for body text."""
    found = number(outline, _BODY)
    return found + 1 if 0 <= found < _BODY else 0


def named(name: str) -> int:
    """Return the level that the name of a style, in small letters, tells; 0 for none."""
    if name in _TITLES:
        return 1
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    match = _BY_LEVEL.fullmatch(name) or _SPOKEN.fullmatch(name)
    if not match:
        return 0
    return int(match[1]) if match[1].isascii() else _DIGITS.index(match[1]) + 1
