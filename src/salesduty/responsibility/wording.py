"""Whether two sentences are the same in other words: copied from one post to another, with usual words exchanged.

Words of one verb group or one term count as one word, figures and times do not count. What nobody's vocabulary knows has to
be the same: a noun put in the place of another divides the work, and is no copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from sys import intern

from salesduty.responsibility.matching import Token
from salesduty.responsibility.vocabulary import Vocabulary

SAME = 0.8
"""Likeness from which two sentences are the same in other words."""
_MOST = 200
"""Words of a sentence that are compared."""
FEWEST = 4
"""A sentence of fewer words is too short to have been copied."""
_TIMES = re.compile(
    r"(?:[每逐当次首本上下各半]|(?<![\d一二两三四五六七八九十])[\d一二两三四五六七八九十]{1,9})? ?个?"
    r"(?:工作[日天]|小时|钟头|分钟|星期|季度?|年度?|月度?|周|[日天旬])(?:末|初|底|以?内|之?前|后|起)?|"
    r"[\d.%]+|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]{1,6}(?=[个份次家名条项套])"
)
_EMPTY = frozenset("的地得和与及或并且对向将把为在由按从以其各给让使到至于了着过之内后前中时所负责进行做好个一次")


def units(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words of a normalised sentence that can tell it from others, each as what it stands for."""
    return tuple(map(intern, islice(_units(_TIMES.sub(lambda match: " " * len(match[0]), text), tokens, vocabulary), _MOST)))


def _units(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[str]:
    at = 0
    for token in tokens:
        yield from _plain(text[at : token.start])
        at = max(at, token.end)
        group = vocabulary.verbs.get(token.entry.verb)
        if token.entry.term and token.entry.term in vocabulary.terms:
            yield f"={token.entry.term}"
        elif group is not None:
            yield from () if group.role == "light" else (f"{group.action.value}",)
        elif token.entry.facets:
            yield f"@{token.entry.facets[0]}"
        elif not _TIMES.fullmatch(token.word):
            yield token.word
    yield from _plain(text[at:])


def _plain(text: str) -> Iterator[str]:
    return (char for char in text if char not in _EMPTY and ("\u4e00" <= char <= "\u9fff" or char.isalpha()))


def same(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two sentences are, given as `units`; 0 where they are not the same in other words."""
    if min(len(one), len(other)) < FEWEST or len(one) > 2 * len(other) or len(other) > 2 * len(one):
        return 0.0
    words, others = {*one}, {*other}
    if len(words & others) < 0.6 * min(len(words), len(others)):
        return 0.0
    one, other = sorted((tuple(one), tuple(other)))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if (likeness := matcher.ratio()) < SAME or _is_divided(matcher, one, other):
        return 0.0
    return likeness


def _is_divided(matcher: SequenceMatcher[str], one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a noun stands in the place of another."""
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "replace" and all(_names_something(words) for words in (one[a:b], other[c:d])):
            return True
    return False


def _names_something(words: Sequence[str]) -> bool:
    return (
        any(word.startswith(("=", "@")) for word in words)
        or sum(len(word) == 1 for word in words) >= 2
        or any(len(word) > 1 and "\u4e00" <= word[0] <= "\u9fff" for word in words)
    )
