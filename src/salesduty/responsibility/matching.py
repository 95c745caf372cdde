"""Leftmost-longest matching: the words of a vocabulary in a text, none inside another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Entry(NamedTuple):
    """What a word may be: a verb (its group), a name for a term, a sign of facets, a region, the name of a party."""

    verb: str = ""
    term: str = ""
    facets: tuple[str, ...] = ()
    region: bool = False
    party: str = ""


class Token(NamedTuple):
    """A word of the vocabulary in a text, from `start` to `end`."""

    start: int
    end: int
    word: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Matcher:
    """Words by their first character, with the lengths to try, the longest first."""

    entries: Mapping[str, Entry]
    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, entries: Mapping[str, Entry]) -> Matcher:
        """Return the matcher of `entries`."""
        lengths: dict[str, set[int]] = {}
        for word in entries:
            lengths.setdefault(word[0], set()).add(len(word))
        return cls(entries, {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()})

    def tokens(self, text: str) -> list[Token]:
        """Return the words in `text` from left to right, each the longest that begins where it begins.

        A word is found although something that says nothing stands inside it: 行业最新动态.
        """
        if _FILLER.search(text) is None:
            return self._tokens(text)
        places = [at for at, kept in enumerate(_FILLER.sub(_blank, text)) if kept != _BLANK]
        found = self._tokens("".join(text[at] for at in places))
        return [Token(places[token.start], places[token.end - 1] + 1, token.word, token.entry) for token in found]

    def _tokens(self, text: str) -> list[Token]:
        found: list[Token] = []
        at, end, entries, lengths = 0, len(text), self.entries, self.lengths
        while at < end:
            step = 1
            for length in lengths.get(text[at], ()):
                word = text[at : at + length]
                if word not in entries or len(word) != length or _cuts(text, at, at + length) or self._goes_on(text, at + length):
                    continue
                if word[0] in _PLACES and found and found[-1].end == at and self._begins(text, at + 1, length):
                    continue
                if entries[word].verb and length > 1 and self._names_party(text, at + length - 1):
                    continue
                found.append(Token(at, at + length, word, entries[word]))
                step = length
                break
            at += step
        return [token for index, token in enumerate(found) if len(token.word) > 1 or _stands_free(text, found, index)]

    def _begins(self, text: str, at: int, least: int) -> bool:
        """Whether a word of at least so many characters begins there: 权限内 审批, not 内审 批."""
        return any(
            length >= least and text[at : at + length] in self.entries for length in self.lengths.get(text[at : at + 1], ())
        )

    def _names_party(self, text: str, at: int) -> bool:
        """Whether the name of a party begins there: 报 销售经理, not 报销."""
        return any(
            length > _LEAST_NAME and (entry := self.entries.get(text[at : at + length])) is not None and entry.party
            for length in self.lengths.get(text[at : at + 1], ())
        )

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether what ends there is the first part of a name for people, a place or a store: 采购 in 采购部, 数据 in 数据库."""
        if text[end : end + 1] not in _NAMES or text[end : end + 2] in _NO_NAMES:
            return False
        return not any(text[end : end + length] in self.entries for length in self.lengths.get(text[end], ()) if length > 1)

    def extended(self, more: Mapping[str, Entry]) -> Matcher:
        """Return a matcher that knows `more` as well; a word that is known already takes on what it is besides."""
        if not more:
            return self
        both = {
            word: self.entries[word]._replace(party=entry.party) if word in self.entries else entry
            for word, entry in more.items()
        }
        return Matcher.of({**self.entries, **both})


_LEAST_NAME = 2
"""A name of a party must be longer than that to break a verb in front of it."""
_PLACES = frozenset("内中后前上下外时")
"""Characters that end a phrase of place or time before a word rather than begin it."""
_NAMES = frozenset("员师部科库")
"""Characters that make a name for people, a place or a store of the word before them."""
_NO_NAMES = frozenset(("部门", "部分", "部署", "科学", "科目", "师傅", "员工", "库存", "部件"))
_FILLER = re.compile("(?<=[\u4e00-\u9fff])(?:最新|各类|各种|最佳)(?=[\u4e00-\u9fff])")
_BLANK = "\0"


def _blank(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])


_COUNTED = re.compile(r"[一二两三四五六七八九十几每各好过出了\d]*[份个次遍场篇张套轮批家名单款]?")


_BEFORE = frozenset(",;:。、()\n 的并或和与及再先即可会须应需要将把为来去后前时内由等各每地周天日月年季次")


def _stands_free(text: str, found: Sequence[Token], index: int) -> bool:
    """Whether a word of one character is a word here: words or marks stand on both sides, perhaps a count (写一份 周报)."""
    token = found[index]
    if index + 1 >= len(found) or _COUNTED.fullmatch(text, token.end, found[index + 1].start) is None:
        return False
    return token.start == 0 or text[token.start - 1] in _BEFORE or (index > 0 and found[index - 1].end == token.start)


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether a word of letters or digits begins or ends inside a longer one, as CRM in SCRM."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (_is_latin(before) and _is_latin(text[start])) or (_is_latin(after) and _is_latin(text[end - 1]))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


_OF_SALES = "sell"
"""In front of a noun 销售 says only whose it is: 销售物料 are not sold."""


def split_compound(word: str, entries: Mapping[str, Entry]) -> tuple[str, str]:
    """Return the verb group and the term that `word` is made of, empty where it has none.

    A word that names a term itself is a noun, and a verb counts only at its end: 合同审核 is a review, 审核意见 none.
    """
    own = entries[word].term
    verb = term = ""
    for size in range(len(word) - 1, 0, -1):
        for part in (word[-size:], word[:size]):
            entry = entries.get(part)
            if entry is None or (size == 1 and len(word) > 3):
                continue
            at_end = part == word[-size:]
            if (not own and (at_end or entry.verb != _OF_SALES)) or (at_end and size > 1):
                verb = verb or entry.verb
            term = term or ("" if entry.verb and size == 1 else entry.term)
    return verb, own or term
