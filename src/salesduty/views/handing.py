"""What posts hand to whom, and what they get from whom: as their duties, those of others, and the processes say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    A step is the work of whom it names as doing it, else of whoever decides in it. Where several parties and several
    things are named at once, nobody is said to have handed over any one of them: the parties stand together, and what
    others say of a post in that way tells only that it has to do with them.
    """
    names = {placed.address: printable(placed.value.name) for placed in department.posts}
    found = {address: Handing() for address in names}
    works = [([holder for holder in holders if holder in names], work) for holders, work in _works(department)]
    for holders, work in works:
        for holder in holders:
            _own(found[holder].given, department, work.to, work.outputs, names[holder])
            _own(found[holder].taken, department, work.from_, work.inputs, names[holder])
    for holders, work in works:
        for other in _posts(department, work.to, found):
            _of_others(found[other].taken, [names[holder] for holder in holders if holder != other], work.outputs, work.to)
        for other in _posts(department, work.from_, found):
            _of_others(found[other].given, [names[holder] for holder in holders if holder != other], work.inputs, work.from_)
    return found


def _own(things: Things, department: Department, refs: Sequence[str], said: Sequence[str], own: str) -> None:
    parties = [name for ref in refs if (name := naming.party(department, ref)) != own]
    together = len(parties) > 1 and len(said) > 1
    for name in [naming.JOIN.join(parties)] if together else parties:
        _add(things, name, said)


def _of_others(things: Things, holders: Sequence[str], said: Sequence[str], refs: Sequence[str]) -> None:
    for name in holders:
        _add(things, name, () if len(refs) > 1 and len(said) > 1 else said)


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


def _posts(department: Department, refs: Iterable[str], known: Mapping[str, Handing]) -> Iterator[str]:
    return (address for address in _addresses(department, refs) if address in known)


def _add(things: Things, name: str, said: Iterable[str]) -> None:
    things.setdefault(name, {}).update(dict.fromkeys(printable(thing) for thing in said))
