"""Duties that several posts divide by amount, region, product or tier, and what lies in none of the parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from salesduty.model.choices import Action
from salesduty.responsibility.bands import Opening, bands, common, openings
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.intersections import shared_names
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.place import Place
from salesduty.text.amounts import Interval, parse_interval
from salesduty.text.normal import normal

_DIVIDED = frozenset((Action.decide, Action.review, Action.do, Action.plan, Action.coordinate))
_COVERS = frozenset((Action.decide, Action.do, Action.plan, Action.coordinate, Action.assign))
_NAMED = ("region", "product", "tier", "industry", "channel")
_FEWEST = 2
"""Parts, and posts, that make a division; and one more than that is the whole of which a part is missing."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the department speaks of the missing part, and what it says there."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class AmountHole:
    """Amounts between the bands of several posts. `held` are the duties that hold the bands, the lowest first."""

    facet: str
    opening: Opening
    held: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class NameHole:
    """Regions, products … (`missing`) that others have beside those of `held`, and where the department says so."""

    facet: str
    dimension: str
    missing: tuple[str, ...]
    held: tuple[Holding, ...]
    said: tuple[Source, ...]


def amount_holes(found: Responsibilities) -> Iterator[AmountHole]:
    """Yield what lies between the amounts of one duty that several posts divide, by area."""
    chains: dict[tuple[str, Action, str], list[tuple[Interval, Holding]]] = {}
    unlimited: set[tuple[str, Action]] = set()
    for holding in found.owned:
        held = _bands(holding)
        for claim in holding.reading.main:
            action = _action(claim)
            if not claim.facet or action not in _DIVIDED:
                continue
            if not held and not holding.reading.recipients:
                unlimited.update((facet, action) for facet in claim.facets)
            chains.setdefault((claim.facet, action, claim.term), []).extend((band, holding) for band in held)
    for key in sorted(chains):
        chain = chains[key]
        if key[:2] in unlimited or len({holding.post.address for _, holding in chain}) < _FEWEST:
            continue
        for opening in openings(band for band, _ in chain):
            beside = _beside(opening, chain)
            if len({holding.post.address for holding in beside}) >= _FEWEST and not _said_elsewhere(opening, key, found):
                yield AmountHole(key[0], opening, beside)


def _action(claim: Claim) -> Action:
    """What is done; approving is deciding, however routine the matter is."""
    return Action.decide if claim.verb == "approve" else claim.action


def _bands(holding: Holding) -> tuple[Interval, ...]:
    reading = holding.reading
    if reading.scope.written and reading.scope.amount is not None:
        return (reading.scope.amount,)
    return bands(normal(holding.text))


def _beside(opening: Opening, chain: Sequence[tuple[Interval, Holding]]) -> tuple[Holding, ...]:
    """The duties whose bands end or begin at the opening."""
    ordered = sorted(chain, key=lambda each: each[1].address)
    below = [holding for band, holding in ordered if band.high == opening.low]
    above = [holding for band, holding in ordered if band.low == opening.high and holding not in below]
    return (*below, *above)


def _said_elsewhere(opening: Opening, key: tuple[str, Action, str], found: Responsibilities) -> bool:
    """Whether an authority, a step, a rule or a further duty about the same speaks of these amounts."""
    for holding in found.holdings:
        if any(_fills(band, opening) for band in bands(normal(holding.text))) and any(
            _action(claim) == key[1] and _is_about(claim.facets, claim.term, key) for claim in holding.reading.claims
        ):
            return True
    spoken = (
        (words, written)
        for words, written in _spoken(found)
        if any(_fills(band, opening) for band in (*bands(normal(words)), *written))
    )
    return any(_speaks_of(words, key, found) for words, _ in spoken)


def _spoken(found: Responsibilities) -> Iterator[tuple[str, tuple[Interval, ...]]]:
    """What is said beside the duties, each with the interval that stands beside it."""
    for post in found.department.active_posts:
        for authority in post.value.authorities:
            yield authority.text, _interval(authority.limit)
    for process in found.department.processes:
        for step in process.value.steps:
            yield f"{step.name}；{step.text or ''}", _interval(step.scope.amount if step.scope is not None else None)
    for function in found.department.spec.functions:
        yield f"{function.name}；{function.text or ''}", ()
    for rule in found.department.spec.rules:
        yield rule, ()


def _interval(limit: str | None) -> tuple[Interval, ...]:
    interval = parse_interval(limit) if limit else None
    return (interval,) if interval is not None else ()


def _fills(band: Interval, opening: Opening) -> bool:
    if opening.point:
        low = band.low is None or band.low < opening.low or (band.low == opening.low and band.low_in)
        return low and (band.high is None or band.high > opening.low or (band.high == opening.low and band.high_in))
    return common(band, opening.interval) is not None


def _speaks_of(words: str, key: tuple[str, Action, str], found: Responsibilities) -> bool:
    tokens = found.matcher.tokens(normal(words))
    facets = tuple(facet for token in tokens for facet in token.entry.facets)
    return any(_is_about(facets, token.entry.term, key) for token in tokens)


def _is_about(facets: Iterable[str], term: str, key: tuple[str, Action, str]) -> bool:
    node = key[0].split(".", 1)[0]
    return any(facet.split(".", 1)[0] == node for facet in facets) or (bool(term) and term == key[2])


def name_holes(found: Responsibilities) -> Iterator[NameHole]:
    """Yield the regions, products, tiers … that a divided duty leaves out, though the department has them elsewhere."""
    for dimension in _NAMED:
        divided = dict(_divided(found, dimension))
        wholes = [*_declared(found, dimension), *_of_siblings(divided)]
        for key in sorted(divided):
            parts = divided[key]
            for whole, said, posts in wholes:
                hole = _hole(key[0], dimension, parts, whole, said, posts, found)
                if hole is not None:
                    yield hole
                    break


_Parts = Mapping[str, tuple[Holding, ...]]
_Whole = tuple[frozenset[str], tuple[Source, ...], frozenset[str]]
"""All the parts, where that is said, and the posts that divide a sibling duty by them; none where it is declared."""


def _divided(found: Responsibilities, dimension: str) -> Iterator[tuple[tuple[str, Action], _Parts]]:
    """The duties that are held by parts only: by area and action, each part with who holds it."""
    parts: dict[tuple[str, Action], dict[str, list[Holding]]] = {}
    whole: set[str] = set()
    for holding in found.owned:
        names = _names(holding, dimension)
        for claim in holding.reading.main:
            if not claim.facet:
                continue
            if not names and claim.action in _COVERS:
                whole.update(claim.facets)
            for name in names:
                several = parts.setdefault((claim.facet, claim.action), {}).setdefault(name, [])
                if holding not in several[-1:]:
                    several.append(holding)
    for key, held in parts.items():
        posts = {holding.post.address for several in held.values() for holding in several}
        if key[1] in _DIVIDED and key[0] not in whole and len(held) >= _FEWEST and len(posts) >= _FEWEST:
            yield key, {name: tuple(sorted(several, key=lambda holding: holding.address)) for name, several in held.items()}


def _names(holding: Holding, dimension: str) -> tuple[str, ...]:
    scope = holding.reading.scope
    if dimension != "region" and not scope.written:
        return ()
    return tuple(sorted(scope.named.get(dimension, ())))


def _declared(found: Responsibilities, dimension: str) -> Iterator[_Whole]:
    """The parts that a function or the purpose of the department names together."""
    spec, place = found.department.spec, found.department.place
    texts = [(place / "purpose", spec.purpose or "")]
    texts += [(place / "functions" / number, f"{each.name}；{each.text or ''}") for number, each in enumerate(spec.functions)]
    if dimension == "region":
        for at, text in texts:
            names = frozenset(token.word for token in found.matcher.tokens(normal(text)) if token.entry.region)
            if len(names) > _FEWEST:
                yield names, (Source(at, text.strip("；")),), frozenset()
    for number, function in enumerate(spec.functions):
        scopes = [duty.scope for top in function.duties for _, duty in top.walk() if duty.scope is not None]
        named = frozenset(normal(value) for scope in scopes for value in getattr(scope, dimension) if value != "*")
        if len(named) > _FEWEST:
            yield named, (Source(place / "functions" / number, f"{function.name}：{'、'.join(sorted(named))}"),), frozenset()


def _of_siblings(divided: Mapping[tuple[str, Action], _Parts]) -> list[_Whole]:
    """The parts by which other duties are divided, the largest sets first."""
    wholes: dict[frozenset[str], _Whole] = {}
    for key in sorted(divided):
        parts = divided[key]
        names = frozenset(parts)
        if len(names) > _FEWEST and names not in wholes:
            held = [several[0] for _, several in sorted(parts.items())]
            said = tuple(Source(holding.place, f"{holding.post.value.name}：{holding.text}") for holding in held)
            wholes[names] = (names, said, frozenset(holding.post.address for several in parts.values() for holding in several))
    return sorted(wholes.values(), key=lambda whole: (-len(whole[0]), sorted(whole[0])))


def _hole(
    facet: str,
    dimension: str,
    parts: _Parts,
    whole: frozenset[str],
    said: tuple[Source, ...],
    posts: frozenset[str],
    found: Responsibilities,
) -> NameHole | None:
    within = found.vocabulary.regions if dimension == "region" else {}
    missing = tuple(sorted(name for name in whole if not shared_names((name,), parts, within)))
    present = len(whole) - len(missing)
    holders = tuple(several[0] for _, several in sorted(parts.items()))
    dividing = {holding.post.address for holding in holders}
    if not missing or present < _FEWEST or len(missing) > present:
        return None
    if posts and len(dividing & posts) < _FEWEST:
        return None
    if any(_may_hold(holding, facet, missing, dimension, found) for holding in found.by_node.get(facet.split(".", 1)[0], ())):
        return None
    if any(_may_hold(holding, "", missing, dimension, found) for holding in found.unread):
        return None
    told = tuple(source for source in said if len(said) == 1 or any(name in normal(source.text) for name in missing)) or said[:1]
    return NameHole(facet, dimension, missing, holders, told)


def _may_hold(holding: Holding, facet: str, missing: Sequence[str], dimension: str, found: Responsibilities) -> bool:
    """Whether a duty of the same area, or one that could not be read, is there for a missing part: then nothing is said."""
    names = _names(holding, dimension)
    within = found.vocabulary.regions if dimension == "region" else {}
    if names:
        return bool(shared_names(missing, names, within))
    return bool(facet) and any(facet in claim.facets and claim.action in _COVERS for claim in holding.reading.claims)
