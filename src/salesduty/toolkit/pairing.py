"""Things of a document beside those that are written: which is which, although words, order or places have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from salesduty.intake.writing.desk import digest
from salesduty.intake.writing.leaves import key
from salesduty.model.duty import Duty
from salesduty.model.kpi import Scoring
from salesduty.model.part import Part
from salesduty.results.place import Path

_ALIKE = 0.6
"""Two sentences that have less in common are two things."""
_EDITED = 0.3
"""What the document still says and a person has reworded may have less in common."""
_MOST_COMPARED = 400
"""Things on each side of which every pair is compared; more are compared with their neighbours alone."""
_NEAR = 20
_SAYING = ("name", "ref", "text", "party", "watch", "rule", "value", "post", "title")


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """An item of a list: what it is, the path of its list, its place in it, and what it lies below."""

    part: Part | str
    within: Path
    index: int
    parent: Thing | None = None

    @property
    def path(self) -> Path:
        """Its own path."""
        return (*self.within, self.index)

    @property
    def words(self) -> str:
        """What it says, in as many words as tell it from others."""
        return said(self.part)


@dataclass(frozen=True)
class Base:
    """What was imported before: digests of the words, None where nothing is known of any import."""

    known: Set[str] | None = None

    def has(self, words: str) -> bool:
        """Whether a document has said so: then it is not new, and what is written so was not changed by hand."""
        return self.known is not None and (
            digest(words) in self.known or ("\n" in words and all(digest(line) in self.known for line in words.split("\n")))
        )

    def has_part(self, part: Part | str) -> bool:
        """Whether a document has said what a thing says, its title before its text or behind it."""
        if not isinstance(part, Duty) or not part.title or not part.text:
            return self.has(said(part))
        ways = (said(part), f"{part.title}：{part.text}", f"{part.title}:{part.text}", part.text)
        return any(map(self.has, ways))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Things of a document with those written; those that are new, those that have no equal there any more.

    `edited` are those of the document that a person has reworded, moved or taken away since they were imported.
    """

    pairs: tuple[tuple[Thing, Thing], ...]
    edited: int
    new: tuple[Thing, ...]
    gone: tuple[Thing, ...]


def said(part: Part | str) -> str:
    """Return what tells a thing from others."""
    if isinstance(part, str):
        return part
    if isinstance(part, Duty):
        return (part.title or "") + (part.text or "")
    if isinstance(part, Scoring):
        return " ".join(filter(None, (part.when, part.score, part.text)))
    return next((value for name in _SAYING if isinstance(value := getattr(part, name, None), str)), "")


def things(several: Sequence[Part | str], within: Path, parent: Thing | None = None) -> Iterator[Thing]:
    """Yield the items of a list in order, duties with all below them."""
    for index, part in enumerate(several):
        thing = Thing(part, within, index, parent)
        yield thing
        if isinstance(part, Duty):
            yield from things(part.duties, (*thing.path, "duties"), thing)


def paired(there: Sequence[Thing], found: Sequence[Thing], base: Base, alike: Mapping[str, str] | None = None) -> Pairs:
    """Return what has become of the things `there`; `alike` are other words for what some of them are called."""
    partner: dict[Thing, Thing] = {}
    free = dict.fromkeys(there)

    def take(thing: Thing, old: Thing) -> None:
        partner[thing] = old
        del free[old]

    for keys in (_place_words, _words, _ids):
        for thing, old in _matched([each for each in found if each not in partner], list(free), keys, alike or {}):
            take(thing, old)
    edited = [thing for thing in found if thing not in partner and base.has_part(thing.part)]
    for thing in edited:
        by_hand = [each for each in free if not base.has_part(each.part)]
        if (near := _most_alike(thing, by_hand, _EDITED)) is not None:
            take(thing, near)
    kept = set(edited)
    for thing in found:
        if thing not in partner and thing not in kept and (near := _most_alike(thing, list(free), _ALIKE)) is not None:
            take(thing, near)
    new = tuple(thing for thing in found if thing not in partner and thing not in kept)
    return Pairs(tuple((partner[thing], thing) for thing in found if thing in partner), len(edited), new, tuple(free))


def _matched(
    found: Sequence[Thing], free: Sequence[Thing], keys: Callable[[Thing, Mapping[str, str]], str], alike: Mapping[str, str]
) -> Iterator[tuple[Thing, Thing]]:
    """Things with the same key, in order."""
    waiting: dict[str, list[Thing]] = defaultdict(list)
    for old in free:
        if known := keys(old, alike):
            waiting[known].append(old)
    for thing in found:
        if several := waiting.get(keys(thing, {})):
            yield thing, several.pop(0)


def plain(words: str) -> str:
    """Return what two spellings of one sentence have in common."""
    return key(words).replace(":", "")


def _place_words(thing: Thing, other: Mapping[str, str]) -> str:
    above = plain(thing.parent.words) if thing.parent is not None else ""
    return f"{above}\n{_words(thing, other)}"


def _words(thing: Thing, other: Mapping[str, str]) -> str:
    return plain(other.get(thing.words, thing.words))


def _ids(thing: Thing, other: Mapping[str, str]) -> str:  # noqa: ARG001 - called like the others
    return str(getattr(thing.part, "id", None) or "")


def _most_alike(thing: Thing, several: Sequence[Thing], least: float) -> Thing | None:
    near = several
    if len(several) > _MOST_COMPARED:
        near = [each for each in several if abs(each.index - thing.index) <= _NEAR]
    best, likeness = None, least
    matcher = SequenceMatcher(None, "", plain(thing.words), autojunk=False)
    for each in near:
        matcher.set_seq1(plain(each.words))
        if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness and (one := matcher.ratio()) > likeness:
            best, likeness = each, one
    return best
