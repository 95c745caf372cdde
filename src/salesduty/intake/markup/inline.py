"""The texts between two breaks of a page, put together to lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from salesduty.intake.passage import EMPTY, Passage, joined

_NEWLINE = re.compile(r"[ \t\f\v\u3000\xa0]*(?:\r\n?|[\n\u2028\u2029])\s*")
_BLANKS = re.compile(r"[ \t\f\v\xa0\u2002-\u200a]{2,}")
COUNTED = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、．]|\.(?!\d))|[①-⑳]|第[一二三四五六七八九十]+[章条节]|[*•●◆■▪➢★▲※·-]\s*\S)"
)
NUMBER_ALONE = re.compile(r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳]|[•●◆■▪➢★▲◇○□·])\s*")
_SENTENCE = re.compile(r"[。；;！!？?]\s*$")
_ANNOUNCED = re.compile(r"\s*[\u4e00-\u9fff]{2,6}\s*[:：]")
_MOST_STACKED = 12
_WIDE = 30
"""A line of this many characters may have been broken by the width of a screen; a shorter one ends where its writer wanted."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text without tags in it; `strong` as its elements say, `link` inside of one."""

    passage: Passage
    strong: bool
    link: bool
    apart: bool = False


@dataclass(slots=True)
class Row:
    """A line in the making."""

    passage: Passage
    strong: bool
    links: int


@dataclass(slots=True)
class Run:
    """Texts since the last break."""

    pieces: list[Piece] = field(default_factory=list)

    def add(self, passage: Passage, strong: bool, link: bool, apart: bool) -> None:
        """Add a text; `apart` says that it begins where another link or button has just ended."""
        self.pieces.append(Piece(passage, strong, link, apart))

    def ends_with_colon(self) -> bool:
        """Whether the last text announces the next."""
        return next(
            (each.passage.text.rstrip()[-1] in ":：" for each in reversed(self.pieces) if each.passage.text.strip()), False
        )

    def rows(self, *, kept: bool) -> Iterator[Row]:
        """Yield the lines that the texts make; where `kept`, each of theirs stays one."""
        found: list[Piece] = []
        for piece, same, broken in _parts(self.pieces):
            if (found and broken and (kept or _ends(found[-1].passage.text, piece.passage.text, same, broken > 1))) or (
                found and piece.apart and found[-1].link and piece.link
            ):
                yield _row(found)
                found = []
            found.append(piece)
        if found:
            yield _row(found)
        self.pieces = []


def _parts(pieces: list[Piece]) -> Iterator[tuple[Piece, bool, int]]:
    """The pieces cut at line ends: each, whether it is of the same text as the one before, how many lines ended there."""
    broken = 0
    for piece in pieces:
        start, same = 0, False
        text = piece.passage.text
        for match in _NEWLINE.finditer(text):
            if match.start() > start and text[start : match.start()].strip():
                yield (
                    Piece(piece.passage.cut(start, match.start()), piece.strong, piece.link, piece.apart and not same),
                    same,
                    broken,
                )
                same = True
            start, broken = match.end(), broken + match[0].count("\n") or 1
        if text[start:].strip():
            yield Piece(piece.passage.cut(start), piece.strong, piece.link, piece.apart and not same), same, broken
            broken = 0
        elif text[start:] and not broken:
            yield Piece(piece.passage.cut(start), piece.strong, piece.link), same, broken


def _ends(before: str, after: str, same: bool, blank: bool) -> bool:
    """Whether the end of a line between two texts is meant, and not only how the source of the page is laid out."""
    if _SENTENCE.search(before) or COUNTED.match(after):
        return True
    if same and (blank or _ANNOUNCED.match(after)):
        return True
    return same and len(before.strip()) < _WIDE


def _row(pieces: list[Piece]) -> Row:
    strong = links = size = 0
    texts: list[Passage] = []
    for piece in pieces:
        passage = piece.passage
        seen = len("".join(passage.text.split()))
        size += seen
        strong += seen if piece.strong else 0
        links += seen if piece.link else 0
        blanks = [(match.start() + 1, match.end()) for match in _BLANKS.finditer(passage.text)]
        texts.append(passage.without(blanks) if blanks else passage)
    whole = joined(texts).strip() if texts else EMPTY
    return Row(whole, 0 < size == strong, links)


def stacked(rows: list[Row]) -> list[Row]:
    """Join what is set from top to bottom, a character a line (工/作/职/责), as headings beside tables are."""
    found: list[Row] = []
    for one, run in groupby(rows, key=lambda row: len(row.passage.text) == 1 and "\u4e00" <= row.passage.text <= "\u9fff"):
        group = list(run)
        if one and 1 < len(group) <= _MOST_STACKED:
            passage = joined([each.passage for each in group])
            found.append(Row(passage, all(each.strong for each in group), sum(each.links for each in group)))
        else:
            found += group
    return found
