"""Posts so alike that they might be one: most of their duties read the same. Found by what they share, never pair by pair."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from salesduty.responsibility.apart import posts_apart
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.overlaps import Lines, declared_shared
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.normal import normal

_FEWEST = 4
"""Duties that a post needs to be compared: two posts with two lines each are not described yet."""
_SHARE = 0.7
_WORTH = 0.6
"""What two posts must share of sentences, senses and rare words, by the number of their duties, to be compared at all."""
_SAME_WORDS = 0.75
"""Share of the pairs of characters of two sentences that agree, from which they are nearly the same sentence."""
_CLOSE = 10
"""Of many posts that share one duty, each is compared with so many of those that are likest to it."""
_RARE = 2
"""Pairs of characters by which a sentence is looked up: its rarest, those that the fewest posts use."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Posts that might be one, with the duties of the first that all the others read like, each with theirs."""

    posts: tuple[str, ...]
    pairs: tuple[tuple[Holding, Holding], ...]


@dataclass(frozen=True, slots=True)
class _Duty:
    holding: Holding
    spelt: str
    sense: tuple[object, ...]


def duplicates(found: Responsibilities) -> Iterator[Duplicates]:
    """Yield each group of posts of one level whose duties are mostly the same, by their addresses."""
    duties = _by_post(found)
    lines = Lines(found.department)
    posts = {post.address: post for post in found.department.active_posts}
    partners: dict[str, dict[str, list[tuple[Holding, Holding]]]] = {}
    for one, other in _candidates(duties):
        if found.seats[one].rank != found.seats[other].rank or lines.one_leads(one, other):
            continue
        if posts_apart(posts[one], posts[other], found):
            continue
        pairs = _alike(duties[one], duties[other], found)
        if pairs:
            partners.setdefault(one, {})[other] = pairs
    yield from _clusters(partners, sorted(duties))


def _by_post(found: Responsibilities) -> dict[str, list[_Duty]]:
    """The duties of every post that has enough of them; a post whose own region is part of a duty keeps it."""
    duties: dict[str, list[_Duty]] = {}
    for holding in found.owned:
        duties.setdefault(holding.post.address, []).append(_duty(holding))
    return {address: several for address, several in duties.items() if len(several) >= _FEWEST}


def _duty(holding: Holding) -> _Duty:
    claims = tuple(sorted((claim.facet, claim.action.value, claim.term) for claim in holding.reading.main if claim.facet))
    return _Duty(holding, normal(holding.text), claims)


@lru_cache(maxsize=8192)
def _characters(spelt: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a sentence."""
    return frozenset(spelt[at : at + 2] for at in range(len(spelt) - 1))


def _candidates(duties: Mapping[str, Sequence[_Duty]]) -> Iterator[tuple[str, str]]:
    """The pairs of posts that share a sentence, a sense or a rare pair of characters often enough to be looked at.

    Posts are numbered in the order of their sentences, so that the likest stand beside each other.
    """
    order = sorted(duties, key=lambda address: (sorted(duty.spelt for duty in duties[address]), address))
    used = Counter(pair for address in order for pair in {pair for duty in duties[address] for pair in _characters(duty.spelt)})
    keys = [sorted({key for duty in duties[address] for key in _keys(duty, used)}) for address in order]
    holders: dict[str, list[int]] = {}
    for number, several in enumerate(keys):
        for key in several:
            holders.setdefault(key, []).append(number)
    for number, several in enumerate(keys):
        shared: Counter[int] = Counter()
        for key in several:
            at = bisect_right(holders[key], number)
            shared.update(holders[key][at : at + _CLOSE])
        for other, count in sorted(shared.items()):
            one, two = order[number], order[other]
            if count >= _WORTH * max(len(duties[one]), len(duties[two])):
                yield min(one, two), max(one, two)


def _keys(duty: _Duty, used: Mapping[str, int]) -> Iterator[str]:
    """What a duty is looked up by: its sentence, its sense, its rarest pairs of characters."""
    yield f"={duty.spelt}"
    if duty.sense:
        yield str(duty.sense)
    rare = sorted((used[pair], pair) for pair in _characters(duty.spelt) if 1 < used[pair] <= _CLOSE)
    yield from (pair for _, pair in rare[:_RARE])


def _alike(one: Sequence[_Duty], other: Sequence[_Duty], found: Responsibilities) -> list[tuple[Holding, Holding]]:
    """The duties that read the same, where they are most of both posts; else none."""
    wanted = _SHARE * max(len(one), len(other))
    pairs: list[tuple[Holding, Holding]] = []
    free = list(other)
    for at, mine in enumerate(one):
        if len(pairs) + len(one) - at < wanted:
            return []
        theirs = next((theirs for theirs in free if _reads_like(mine, theirs) and _is_undivided(mine, theirs, found)), None)
        if theirs is not None:
            free.remove(theirs)
            pairs.append((mine.holding, theirs.holding))
    return pairs if len(pairs) >= wanted else []


def _reads_like(mine: _Duty, theirs: _Duty) -> bool:
    if mine.spelt == theirs.spelt or (mine.sense and mine.sense == theirs.sense):
        return True
    if min(len(mine.spelt), len(theirs.spelt)) < _SAME_WORDS * max(len(mine.spelt), len(theirs.spelt)) - 1:
        return False
    one, other = _characters(mine.spelt), _characters(theirs.spelt)
    return len(one & other) >= _SAME_WORDS * len(one | other) > 0


def _is_undivided(mine: _Duty, theirs: _Duty, found: Responsibilities) -> bool:
    one, other = mine.holding, theirs.holding
    meets = one.reading.scope.meets(other.reading.scope, found.vocabulary.regions)
    return meets and not declared_shared(found.department, one, other)


def _clusters(partners: Mapping[str, Mapping[str, list[tuple[Holding, Holding]]]], order: Iterable[str]) -> Iterator[Duplicates]:
    """The posts that hang together, each group once, with what its first post shares with the next."""
    beside: dict[str, set[str]] = {}
    for one, others in partners.items():
        for other in others:
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
    seen: set[str] = set()
    places = {address: at for at, address in enumerate(order)}
    for first in places:
        if first in seen or first not in beside:
            continue
        group, waiting = {first}, [first]
        while waiting:
            for other in beside[waiting.pop()] - group:
                group.add(other)
                waiting.append(other)
        seen |= group
        posts = tuple(sorted(group, key=places.__getitem__))
        # The first address of a group stands first in every pair that it is part of.
        beginning = partners[first]
        yield Duplicates(posts, tuple(beginning[min(beginning)]))
