"""Which duties may meet a need, found through indices instead of by going through all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.needs import Aspect, Need, pairs
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.text.normal import normal


class Finder:
    """The duties of a department by area, by thing, and by those pairs of characters that its needs are named with."""

    def __init__(self, owned: Sequence[Holding], needs: Iterable[Need], vocabulary: Vocabulary) -> None:
        self._texts = [(holding, normal(holding.text)) for holding in owned]
        self._by_key: dict[str, list[int]] = {}
        wanted = pairs(need.words for need in needs)
        for index, (holding, text) in enumerate(self._texts):
            for key in {*_keys(holding, vocabulary), *(pair for pair in pairs((text,)) if pair in wanted)}:
                self._by_key.setdefault(key, []).append(index)

    def candidates(self, need: Need, aspect: Aspect) -> Iterator[tuple[Holding, str]]:
        """Yield the duties that share an area, a thing or a pair of characters with `need`, with their normalised sentences."""
        keys = {*(f"@{facet.split('.', 1)[0]}" for facet in aspect.facets), *(f"={term}" for term in aspect.terms)}
        keys.update(pairs((need.words,)))
        found = {index for key in keys for index in self._by_key.get(key, ())}
        return (self._texts[index] for index in sorted(found))


def _keys(holding: Holding, vocabulary: Vocabulary) -> Iterator[str]:
    for claim in holding.reading.claims:
        for facet in claim.facets:
            also = vocabulary.areas[facet].also if facet in vocabulary.areas else frozenset[str]()
            yield from (f"@{area.split('.', 1)[0]}" for area in (facet, *also))
        if claim.term:
            yield f"={claim.term}"
