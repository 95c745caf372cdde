"""What a sentence is called in an id: English words of the vocabulary, or a digest where none of its words is known.

The words are those of the vocabulary (`visit-customer`), because pinyin would take a library and tells homophones not apart.
Nothing depends on where a sentence stands: two imports of one document agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from salesduty.responsibility.matching import Matcher
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.vocabulary import Vocabulary

_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAY_NOTHING = frozenset(("answerfor",))
"""Verbs that every duty could begin with."""
_SHORT = 8
"""Characters of a heading that one word tells."""


def readable(says: str, words: Vocabulary, matcher: Matcher | None = None) -> str:
    """Return what a sentence is about as English words with hyphens, empty where it cannot be told in two.

    `matcher` knows the names of the department besides: in 报销售经理 nothing is sold.
    """
    for claim in sentence(says, words, matcher, whole=False).main:
        verb = "" if claim.verb in _SAY_NOTHING else claim.verb
        name = "-".join(part.lower() for part in (verb, claim.term) if part)
        if _KEBAB.fullmatch(name) and ("-" in name or len(says) <= _SHORT):
            return name
    return ""


def told_apart(wanted: Sequence[tuple[str, str, str]], taken: set[str]) -> list[str]:
    """Return an id for each of `wanted`: what it says, what it would be called, and its kind where that is nothing.

    What would be called the same is told apart by its sentence, whichever stands first. The ids are added to `taken`.
    """
    often = Counter(name for _, name, _ in wanted)
    found = []
    for says, name, kind in wanted:
        certain = name and often[name] == 1 and name not in taken
        given = name if certain else free(f"{name or kind}-{digest(says)}", taken)
        taken.add(given)
        found.append(given)
    return found


def digest(says: str) -> str:
    """Return four hexadecimal digits that rest on the visible characters of a sentence."""
    return blake2b("".join(says.split()).encode(errors="replace"), digest_size=2).hexdigest()


def free(name: str, taken: set[str]) -> str:
    """Return `name`, with a number behind it where it is taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
