"""Ids for what has none: English words that tell what it is about, the same whenever and wherever they are worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.duty import Duty
from salesduty.responsibility.called import readable, told_apart
from salesduty.responsibility.holdings import named
from salesduty.results.place import Place
from salesduty.results.repair import Add, Repair
from salesduty.results.wording import Text
from salesduty.toolkit.vocabulary import vocabulary
from salesduty.workspace.entities import Department, Workspace

_WHAT = Text("编号写成“{id}”", "give it the id “{id}”")


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
        """Return a name for `thing`, empty where it has none; many may have the same."""
        return readable(thing.says, self._words, self._matcher)


def _given(lacking: Sequence[_Thing], taken: set[str], reader: _Reader) -> Iterator[Repair]:
    """An id for each; what would be called the same is told apart by its sentence, whichever stands first."""
    given = told_apart([(thing.says, reader.name(thing), thing.kind) for thing in lacking], taken)
    for thing, name in zip(lacking, given, strict=True):
        yield Repair(_WHAT.filled({"id": name}), (Add(thing.place, "id", name),))
