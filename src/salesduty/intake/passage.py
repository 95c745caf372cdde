"""Characters of a document, each knowing where it stands: what every value of a draft is cut from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

_SPACE = " \t\r\n\f\v\u3000\xa0\u200b\u200c\u200d\ufeff\u2002\u2003\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Passage:
    """`text`, whose character `i` is number `at[i]` of the document; a range where nothing between was put aside."""

    text: str
    at: Sequence[int]

    def __len__(self) -> int:
        """Return how many characters it has."""
        return len(self.text)

    def cut(self, start: int, stop: int | None = None) -> Passage:
        """Return the characters from `start` to `stop`, as a slice of the text would."""
        if start == 0 and (stop is None or stop >= len(self.text)):
            return self
        return Passage(self.text[start:stop], self.at[start:stop])

    def strip(self, also: str = "") -> Passage:
        """Return it without white space, and without the characters of `also`, at both ends."""
        chars = _SPACE + also
        start = len(self.text) - len(self.text.lstrip(chars))
        return self.cut(start, max(start, len(self.text.rstrip(chars))))

    def rstrip(self, chars: str) -> Passage:
        """Return it without white space and `chars` at the end."""
        return self.cut(0, len(self.text.rstrip(_SPACE + chars)))

    def split(self, pattern: Pattern[str]) -> tuple[Passage, ...]:
        """Return what stands between the matches of `pattern`, empty pieces left out."""
        found, start = [], 0
        for match in pattern.finditer(self.text):
            found.append(self.cut(start, match.start()).strip())
            start = match.end()
        found.append(self.cut(start).strip())
        return tuple(each for each in found if each.text)

    def without(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """Return it without the characters of `spans`, which are in order and do not meet."""
        pieces, start = [], 0
        for begin, end in spans:
            pieces.append(self.cut(start, begin))
            start = end
        return joined([*pieces, self.cut(start)])


def joined(passages: Iterable[Passage]) -> Passage:
    """Return passages as one, in the order given."""
    pieces = [each for each in passages if each.text]
    if len(pieces) == 1:
        return pieces[0]
    at: list[int] = []
    for each in pieces:
        at.extend(each.at)
    return Passage("".join(each.text for each in pieces), tuple(at))


EMPTY = Passage("", range(0))
