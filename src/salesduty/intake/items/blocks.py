"""Lines to paragraphs: what a program wrapped at the edge of its page is put together again."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from salesduty.intake.items.marks import opening
from salesduty.intake.items.numerals import PLAIN
from salesduty.intake.lexicon import FORMS, Lexicon
from salesduty.intake.manuscript import Line
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage, joined
from salesduty.text.exchange import Exchange

_plain = Exchange({each: chr(each).translate(FORMS).translate(PLAIN) for each in (*FORMS, *PLAIN)})
_ENDS = frozenset("。;!?:…")
_CARRIES_ON = frozenset(",、(《“及和与或的并/-—")
_LEADS_NOTHING = frozenset(",。;、)》”:!?%")
_ALONE = re.compile(r"\s*(?:\(?[\dA-Za-z一二三四五六七八九十]{1,3}[、.)]|[①-⑳*•·●◆■▪➢▶√])\s*")
_LEFT = re.compile(r"[。;!?]\s*(?:\(\d{1,2}\)|\d{1,2}[、)])$")
_COUNT = re.compile(r"\s*(\d{1,2})\s*")
_NARROWEST, _SLACK, _LONGEST = 24, 4, 20_000
_SHORT = 16
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its characters, its text with plain punctuation, and the lines that it was wrapped from with their begins."""

    passage: Passage
    text: str
    lines: tuple[Line, ...]
    begins: tuple[int, ...]

    def line(self, at: int) -> Line:
        """Return the line that holds character `at`."""
        return self.lines[max(0, bisect_right(self.begins, at) - 1)]


def blocks(lines: Sequence[Clean], lexicon: Lexicon) -> list[Block]:
    """Return the paragraphs of a document, in order."""
    texts = [_plain(each.passage.text) for each in lines]
    edge = _edge(texts)
    counted = _counts_alone(texts)
    found: list[Block] = []
    start = size = 0
    for place, each in enumerate(lines):
        if place and not (size < _LONGEST and _goes_on(lines, texts, place, edge, counted, lexicon)):
            found.append(_block(lines[start:place], texts[start:place]))
            start, size = place, 0
        size += len(each.passage)
    return [*found, _block(lines[start:], texts[start:])] if lines else found


def _block(group: Sequence[Clean], texts: Sequence[str]) -> Block:
    begins = (0, *accumulate(len(each.passage) for each in group[:-1]))
    passage = joined(each.passage for each in group)
    return Block(passage, "".join(texts), tuple(each.line for each in group), begins)


def _goes_on(
    lines: Sequence[Clean], texts: Sequence[str], place: int, edge: int, counted: frozenset[int], lexicon: Lexicon
) -> bool:  # fmt: skip
    """Whether line `place` carries on the one before."""
    line, above = lines[place].line, lines[place - 1].line
    if line.cell != above.cell or line.part != above.part or line.heading or above.heading or line.label or line.depth >= 0:
        return False
    text, before = texts[place].strip(), texts[place - 1].strip()
    if place - 1 in counted or _ALONE.fullmatch(before):
        return not opening(text) and not _ALONE.fullmatch(text)
    if line.blank or not text or not before or opening(texts[place]):
        return False
    if _LEFT.search(before):
        return True
    if before[-1] in _ENDS:
        return False
    return _evidence(texts[place - 1], texts[place], edge, lexicon) >= _ENOUGH


def _evidence(above: str, text: str, edge: int, lexicon: Lexicon) -> int:
    """How much speaks for `text` being the rest of the line `above`, which has no end."""
    before, after = above.strip(), text.strip()
    points = 0
    if before[-1] in _CARRIES_ON:
        points += 3 if before[-1] in ",、(《“" else 1
    if after[0] in _LEADS_NOTHING:
        points += 3
    if before.count("(") > before.count(")") and ")" in after:
        points += 2
    if edge and width(above) >= edge - _SLACK:
        points += 3
    if after[-1] in _ENDS and after[-1] != ":" and len(before) > _SHORT:
        points += 1
    if len(before) < _SHORT and (not edge or width(above) < edge - _SLACK):
        points -= 2
    if lexicon.field(before) or lexicon.field(re.split("[: ]", after, maxsplit=1)[0]):
        points -= 4
    return points


def width(text: str) -> int:
    """Return how many columns a line fills, Chinese characters two."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text.rstrip()) + wide


def _edge(texts: Sequence[str]) -> int:
    """Return the width at which the lines of a document were wrapped; 0 where they were not.

    Wrapped lines crowd at the edge without an end, and none stands out beyond it.
    """
    if len(texts) < _ENOUGH:
        return 0
    widths = [(width(text), text.rstrip()[-1:] in _ENDS) for text in texts if len(text) < _LONGEST]
    edge = max((wide for wide, _ in widths), default=0)
    full = [ended for wide, ended in widths if wide >= edge - _SLACK]
    return edge if edge >= _NARROWEST and len(full) >= _ENOUGH and full.count(False) * 2 > len(full) else 0


def _counts_alone(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines that hold nothing but a number, where such lines count 1, 2, 3 before lines that hold none."""
    found: list[int] = []
    due = 1
    for place, text in enumerate(texts[:-1]):
        count = _COUNT.fullmatch(text)
        if count and not _COUNT.fullmatch(texts[place + 1]) and int(count[1]) in (due, 1):
            due = int(count[1]) + 1
            found.append(place)
    return frozenset(found if len(found) > 1 else ())
