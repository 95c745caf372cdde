"""The words that duties are read by, made ready for reading from the data of the package and of the user."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from salesduty.model.choices import Action, TermKind, VerbRole
from salesduty.model.document import Document
from salesduty.model.separation import Separation
from salesduty.model.vocabulary import Area, Profile, Term
from salesduty.responsibility.matching import Entry, Matcher, split_compound
from salesduty.text.normal import normal

_DEEPEST = 30
"""Kinds of kinds that are followed."""
ANY = "*"
"""Stands for every verb in a pair of verb and object."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A group of verbs: what its words do, what they do to the verb behind them, and the families of like groups."""

    id: str
    action: Action
    role: VerbRole | None
    kin: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a term stands for: `above` are the terms that it is a kind of, the nearest first."""

    id: str
    above: tuple[str, ...]
    area: str | None
    kind: TermKind | None

    @property
    def itself(self) -> tuple[str, ...]:
        """The term and all that it is a kind of."""
        return (self.id, *self.above)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the taxonomy or one of its facets.

    `apart`: holding a sibling does not mean holding this one. `routine`: drawing something up is doing there.
    `watched`: so is watching. `also`: who holds this holds these areas as well.
    `own`: every post has a share of its own, and two that say the same do not meet. `drawn_up`: without a verb of its
    own, planning is meant.
    """

    id: str
    name: str
    apart: bool = False
    routine: bool = False
    watched: bool = False
    also: frozenset[str] = frozenset()
    own: bool = False
    drawn_up: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """Everything that reading needs. `pairs` leads from (verb group or `ANY`, term) to facets."""

    matcher: Matcher
    verbs: Mapping[str, VerbGroup]
    terms: Mapping[str, Sense]
    pairs: Mapping[tuple[str, str], tuple[str, ...]]
    areas: Mapping[str, Node]
    regions: Mapping[str, frozenset[str]]
    """Each region with all that lie in it, itself included."""
    parties: Mapping[str, str]
    """Other names of parties, with the usual one."""
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    separations: Mapping[str, Separation] = field(default_factory=dict)
    """What one post must not hold both, by the id of the pair."""

    def area_name(self, area: str) -> str:
        """Return what an area is called; a facet with its node: 回款·催收. An unknown one goes by its id."""
        node = self.areas.get(area.split(".", 1)[0])
        facet = self.areas.get(area) if "." in area else None
        names = [each.name for each in (node, facet) if each is not None]
        return "·".join(dict.fromkeys(names)) or area


def compiled(documents: Iterable[Document]) -> Vocabulary:
    """Return the vocabulary of `documents`; what comes later adds to what came before, and overrides what it says anew."""
    documents = tuple(documents)
    verbs = {group.id: group for group in _verbs(documents)}
    terms = _terms(documents)
    areas = _areas(documents)
    entries: dict[str, Entry] = {}
    for document in documents:
        for verb in document.verbs:
            _enter(entries, verb.words, verb=verb.id)
        for term in document.glossary:
            _enter(entries, term.words, term=term.id)
        for facet_id, words, _ in _facets(document.areas):
            _enter(entries, words, facet=facet_id)
        for region in document.regions:
            _enter(entries, (region.name, *region.aliases, *region.includes), region=True)
        for alias in document.aliases:
            _enter(entries, (alias.name, *alias.words), party=alias.name)
    _decompose(entries)
    return Vocabulary(
        matcher=Matcher.of(entries),
        verbs=verbs,
        terms=terms,
        pairs=_pairs(documents),
        areas=areas,
        regions=_regions(documents),
        parties={word: entry.party for word, entry in entries.items() if entry.party},
        profiles={profile.id: profile for document in documents for profile in document.profiles},
        separations={pair.id: pair for document in documents for pair in document.segregation},
    )


def _verbs(documents: Iterable[Document]) -> Iterator[VerbGroup]:
    known: dict[str, VerbGroup] = {}
    for document in documents:
        for verb in document.verbs:
            before = known.get(verb.id)
            action = verb.action or (before.action if before else Action.do)
            kin = frozenset(verb.kin) | (before.kin if before else frozenset())
            known[verb.id] = VerbGroup(verb.id, action, verb.role or (before.role if before else None), kin)
    yield from known.values()


def _terms(documents: Iterable[Document]) -> dict[str, Sense]:
    said: dict[str, Term] = {}
    for document in documents:
        for term in document.glossary:
            before = said.get(term.id)
            said[term.id] = term if before is None else before.model_copy(update=_given(term, ("under", "area", "kind")))
    return {name: Sense(name, _above(name, said), term.area or _area_above(name, said), term.kind) for name, term in said.items()}


def _given(part: Term, names: tuple[str, ...]) -> dict[str, object]:
    return {name: value for name in names if (value := getattr(part, name)) is not None}


def _above(name: str, said: Mapping[str, Term]) -> tuple[str, ...]:
    above: dict[str, None] = {}
    term = said.get(name)
    while term is not None and term.under is not None and len(above) < _DEEPEST and term.under not in (name, *above):
        above[term.under] = None
        term = said.get(term.under)
    return tuple(above)


def _area_above(name: str, said: Mapping[str, Term]) -> str | None:
    return next((said[above].area for above in _above(name, said) if above in said and said[above].area), None)


def _facets(areas: Iterable[Area]) -> Iterator[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]]:
    """Each facet as its id, its words, and its pairs of verb and object."""
    for area in areas:
        for facet in area.facets:
            pairs = tuple((verb, thing) for pair in facet.when for verb in (pair.verbs or (ANY,)) for thing in pair.objects)
            yield f"{area.id}.{facet.id}", facet.words, pairs


def _areas(documents: Iterable[Document]) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for document in documents:
        for area in document.areas:
            known = nodes.get(area.id, Node(area.id, area.id))
            routine, watched = bool(area.routine) or known.routine, bool(area.watched) or known.watched
            nodes[area.id] = Node(
                area.id, area.name or known.name, routine=routine, watched=watched, own=bool(area.own) or known.own
            )
            for facet in area.facets:
                whole = f"{area.id}.{facet.id}"
                before = nodes.get(whole)
                name = facet.name or (before.name if before else facet.id)
                apart = bool(facet.apart) or (before is not None and before.apart)
                also = frozenset(facet.also) | (before.also if before is not None else frozenset())
                drawn_up = bool(facet.drawn_up) or (before is not None and before.drawn_up)
                nodes[whole] = Node(whole, name, apart, routine, watched, also, drawn_up=drawn_up)
    return nodes


def _pairs(documents: Iterable[Document]) -> dict[tuple[str, str], tuple[str, ...]]:
    pairs: dict[tuple[str, str], tuple[str, ...]] = {}
    for document in documents:
        for facet_id, _, several in _facets(document.areas):
            for pair in several:
                pairs[pair] = tuple(dict.fromkeys((*pairs.get(pair, ()), facet_id)))
    return pairs


def _regions(documents: Iterable[Document]) -> dict[str, frozenset[str]]:
    below: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for document in documents:
        for region in document.regions:
            name = normal(region.name)
            names.update(dict.fromkeys(map(normal, region.aliases), name))
            below.setdefault(name, set()).update(map(normal, region.includes))
    known: dict[str, frozenset[str]] = {}
    for name in {*below, *(each for several in below.values() for each in several)}:
        within = {name}
        waiting = [name]
        while waiting:
            inside = {names.get(each, each) for each in below.get(waiting.pop(), ())} - within
            within |= inside
            waiting.extend(inside)
        known[name] = frozenset(within)
    return known | {alias: known.get(name, frozenset({name})) for alias, name in names.items()}


def _enter(
    entries: dict[str, Entry],
    words: Iterable[str],
    *,
    verb: str = "",
    term: str = "",
    facet: str = "",
    region: bool = False,
    party: str = "",
) -> None:
    for word in words:
        spelt = normal(word)
        before = entries.get(spelt, Entry())
        facets = tuple(dict.fromkeys((*before.facets, facet))) if facet else before.facets
        entries[spelt] = Entry(verb or before.verb, term or before.term, facets, region or before.region, party or before.party)


def _decompose(entries: dict[str, Entry]) -> None:
    """Give words that only tell a facet the verb and the term that they are made of: 合同审核 is 审核 and 合同."""
    for word, entry in list(entries.items()):
        if entry.facets and not (entry.verb and entry.term):
            verb, term = split_compound(word, entries)
            entries[word] = entry._replace(verb=entry.verb or verb, term=entry.term or term)
