"""Did you mean: the known words nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

# Beyond this many candidates the comparison would cost more than the hint is worth.
_MOST_CANDIDATES = 2_000
_MOST_COMPARED = 40
_LONGEST = 80
# Two words of three characters that share two come to 0.67; one of two in its place is to count nearly as much.
_HALF_OF_TWO = 0.6


def nearest(word: str, known: Iterable[str], most: int = 3, cutoff: float = 0.55) -> tuple[str, ...]:
    """Return up to `most` of `known` that look like `word`, best first, never `word` itself.

    One word holding the other (经理 in 大区经理) counts as close, because Chinese posts are often
    called by part of their name. Ties are broken by the word, so that the order of `known` never shows.
    """
    if len(word) > _LONGEST:
        return ()
    wanted = word.casefold()
    scored = []
    for candidate in _promising(wanted, islice(known, _MOST_CANDIDATES), cutoff):
        score = _likeness(wanted, candidate.casefold())
        if score >= cutoff and candidate != word:
            scored.append((-score, candidate))
    return tuple(candidate for _, candidate in sorted(set(scored))[:most])


def _promising(wanted: str, known: Iterable[str], cutoff: float) -> list[str]:
    """The few of `known` that can be likest to `wanted`: comparing in full takes ten times as long."""
    bounded = ((-_most_likeness(wanted, candidate.casefold()), candidate) for candidate in known)
    return [candidate for bound, candidate in sorted(pair for pair in bounded if -pair[0] >= cutoff)[:_MOST_COMPARED]]


def _most_likeness(wanted: str, candidate: str) -> float:
    """What `_likeness` cannot exceed: all the characters that occur in both, whatever their order."""
    if wanted in candidate or candidate in wanted:
        return 1.0
    shared = min(len(candidate), sum(map(candidate.__contains__, wanted)))
    if shared == 1 and len(wanted) == len(candidate) == 2:
        return _HALF_OF_TWO
    return 2 * shared / (len(wanted) + len(candidate))


def _likeness(wanted: str, candidate: str) -> float:
    if len(candidate) > _LONGEST:
        return 0.0
    ratio = SequenceMatcher(None, wanted, candidate, autojunk=False).ratio()
    shorter = min(len(wanted), len(candidate))
    if len(wanted) == len(candidate) == 2 and (wanted[0] == candidate[0] or wanted[1] == candidate[1]):
        return max(ratio, _HALF_OF_TWO)
    if shorter >= 2 and (wanted in candidate or candidate in wanted):
        return max(ratio, 0.7)
    return ratio
