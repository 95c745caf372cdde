"""Every text that somebody wrote into a department, for the rules about characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from salesduty.model.part import Part
from salesduty.results.place import Place
from salesduty.results.repair import Repair, Substitute
from salesduty.results.wording import Text
from salesduty.text.punctuation import Change
from salesduty.workspace.entities import Department

_NAMING = (
    "id name aliases ref reports_to deputy to from_ shared_with kpis authority systems accountable do review support inform "
    "escalate_to owner chair attendees receiver proposes party rule at profile company post"
)
_FIXED = "area areas limit cadence cycle amount effective review_by until version document_no unit"
_NAMES = frozenset(_NAMING.split())
"""Fields that name something, or are what others name: changing one of them alone breaks a reference."""
_KEPT = frozenset(_FIXED.split())
"""Fields of a fixed form, which the model reads."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, where it stands, whose it is, and whether it is prose, which may be changed without changing it elsewhere."""

    text: str
    at: Place
    owner: str
    prose: bool


def written(department: Department, in_file: Callable[[str], bool]) -> Iterator[Written]:
    """Yield the texts of the department and all in it, of those files only whose whole text `in_file` is true of."""
    wanted = {file.name for file in department.files if file.text is not None and in_file(file.text)}
    for entity in department.entities if wanted else ():
        if entity.place.file in wanted:
            owner = getattr(entity.value, "name", None) or department.name
            yield from _texts(entity.value, entity.place, owner, prose=True)


def _texts(value: object, at: Place, owner: str, *, prose: bool) -> Iterator[Written]:
    if type(value) is str:
        yield Written(value, at, owner, prose)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, at / index, owner, prose=prose)
    elif isinstance(value, Part):
        for name, inner in value.__dict__.items():
            if inner is not None and name not in _KEPT:
                # A list of KPIs or of things reviewed holds texts of its own; only bare names in it are names.
                named = name in _NAMES and not (isinstance(inner, tuple) and _holds_parts(inner))
                yield from _texts(inner, at / name.rstrip("_"), owner, prose=not named)


def _holds_parts(items: tuple[object, ...]) -> bool:
    return isinstance(next(iter(items), None), Part)


def mended(text: Written, changes: list[Change], what: Text) -> Repair | None:
    """Return the repair that makes all `changes` in `text`; None where other files may name it."""
    if not text.prose:
        return None
    steps = tuple(Substitute(text.at, change.start, change.end, change.words) for change in changes)
    return Repair(what, steps, safe=all(change.safe for change in changes))
