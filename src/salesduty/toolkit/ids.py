"""Ids for what has none: English words that tell what it is about, the same whenever and wherever they are worked out.

The words are those of the vocabulary (`visit-customer`), because pinyin would take a library and tells homophones not apart. A
sentence of which no word is known gets its digest. Nothing depends on where a duty stands: two imports of one document agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from salesduty.model.duty import Duty
from salesduty.responsibility.holdings import named
from salesduty.responsibility.matching import Matcher
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.place import Place
from salesduty.results.repair import Add, Repair
from salesduty.results.wording import Text
from salesduty.toolkit.vocabulary import vocabulary
from salesduty.workspace.entities import Department, Workspace

_WHAT = Text("编号写成“{id}”", "give it the id “{id}”")
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAY_NOTHING = frozenset(("answerfor",))
"""Verbs that every duty could begin with."""
_SHORT = 8
"""Characters of a heading that one word tells."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that can have an id: what it says, the id that it has, and what it is called where nothing is understood."""

    place: Place
    says: str
    id: str | None
    kind: str


def ids(workspace: Workspace) -> Iterator[Repair]:
    """Yield the ids that duties, functions, steps and authorities of the reported files lack."""
    reported = {file.name for file in workspace.files if file.reported}
    for department in workspace.departments:
        reader: _Reader | None = None
        held = _addressed_by_position(department)
        for things in _scopes(department):
            lacking = [thing for thing in things if thing.id is None and thing.place.file in reported]
            if held and any(department.address_of(thing.place).startswith(held) for thing in lacking):
                continue
            if lacking:
                reader = reader or _Reader(workspace, department)
                yield from _given(lacking, {thing.id for thing in things if thing.id is not None}, reader)


def _addressed_by_position(department: Department) -> tuple[str, ...]:
    """What waivers refer into by position, as in `sales/rep/#3`: an id would change the address under them."""
    named = (waiver.at for waiver in department.spec.waivers if waiver.at is not None)
    return tuple(at.partition("#")[0] for at in named if "#" in at)


def _scopes(department: Department) -> Iterator[list[_Thing]]:
    """All that must not share an id: the duties of a post, however deep, its authorities, the steps of a process, …"""
    for post in department.posts:
        yield list(_duties(post.value.duties, post / "duties"))
        yield [_Thing(post / "authorities" / n, each.text, each.id, "authority") for n, each in enumerate(post.value.authorities)]
    for process in department.processes:
        steps = process.value.steps
        yield [_Thing(process / "steps" / n, each.name, each.id, "step") for n, each in enumerate(steps)]
        for number, step in enumerate(steps):
            yield list(_duties(step.duties, process / "steps" / number / "duties"))
    functions = department.spec.functions
    yield [_Thing(department.place / "functions" / n, each.name, each.id, "function") for n, each in enumerate(functions)]
    for number, function in enumerate(functions):
        yield list(_duties(function.duties, department.place / "functions" / number / "duties"))


def _duties(duties: Sequence[Duty], place: Place) -> Iterator[_Thing]:
    for number, duty in enumerate(duties):
        yield _Thing(place / number, duty.title or duty.text or "", duty.id, "duty")
        yield from _duties(duty.duties, place / number / "duties")


class _Reader:
    """Reads the sentences of one department."""

    def __init__(self, workspace: Workspace, department: Department) -> None:
        self._words = vocabulary(workspace, department)
        self._matcher = named(department, self._words)

    def name(self, thing: _Thing) -> str:
        """Return a name for `thing`; many may have the same."""
        return readable(thing.says, self._words, self._matcher) or thing.kind


def _given(lacking: Iterable[_Thing], taken: set[str], reader: _Reader) -> Iterator[Repair]:
    """An id for each; what would be called the same is told apart by its sentence, whichever stands first."""
    wanted = [(thing, reader.name(thing)) for thing in lacking]
    often = Counter(name for _, name in wanted)
    for thing, name in wanted:
        certain = name != thing.kind and often[name] == 1 and name not in taken
        given = name if certain else _free(f"{name}-{_digest(thing.says)}", taken)
        taken.add(given)
        yield Repair(_WHAT.filled({"id": given}), (Add(thing.place, "id", given),))


def readable(says: str, words: Vocabulary, matcher: Matcher | None = None) -> str:
    """Return what a sentence is about as English words with hyphens, empty where it cannot be told in two.

    `matcher` knows the names of the department besides: in 报销售经理 nothing is sold.
    """
    for claim in sentence(says, words, matcher).main:
        verb = "" if claim.verb in _SAY_NOTHING else claim.verb
        name = "-".join(part.lower() for part in (verb, claim.term) if part)
        if _KEBAB.fullmatch(name) and ("-" in name or len(says) <= _SHORT):
            return name
    return ""


def _digest(says: str) -> str:
    return blake2b("".join(says.split()).encode(errors="replace"), digest_size=2).hexdigest()


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
