"""Numbering of a Word file: what number Word draws before a paragraph (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from salesduty.intake.readers.word.counting import counted
from salesduty.intake.readers.word.names import NAMES, attribute, child, number, switch, value
from salesduty.intake.readers.word.symbols import symbols

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_MOST_HOPS = 5


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: `restart` is the level, from 1, after which it begins anew; 0 for never, -1 for any above it."""

    form: str = "decimal"
    custom: str = ""
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A list that paragraphs point to: who shares a `counter` counts on; `anew` are levels begun anew and their starts."""

    counter: str
    levels: Mapping[int, Level]
    anew: Mapping[int, int] = field(default_factory=dict)

    def level_of(self, style: str, default: int) -> int:
        """Return the level that belongs to a paragraph style, else `default`."""
        return next((depth for depth, each in self.levels.items() if each.style == style), default) if style else default


def numberings(root: Element | None) -> Mapping[str, Numbering]:
    """Return the lists of the part `numbering.xml`, whose root is `root`, by the ids that paragraphs use."""
    if root is None:
        return {}
    abstract = {attribute(each, "abstractNumId"): each for each in root if NAMES[each.tag] == "w:abstractNum"}
    styled = {value(each, "w:styleLink"): key for key, each in abstract.items() if value(each, "w:styleLink")}
    known: dict[str, dict[int, Level]] = {}
    found = {}
    for each in root:
        if NAMES[each.tag] == "w:num":
            key = value(each, "w:abstractNumId")
            for _ in range(_MOST_HOPS):
                key = styled.get(value(abstract.get(key), "w:numStyleLink"), key)
            if key not in known:
                known[key] = dict(_levels(abstract.get(key)))
            found[attribute(each, "numId")] = _numbering(key, known[key], each)
    return found


def _levels(element: Element | None) -> dict[int, Level]:
    levels = (each for each in element if NAMES[each.tag] == "w:lvl") if element is not None else ()
    return {number(attribute(each, "ilvl"), 0): _level(each) for each in levels}


def _level(element: Element) -> Level:
    form, custom = "decimal", ""
    for each in _alternatives(element):
        if NAMES[each.tag] == "w:numFmt":
            form, custom = attribute(each, "val"), attribute(each, "format")
            break
    text = value(element, "w:lvlText")
    fonts = child(child(element, "w:rPr"), "w:rFonts")
    if form == "bullet":
        text = symbols(text, attribute(fonts, "ascii") or attribute(fonts, "hAnsi") if fonts is not None else "") or "•"
    return Level(
        form,
        custom,
        text,
        number(value(element, "w:start"), 0),
        number(value(element, "w:lvlRestart"), -1),
        bool(switch(element, "w:isLgl")),
        value(element, "w:pStyle"),
    )


def _alternatives(element: Element) -> list[Element]:
    """The children of `element`, with those of the first choice where alternatives stand."""
    found: list[Element] = []
    for each in element:
        if NAMES[each.tag] == "mc:AlternateContent":
            found.extend(each[0] if len(each) else ())
        else:
            found.append(each)
    return found


def _numbering(counter: str, levels: Mapping[int, Level], element: Element) -> Numbering:
    own, anew = dict(levels), {}
    for each in element:
        if NAMES[each.tag] != "w:lvlOverride":
            continue
        depth = number(attribute(each, "ilvl"), 0)
        written = child(each, "w:lvl")
        if written is not None:
            own[depth] = _level(written)
        start = value(each, "w:startOverride")
        if start:
            anew[depth] = number(start, 1)
            own[depth] = replace(own.get(depth, Level()), start=anew[depth])
    return Numbering(counter, own, anew)


class Counters:
    """Counts the paragraphs of a document, which come in order."""

    def __init__(self, known: Mapping[str, Numbering]) -> None:
        self._known = known
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def known(self, key: str) -> Numbering | None:
        """Return the list `key`."""
        return self._known.get(key)

    def label(self, key: str, depth: int) -> str:
        """Count a paragraph of the list `key` at `depth`, from 0, and return what Word draws before it."""
        numbering = self._known.get(key)
        level = numbering.levels.get(depth) if numbering else None
        if numbering is None or level is None:
            return ""
        counts = self._counts.setdefault(numbering.counter, {})
        if key not in self._begun:
            self._begun.add(key)
            for each in numbering.anew:
                counts.pop(each, None)
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for below in range(depth + 1, _LEVELS):
            restart = numbering.levels.get(below, level).restart
            if restart == -1 or depth < restart:
                counts.pop(below, None)
        return _drawn(numbering, level, counts)


def _drawn(numbering: Numbering, level: Level, counts: Mapping[int, int]) -> str:
    if level.form == "bullet":
        return level.text

    def sign(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        of = numbering.levels.get(depth, level)
        count = counts.get(depth, of.start)
        return str(count) if level.legal else counted(count, of.form, of.custom)

    return _PLACE.sub(sign, level.text).strip()
