"""Ids of posts and departments: the English of all words of a name, or a digest where one of them is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesduty.responsibility.called import digest
from salesduty.source.formatted import needs_no_quotes
from salesduty.text.normal import normal

_IGNORED = re.compile(r"[\s()（）/、\-_·&]+")
_LATIN = re.compile(r"[A-Z0-9]{1,12}")
_LONGEST = 40


@dataclass(frozen=True)
class NameWords:
    """English words by the Chinese ones that they stand for in ids; an empty one for a word that says nothing.

    `usual` are the Chinese words that the English one alone stands for: names of other words are told apart by a digest.
    """

    words: Mapping[str, str]
    usual: frozenset[str]
    longest: int

    def id(self, name: str, kind: str) -> str:
        """Return an id for what is called `name`: the same for the same name, wherever and whenever, and for no other one."""
        spelt = normal(name)
        english, usual = self._english(spelt)
        return english if usual and needs_no_quotes(english) else f"{english or kind}-{digest(spelt)}"

    def _english(self, name: str) -> tuple[str, bool]:
        """The words of `name` from left to right, the longest first, empty where one is not known; whether all are usual."""
        found: list[str] = []
        usual, at = True, 0
        while at < len(name):
            if (blank := _IGNORED.match(name, at)) is not None:
                at = blank.end()
            elif (latin := _LATIN.match(name, at)) is not None:
                found.append(latin[0].lower())
                at = latin.end()
            else:
                word = next((name[at : at + n] for n in range(self.longest, 0, -1) if name[at : at + n] in self.words), "")
                if not word:
                    return "", False
                found += [self.words[word]] if self.words[word] else []
                usual = usual and (not self.words[word] or word in self.usual)
                at += len(word)
        english = "-".join(found)
        return (english, usual) if english[:1].isalpha() and len(english) <= _LONGEST else ("", False)


def name_words(data: Mapping[str, Sequence[str]]) -> NameWords:
    """Return the words that `data/intake/ids.yaml` makes: each English word with the Chinese ones, the usual one first."""
    words = {normal(word): english for english, several in data.items() for word in several}
    usual = frozenset(normal(several[0]) for several in data.values())
    return NameWords(words, usual, max(map(len, words), default=0))
