"""What the headings of columns mean: kinds of tables, the columns that each may have, and the words for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from salesduty.text.traditional import simplified

_BRACKETS = re.compile(r"[(\[【（].*?[)\]】）]")
_SIGNS = re.compile(r"[\W_]+")
_AND = re.compile(r"及其?|与|和|或")
_ASIDE = frozenset({"fill", "note", "number"})
_SHORTEST = 2
_LONGEST = 60
"""Characters of a heading that may come again."""
_EXACT, _PARTLY = 1.0, 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of table: the keys of its columns by their words, and `needs`, of which one line must be there as a whole."""

    name: str
    words: Mapping[str, str]
    needs: tuple[tuple[str, ...], ...]

    @lru_cache(maxsize=16384)  # noqa: B019 - made once a program
    def match(self, heading: str) -> tuple[str, float]:
        """Return the key that `heading`, as `bare` gives it, announces and how surely, or an empty key."""
        if (key := self.words.get(heading)) is not None:
            return key, _EXACT
        first = _AND.split(heading)[0]
        if first != heading and (found := self.match(first))[0]:
            return found[0], _PARTLY
        for length in range(len(heading) - 1, _SHORTEST - 1, -1):
            ends, begins = self.words.get(heading[-length:]), self.words.get(heading[:length])
            key = ends or (begins if begins not in _ASIDE else None)
            if key is not None:
                return key, _PARTLY
        return "", 0.0


def bare(heading: str) -> str:
    """Return a heading without brackets, white space and signs, in one width, one script and capitals."""
    return _bare(heading) if len(heading) <= _LONGEST else _bare.__wrapped__(heading)


@lru_cache(maxsize=16384)
def _bare(heading: str) -> str:
    plain = simplified(unicodedata.normalize("NFKC", heading).upper())
    return _SIGNS.sub("", _BRACKETS.sub("", plain)) or _SIGNS.sub("", plain)


def simple(text: str) -> str:
    """Return `text` in simplified characters, character for character."""
    return simplified(text)


def kinds(data: Mapping[str, Mapping[str, Any]]) -> tuple[Kind, ...]:
    """Return the kinds that `columns.yaml` describes."""
    return tuple(
        Kind(
            name,
            {bare(word): key for key, words in reversed(each["keys"].items()) for word in words},
            tuple(tuple(line) for line in each["needs"]),
        )
        for name, each in data.items()
    )


def enough(keys: Sequence[str], kind: Kind) -> bool:
    """Return whether `keys` of columns make a table of `kind`; a key that a line of its needs has twice must be there twice."""
    return any(all(keys.count(key) >= line.count(key) for key in line) for line in kind.needs)
