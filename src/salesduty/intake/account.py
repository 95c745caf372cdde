"""What becomes of every character of a text: into a line, or aside with a reason. What nobody spoke for goes aside at the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from salesduty.intake.manuscript import Aside, Line, Manuscript, refuse_too_much
from salesduty.intake.passage import Passage

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_IN_LINE = 1
_FIRST_REASON = 2
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
"""Characters that a person does not see, or sees as a box: controls, without width, private use."""
_SYMBOL = re.compile("\\s*[\uf020-\uf0ff]\\s*")
"""Bullets of the fonts Symbol and Wingdings, as Word writes them into texts."""
BULLET = "•"


class Account:
    """The characters of `text` and where each went. Passages given here are cut from it, or decoded from what is in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._said = 0
        self.lines: list[Line] = []
        self._fate = bytearray(len(text))
        self._reasons: list[str] = []
        self._begins = [0, *(match.end() for match in _BREAK.finditer(text))]

    def whole(self) -> Passage:
        """Return all characters."""
        return Passage(self.text, range(len(self.text)))

    def number(self, at: int) -> int:
        """Return the line, from 1, that character `at` stands in."""
        return bisect_right(self._begins, at)

    def put(self, start: int, stop: int, reason: str) -> None:
        """Put aside the characters from `start` to `stop` that no line has."""
        code = self._code(reason)
        self._fate[start:stop] = self._fate[start:stop].replace(b"\0", bytes([code]))

    def put_passage(self, passage: Passage, reason: str) -> None:
        """Put aside the characters of `passage` that no line has."""
        for start, stop in _runs(passage.at):
            self.put(start, stop, reason)

    def kept(self, passage: Passage) -> tuple[Passage, bool]:
        """Return the characters of `passage` that a person sees, and whether a bullet of a symbol font stood before them."""
        odd = _ODD.search(passage.text)
        if odd is None:
            return passage, False
        bullet = _SYMBOL.match(passage.text) is not None
        spans = [match.span() for match in _ODD.finditer(passage.text)]
        for start, stop in spans:
            self.put_passage(passage.cut(start, stop), "numbering" if bullet and start == odd.start() else "watermark")
        return passage.without(spans), bullet

    def line(self, passage: Passage, looks: Line) -> bool:
        """Add a line of `passage` that looks like `looks`; none where nothing in it can be seen."""
        passage, bullet = self.kept(passage)
        passage = passage.strip()
        if not passage.text:
            return False
        self._said += len(passage)
        refuse_too_much(len(self.lines) + 1, self._said)
        number = self.number(passage.at[0])
        label = BULLET if bullet and not looks.label else looks.label
        self.lines.append(replace(looks, text=passage.text, number=number, label=label))
        self._claim(passage)
        return True

    def _claim(self, passage: Passage) -> None:
        source, fate = self.text, self._fate
        if isinstance(passage.at, range) and passage.text == source[passage.at.start : passage.at.stop]:
            fate[passage.at.start : passage.at.stop] = bytes([_IN_LINE]) * len(passage.at)
            return
        for char, at in zip(passage.text, passage.at, strict=True):
            if source[at] == char:
                fate[at] = _IN_LINE

    def manuscript(self, kind: str, rest: str, notes: Sequence[tuple[str, str]] = ()) -> Manuscript:
        """Return the document; what nobody has spoken for is put aside for the reason `rest`."""
        self.put(0, len(self.text), rest)
        return Manuscript(kind, tuple(self.lines), tuple(self._asides()), tuple(notes))

    def _asides(self) -> Iterator[Aside]:
        """One for each line of the source and reason; pieces apart stay apart."""
        for number, of_line in groupby(self._pieces(), key=lambda each: each[0]):
            by_reason: dict[int, list[str]] = {}
            for _, code, text in of_line:
                by_reason.setdefault(code, []).append(text.strip())
            for code, texts in by_reason.items():
                if told := " ".join(filter(None, texts)):
                    yield Aside(told, number, self._reasons[code - _FIRST_REASON])

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        """Line, reason and text of what stands together within a line and went aside for one reason."""
        # `(.)\1*` would say the same and takes a hundred bytes of memory for each that it finds.
        codes = (bytes([_FIRST_REASON + number]) for number in range(len(self._reasons)))
        runs = re.compile(b"|".join(re.escape(code) + b"++" for code in codes) or b"(?!)")
        for match in runs.finditer(self._fate):
            number = self.number(match.start())
            for more, text in enumerate(_BREAK.split(self.text[match.start() : match.end()])):
                yield number + more, match[0][0], text

    def _code(self, reason: str) -> int:
        if reason not in self._reasons:
            self._reasons.append(reason)
        return self._reasons.index(reason) + _FIRST_REASON


def _runs(at: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of `at` as spans."""
    if isinstance(at, range):
        yield at.start, at.stop
        return
    start = before = None
    for place in at:
        if before is None or place != before + 1:
            if start is not None and before is not None:
                yield start, before + 1
            start = place
        before = place
    if start is not None and before is not None:
        yield start, before + 1
