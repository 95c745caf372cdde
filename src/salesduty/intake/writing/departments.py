"""What documents say of a department besides its posts, as one page; its processes and KPIs as further ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Mapping as Data
from dataclasses import dataclass, replace
from json import dumps
from typing import Any, TypeVar

from salesduty.intake.writing.desk import Desk, Origin, Style, origins_of
from salesduty.intake.writing.duties import functions, listed, short
from salesduty.intake.writing.kpis import kpis
from salesduty.intake.writing.tree import Bare, Item, Listing, Mapping, listing, tree, written
from salesduty.intake.writing.values import day, joined, one, parties, people
from salesduty.model.department import Department, Meeting, Promise
from salesduty.model.order import of_file
from salesduty.model.process import Step
from salesduty.results.draft import DraftDepartment, DraftDuty, DraftKpi, DraftProcess, DraftStep, Quoted
from salesduty.results.imported import Remark

T = TypeVar("T")
_DAYS = ("effective", "review_by")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page about a department, a process or KPIs: its text, and what has to be known of it; see `posts.Page`."""

    name: str
    id: str
    text: str
    origins: tuple[Origin, ...]
    named: tuple[str, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says of a department; `exact` is all of it where salesduty made the document, see `Draft`."""

    file: str
    department: DraftDepartment
    functions: tuple[DraftDuty, ...] = ()
    kpis: tuple[DraftKpi, ...] = ()
    exact: Data[str, Any] | None = None

    @property
    def anything(self) -> bool:
        """Whether it says anything but what the department is called."""
        return replace(self.department, name=None) != DraftDepartment() or bool(self.functions or self.kpis)


def department(name: str, id: str, said: Sequence[Said], outside: Iterable[str], head: Sequence[str], style: Style) -> Sheet:
    """Return the page of the department `name`, of which documents have `said` something; `outside` are parties of others.

    The first document that says something that can stand there but once has its say; what others say is a comment.
    """
    desk = Desk(said[0].file if said else "", style, comments=list(head))
    mapping = Mapping({"id": Bare(id), "name": name})
    taken: dict[str, Quoted] = {}
    for each in said:
        desk.file = each.file
        _once(mapping, each.department, taken, desk)
    joined(mapping, "purpose", _together(each.department.purpose for each in said), desk, "")
    mapping.put("functions", functions(_together(each.functions for each in said), desk))
    for key, part in (("meetings", Meeting), ("promises", Promise)):
        several = _together(getattr(each.department, key) for each in said)
        for number, words in enumerate(several, 1):
            desk.origin(f"/{key}/#{number}", words)
        mapping.put(key, listing([short(str(words), part, part.short_form or "") for words in several]))
    rules = _together(each.department.rules for each in said)
    for words in rules:
        desk.origin("#rules", words)
    mapping.put("rules", listing(list(map(str, rules))))
    mapping.put("outside", listing(list(outside)))
    for each in reversed(said):
        if each.exact and isinstance(own := tree(each.exact["department"]), Mapping):
            mapping.fields.update(own.fields)
            desk.origins += origins_of(each.exact["department"], each.file)
    return _sheet(name, id, Mapping({"department": mapping}), desk)


def _once(mapping: Mapping, said: DraftDepartment, taken: dict[str, Quoted], desk: Desk) -> None:
    """Put what can stand in a department but once."""
    several = {"name": said.name, "company": said.company, "headcount": said.headcount, **said.control}
    for key, words in several.items():
        if not words:
            continue
        if key in taken:
            if str(words) != str(taken[key]):
                told = {"file": desk.file, "field": Department.title_of(key), "words": str(words)}
                desk.comments.append(desk.remark("other-value", words, told))
            continue
        taken[key] = words
        if key == "name":
            _name(mapping, words, desk)
        elif key == "headcount":
            people(mapping, key, words, Department, desk, "")
        elif key in _DAYS:
            day(mapping, key, words, Department, desk, "")
        else:
            one(mapping, key, words, desk, "")


def _name(mapping: Mapping, words: Quoted, desk: Desk) -> None:
    if str(words) == mapping.fields["name"]:
        desk.origin("", words)
    else:
        desk.aside(Department.title_of("name"), words)


def _together(several: Iterable[Sequence[T]]) -> list[T]:
    """What documents say one after the other, without what one before has said already."""
    found: list[T] = []
    known: set[object] = set()
    for each in several:
        keyed = [(_key(value), value) for value in each]
        found += [value for key, value in keyed if key not in known]
        known.update(key for key, _ in keyed)
    return found


def _key(value: object) -> object:
    """What equal values have in common and can be looked up by: themselves, or how plain data is written."""
    return value if isinstance(value, Hashable) else dumps(value, sort_keys=True, default=str)


def measures(said: Sequence[Said], style: Style) -> Sheet:
    """Return the page of the KPIs of a department."""
    desk = Desk(said[0].file if said else "", style)
    several = kpis(_together(each.kpis for each in said if not each.exact), desk, "", weighed=False)
    for each in _together(each.exact.get("kpis", ()) for each in said if each.exact):
        several.items.append(Item(tree(each)))
    desk.origins += (
        origin for each in said if each.exact for origin in origins_of(each.exact.get("kpis", []), each.file, "/kpis")
    )
    return _sheet("", "", Mapping({"kpis": several}), desk)


def process(process: DraftProcess, file: str, style: Style) -> Sheet:
    """Return the page of a process."""
    desk = Desk(file, style)
    name = str(process.name)
    given = style.names.id(name, "process")
    mapping = Mapping({"id": Bare(given), "name": name})
    desk.origin("", process.name)
    one(mapping, "purpose", process.purpose, desk, "")
    steps = [_step(step, desk, f"/#{number}") for number, step in enumerate(process.steps, 1)]
    mapping.put("steps", Listing(steps))
    return _sheet(name, given, Mapping({"process": mapping}), desk)


def _step(step: DraftStep, desk: Desk, at: str) -> Item:
    desk.origin(at, step.name)
    mapping = Mapping({"name": str(step.name)})
    one(mapping, "text", step.text, desk, at)
    for key in ("do", "to"):
        parties(mapping, key, getattr(step, key), desk, at)
    one(mapping, "sla", step.sla, desk, at)
    for words in step.outputs:
        desk.origin(f"{at}#outputs", words)
    mapping.put("outputs", listing(list(map(str, step.outputs)), short=True))
    mapping.put("duties", listed(step.children, desk, at))
    if set(mapping.fields) == {"name"}:
        return Item(short(str(step.name), Step, "name"))
    return Item(mapping)


def _sheet(name: str, id: str, root: Mapping, desk: Desk) -> Sheet:
    text = written(root, of_file(desk.style.keys), desk.comments)
    return Sheet(name, id, text, tuple(desk.origins), tuple(desk.named), tuple(desk.remarks))
