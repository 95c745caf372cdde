"""Ids of posts and departments: the English of all words of a name, or a digest where one of them is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from salesduty.responsibility.called import digest
from salesduty.text.normal import normal

_IGNORED = re.compile(r"[\s()（）/、\-_·&]+")
_LATIN = re.compile(r"[A-Z0-9]{1,12}")
_LONGEST = 40


@dataclass(frozen=True)
class NameWords:
    """English words by the Chinese ones that they stand for in ids; an empty one for a word that says nothing."""

    words: Mapping[str, str]
    longest: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.words), default=0))

    def id(self, name: str, kind: str) -> str:
        """Return an id for what is called `name`: the same for the same name, wherever and whenever."""
        spelt = normal(name)
        return self._english(spelt) or f"{kind}-{digest(spelt)}"

    def _english(self, name: str) -> str:
        """The words of `name` from left to right, the longest first; empty where one is not known."""
        found: list[str] = []
        at = 0
        while at < len(name):
            if (blank := _IGNORED.match(name, at)) is not None:
                at = blank.end()
            elif (latin := _LATIN.match(name, at)) is not None:
                found.append(latin[0].lower())
                at = latin.end()
            else:
                word = next((name[at : at + n] for n in range(self.longest, 0, -1) if name[at : at + n] in self.words), "")
                if not word:
                    return ""
                found += [english] if (english := self.words[word]) else []
                at += len(word)
        id = "-".join(found)
        return id if id[:1].isalpha() and len(id) <= _LONGEST else ""


def name_words(data: Mapping[str, Sequence[str]]) -> NameWords:
    """Return the words that `data/intake/ids.yaml` makes: each English word with the Chinese ones it stands for."""
    return NameWords({normal(word): english for english, words in data.items() for word in words})
