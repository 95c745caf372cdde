"""A post, a process, a department as a document has it beside the one that is written: differences, and edits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from salesduty.intake.writing.desk import plain_value
from salesduty.model.duty import Duty
from salesduty.model.fields import spellings
from salesduty.model.order import Shape
from salesduty.model.part import Part
from salesduty.results.place import Path
from salesduty.source.grown import Added, field_lines, item_lines
from salesduty.source.wishes import Whole
from salesduty.source.written import CannotEdit
from salesduty.toolkit.pairing import Base, Pairs, Thing, paired, said, things
from salesduty.toolkit.placing import below, place_after, without
from salesduty.toolkit.wording_of import before, label, same_words, sentence_key, shape_at, shown, speaks_chinese

Edit = Whole | Added
_IDENTITY = frozenset(("id", "name", "ref", "text", "party", "watch", "rule", "value", "post", "title", "when", "score"))
_PASSED_OVER = frozenset(("id", "numbering", "outside", "status"))
_REFS = frozenset(("reports_to", "appraised_by", "deputy", "from_", "to", "shared_with", "do", "review", "support", "inform"))
_NAMES = frozenset(
    ("reports_to", "appraised_by", "from", "to", "shared_with", "do", "review", "support", "inform", "attendees", "proposes",
     "kpis", "systems", "split")
)  # fmt: skip
"""Lists of what has an id and a name; those of KPIs on posts have names of their own beside."""
_MOST_NAMES = 2_500
_OF_A_DUTY = _IDENTITY | {"duties"}
"""What is compared for all duties of a list together, those below them included."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the field and its path, old and new words; `at` is the path in the page that the document makes.

    `edits` put it in; none for one that only has to be told, or that comes with another one.
    """

    kind: Literal["new", "changed", "kept", "gone"]
    path: Path
    at: Path
    old: str = ""
    new: str = ""
    edits: tuple[Edit, ...] = ()
    with_other: bool = False


@dataclass(slots=True)
class Comparing:
    """Compares entities of a page with those written. `text` is the page, in the keys of the definitions.

    `same` tells whether two names mean the same; `measured` gives a KPI what its definition says, and `kpi_names` the name
    of what a KPI of a post refers to.
    """

    text: str
    base: Base
    same: Callable[[str, str], bool]
    measured: Callable[[Part], Part] = lambda part: part
    kpi_names: Mapping[str, str] = field(default_factory=dict)
    unchanged: int = 0

    def parts(self, old: Part, new: Part, path: Path, at: Path, skip: frozenset[str] = frozenset()) -> Iterator[Change]:
        """Yield the differences of two entities, field by field in the order of files."""
        for name in _in_order(new):
            if name in _PASSED_OVER or name in skip:
                continue
            was, now = getattr(old, name, None), getattr(new, name)
            key = type(new).model_fields[name].alias or name
            here, there = (*path, key), (*at, key)
            if isinstance(now, tuple):
                yield from self._lists(was or (), now, here, there, refs=name in _REFS)
            elif isinstance(now, Part):
                if isinstance(was, Part):
                    yield from self.parts(was, now, here, there)
                else:
                    yield from self._fresh(key, said(now), path, at)
            elif now is not None:
                yield from self._value(was, now, here, there)
        yield from self._gone_fields(old, new, path, at, skip)

    def lists(self, old: Sequence[Part], new: Sequence[Part], path: Path, at: Path) -> Iterator[Change]:
        """Yield the differences of two lists."""
        return self._lists(old, new, path, at, refs=False)

    def words(self, old: Part, new: Part, path: Path, at: Path) -> Iterator[Change]:
        """Yield what two things that belong together are called, where that differs."""
        for name in _in_order(new):
            was, now = getattr(old, name, None), getattr(new, name)
            if name in _IDENTITY - {"id"} and isinstance(now, str) and isinstance(was, str):
                yield from self._value(was, now, (*path, name), (*at, name))

    def pair(self, one: Thing, other: Thing) -> Iterator[Change]:
        """Yield the differences of two things of lists that belong together."""
        old, new = one.part, other.part
        if isinstance(old, str) or isinstance(new, str):
            yield from self._value(old, new, one.path, other.path)
            return
        yield from self._named(one, other, old, new)
        skip = _OF_A_DUTY if isinstance(new, Duty) else _identity(new)
        yield from self.parts(self.measured(old), new, one.path, other.path, skip)

    def _named(self, one: Thing, other: Thing, old: Part, new: Part) -> Iterator[Change]:
        """The words that two things are known by, where they are others."""
        words = self._called(one.within).get(one.words, one.words)
        alike = one.within[-1] in _NAMES and self.same(one.words, other.words)
        if alike or same_words(one.words, other.words) or same_words(words, other.words) or self.base.has_part(new):
            self.unchanged += 1
            return
        was, now = shown(old), shown(new)
        if self.base.known is not None and not self.base.has_part(old):
            yield Change("kept", one.path, other.path, was, now)
            return
        yield Change("changed", one.path, other.path, was, now, tuple(_renaming(old, new, one.path)))

    def _value(self, old: object, new: object, path: Path, at: Path) -> Iterator[Change]:
        was, now = plain_value(old), plain_value(new)
        if old is None or was == "":
            if self.base.has(now):
                self.unchanged += 1
            else:
                yield from self._fresh(str(path[-1]), now, path[:-1], at[:-1])
            return
        if same_words(was, now) or self.same(was, now) or self.base.has(now):
            self.unchanged += 1
        elif self.base.known is not None and not self.base.has(was):
            yield Change("kept", path, at, label(old, path), label(new, path))
        else:
            words = label(new, path) if speaks_chinese(self.text) else now
            yield Change("changed", path, at, label(old, path), label(new, path), (Whole(path, words),))

    def _lists(
        self, old: Sequence[Part | str], new: Sequence[Part | str], path: Path, at: Path, *, refs: bool
    ) -> Iterator[Change]:
        there, found = list(things(old, path)), list(things(new, at))
        pairs = paired(there, found, self.base, self._alike(there, found, path))
        if refs and len(pairs.new) == len(pairs.gone) == 1:
            pairs = Pairs((*pairs.pairs, (pairs.gone[0], pairs.new[0])), pairs.edited, (), ())
        for one, other in pairs.pairs:
            yield from self.pair(one, other)
        yield from self._new(pairs, path, there)
        yield from self._gone(pairs.gone, at)

    def _called(self, path: Path) -> Mapping[str, str]:
        return self.kpi_names if path[-1] == "kpis" else {}

    def _alike(self, there: Sequence[Thing], found: Sequence[Thing], path: Path) -> Mapping[str, str]:
        """What the document calls that which is written under another name."""
        if path[-1] not in _NAMES or len(there) * len(found) > _MOST_NAMES:
            return self._called(path)
        pairs = ((one.words, each.words) for one in there for each in found)
        return {**self._called(path), **{one: other for one, other in pairs if one != other and self.same(one, other)}}

    def _new(self, pairs: Pairs, path: Path, there: Sequence[Thing]) -> Iterator[Change]:
        partner = {other: one for one, other in pairs.pairs}
        new = set(pairs.new)
        in_order: dict[Path, list[Thing]] = {}
        for other in (*partner, *new):
            in_order.setdefault(other.within, []).append(other)
        lists = {one.within for one in there}
        gone = {one.path for one in pairs.gone}
        whole: set[Path] = set()
        for thing in pairs.new:
            edits: tuple[Edit, ...] = ()
            top = thing.parent is None or thing.parent not in new
            within = (
                path if thing.parent is None else (*partner[thing.parent].path, "duties") if thing.parent in partner else None
            )
            if top and within is not None:
                lines = self._lines(thing, new, pairs)
                if within in lists and lines:
                    after = place_after(thing, sorted(in_order[thing.within], key=lambda each: each.index), partner, within)
                    while (*within, after + 1) in gone:
                        after += 1
                    edits = (Added(within, lines, after),)
                elif within not in whole and lines:
                    whole.add(within)
                    edits = tuple(
                        self._whole_list([each for each in pairs.new if each.within == thing.within], within, new, pairs)
                    )
            change = Change("new", within or path, thing.path, "", shown(thing.part), edits, with_other=not edits)
            yield change

    def _whole_list(self, several: Sequence[Thing], within: Path, new: set[Thing], pairs: Pairs) -> Iterator[Edit]:
        """A field for a list that is not there yet."""
        key = str(within[-1])
        shape = shape_at(within[:-1], self.text)
        lines = [line for each in several for line in self._lines(each, new, pairs)]
        named = (f"{shape.name(key)}:", *(f"  {line}" for line in lines))
        yield Added(within[:-1], named, -1, key, before(shape, key), sentence_key(shape))

    def _lines(self, thing: Thing, new: set[Thing], pairs: Pairs) -> tuple[str, ...]:
        """A new item as it stands in the page, without what is below it and written elsewhere already."""
        try:
            lines = list(item_lines(self.text, thing.path, spellings()))
            for each in sorted(below(thing, pairs), key=lambda each: len(each.path)):
                if each not in new and (each.parent in new):
                    inner = list(item_lines(self.text, each.path, spellings()))
                    lines = without(lines, inner)
        except CannotEdit:
            return ()
        return tuple(lines)

    def _gone(self, gone: Sequence[Thing], at: Path) -> Iterator[Change]:
        for each in gone:
            if self.base.has_part(each.part) if self.base.known is not None else True:
                yield Change("gone", each.path, at, shown(each.part))

    def _gone_fields(self, old: Part, new: Part, path: Path, at: Path, skip: frozenset[str]) -> Iterator[Change]:
        """What was imported and is said no more."""
        for name in _in_order(old):
            if name in new.model_fields_set or name in _PASSED_OVER or name in skip or name in _IDENTITY:
                continue
            was = getattr(old, name)
            here = (*path, type(old).model_fields[name].alias or name)
            there = (*at, here[-1])
            if isinstance(was, tuple):
                if self.base.known is not None:
                    yield from self._gone(list(things(was, here)), there)
            elif was is not None and not isinstance(was, Part) and self.base.has(plain_value(was)):
                yield Change("gone", here, there, label(was, here))

    def _fresh(self, key: str, words: str, path: Path, at: Path) -> Iterator[Change]:
        """A field that is not there yet."""
        shape = shape_at(path, self.text)
        edits: tuple[Edit, ...] = ()
        try:
            lines = field_lines(self.text, at, key, spellings())
            edits = (Added(path, lines, -1, key, before(shape, key), sentence_key(shape)),)
        except CannotEdit:
            pass
        yield Change("new", (*path, key), (*at, key), "", words, edits)


def _renaming(old: Part, new: Part, path: Path) -> Iterator[Edit]:
    """Other words in the fields that hold them."""
    if isinstance(old, Duty) and isinstance(new, Duty):
        if old.title and old.text and new.title and new.text:
            pairs = (("title", old.title, new.title), ("text", old.text, new.text))
            yield from (Whole((*path, key), now) for key, was, now in pairs if was != now)
        elif old.title and not old.text:
            yield Whole((*path, "title"), new.title if new.title and not new.text else shown(new))
        else:
            yield Whole((*path, "text"), (new.text or new.title or "") if not old.title else shown(new))
        return
    for name in sorted(_identity(new)):
        was, now = getattr(old, name, None), getattr(new, name, None)
        if isinstance(was, str) and isinstance(now, str) and was != now:
            yield Whole((*path, name), now)


def _identity(part: Part) -> frozenset[str]:
    """The fields that a thing is known by."""
    if "when" in type(part).model_fields and "score" in type(part).model_fields:
        return frozenset(("when", "score", "text"))
    words = said(part)
    return frozenset(name for name in _IDENTITY if getattr(part, name, None) == words)


def _in_order(part: Part) -> list[str]:
    shape = Shape(type(part))
    names = [name for name in type(part).model_fields if name in part.model_fields_set]
    return sorted(names, key=lambda name: rank if (rank := shape.rank(name)) is not None else len(names))


def new_items(several: Sequence[Thing], text: str, last: Path) -> Iterator[Change]:
    """Yield things of the page `text` that are new, to be put behind the one at the path `last`."""
    for thing in several:
        try:
            lines = item_lines(text, thing.path, spellings())
        except CannotEdit:
            lines = ()
        edits = (Added(last[:-1], lines, int(last[-1])),) if lines else ()
        yield Change("new", last[:-1], thing.path, "", shown(thing.part), edits)
