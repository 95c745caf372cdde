"""What posts hand to whom, and what they get from whom: as their duties, those of others, and the processes say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from salesduty.model.duty import Work
from salesduty.model.process import Step
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.workspace.entities import EVERYONE, Department

Things = dict[str, dict[str, None]]
"""For the name of each party the things that go to it or come from it, in the order of the model, each once."""


@dataclass(frozen=True, slots=True)
class Handing:
    """What one post gives and takes."""

    given: Things = field(default_factory=dict)
    taken: Things = field(default_factory=dict)


def handing(department: Department) -> Mapping[str, Handing]:
    """Return for the address of each post what it hands over and gets; what its own duties say comes first.

    A step is the work of whom it names as doing it, else of whoever decides in it.
    """
    names = {placed.address: printable(placed.value.name) for placed in department.posts}
    found = {address: Handing() for address in names}
    works = [([holder for holder in holders if holder in names], work) for holders, work in _works(department)]
    for holders, work in works:
        for holder in holders:
            for ref in work.to:
                _add(found[holder].given, naming.party(department, ref), work.outputs, names[holder])
            for ref in work.from_:
                _add(found[holder].taken, naming.party(department, ref), work.inputs, names[holder])
    for holders, work in works:
        for other in _addresses(department, work.to):
            for holder in holders:
                if other in found and other != holder:
                    _add(found[other].taken, names[holder], work.outputs, names[other])
        for other in _addresses(department, work.from_):
            for holder in holders:
                if other in found and other != holder:
                    _add(found[other].given, names[holder], work.inputs, names[other])
    return found


def _works(department: Department) -> Iterator[tuple[tuple[str, ...], Work]]:
    """Every duty and every step of the department with the addresses of those whose work it is."""
    for placed in department.active_posts:
        for duty in placed.value.duties:
            yield from (((placed.address,), each) for _, each in duty.walk())
    for process in department.processes:
        for step in process.value.steps:
            holders = tuple(_addresses(department, _doers(step)))
            yield holders, step
            for duty in step.duties:
                yield from ((holders, each) for _, each in duty.walk())


def _doers(step: Step) -> tuple[str, ...]:
    return step.do or ((step.accountable,) if step.accountable else ())


def _addresses(department: Department, refs: Iterable[str]) -> Iterator[str]:
    """The addresses of those whom `refs` name one by one."""
    return (found[0].address for ref in refs if ref not in EVERYONE and (found := department.parties(ref)))


def _add(things: Things, name: str, said: Iterable[str], own: str) -> None:
    if name != own:
        things.setdefault(name, {}).update(dict.fromkeys(printable(thing) for thing in said))
