"""Where a rule of a team looks: from a path such as `post.duties.text` or 岗位.岗位职责.内容 to the values in a department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from salesduty.model.choices import Choice
from salesduty.model.department import Department as Spec
from salesduty.model.department import Function, Meeting, Promise
from salesduty.model.duty import Duty
from salesduty.model.fields import parts_in
from salesduty.model.kpi import Kpi, PostKpi
from salesduty.model.part import Part
from salesduty.model.post import Authority, Post
from salesduty.model.process import Process, Step
from salesduty.results.place import Place
from salesduty.text.nearest import nearest
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

KINDS: Mapping[str, tuple[type[Part], ...]] = {
    "department": (Spec,),
    "function": (Function,),
    "meeting": (Meeting,),
    "promise": (Promise,),
    "post": (Post,),
    "duty": (Duty,),
    "authority": (Authority,),
    "kpi": (PostKpi, Kpi),
    "process": (Process,),
    "step": (Step,),
}
"""What a path may begin with. A KPI is meant wherever it is written, as a definition and on a post."""
TITLES: Mapping[str, str] = {
    "部门": "department",
    "部门职能": "function",
    "例会": "meeting",
    "时限承诺": "promise",
    "岗位": "post",
    "职责": "duty",
    "权限": "authority",
    "绩效指标": "kpi",
    "流程": "process",
    "环节": "step",
}


class BadWhere(ValueError):
    """A path that leads nowhere: `word` is its first wrong step, `near` what may have been meant."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word = word
        self.near = near


@dataclass(frozen=True, slots=True)
class Where:
    """A kind of thing by its English name, and the fields that lead on from there by their names in the model."""

    kind: str
    fields: tuple[str, ...]

    @property
    def title(self) -> str:
        """The Chinese name of the last field, or of the thing itself."""
        for part in KINDS[self.kind]:
            inner = part
            for name in self.fields[:-1]:
                inner = next(parts_in(inner.model_fields[name].annotation), inner) if name in inner.model_fields else inner
            if self.fields and self.fields[-1] in inner.model_fields:
                return str(inner.model_fields[self.fields[-1]].title)
        return str(KINDS[self.kind][0].model_config["title"])


@dataclass(frozen=True, slots=True)
class Spot:
    """A value where a rule looks, in every spelling that it has; no spelling where nothing is written."""

    place: Place
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A part of a department, where it stands, what it belongs to, and the post that it lies in."""

    part: Part
    place: Place
    within: Placed[Any]

    @property
    def post(self) -> Placed[Post] | None:
        """The post that the thing is or lies in, None where it is no matter of one post."""
        return self.within if isinstance(self.within.value, Post) else None


def where(path: str) -> Where:
    """Return what `path` means. Raises BadWhere."""
    first, *rest = (step.strip() for step in path.strip().split("."))
    kind = TITLES.get(first, first)
    if kind not in KINDS:
        raise BadWhere(first, nearest(first, (*KINDS, *TITLES), most=1))
    parts, fields = KINDS[kind], []
    for step in rest:
        found = [(part, name) for part in parts if (name := _field(part, step)) is not None]
        if not found:
            raise BadWhere(step, nearest(step, sorted({word for part in parts for word in (*part.names, *part.titles)}), most=1))
        fields.append(found[0][1])
        parts = tuple(below for part, name in found for below in parts_in(part.model_fields[name].annotation))[:1]
    return Where(kind, tuple(fields))


def _field(part: type[Part], step: str) -> str | None:
    """The name in the model of the field that is written as `step`."""
    key = part.titles.get(step, step)
    return next((name for name in (key, key + "_") if name in part.model_fields and key in part.names), None)


def things(department: Department, kind: str) -> Iterator[Thing]:
    """Yield everything in `department` that is of a kind."""
    for entity in department.entities:
        for thing in _below(entity.value, entity.place, entity):
            if isinstance(thing.part, KINDS[kind]):
                yield thing


def _below(part: Part, place: Place, within: Placed[Any]) -> Iterator[Thing]:
    yield Thing(part, place, within)
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part) and name in part.model_fields_set:
            yield from _below(value, place / name, within)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Part):
                yield from _below(item, place / name / index, within)


def spots(thing: Thing, fields: tuple[str, ...]) -> Iterator[Spot]:
    """Yield what stands where `fields` lead from `thing`; a list is gone through, duties with all below them."""
    yield from _spots(thing.part, thing.place, fields)


def _spots(value: Any, place: Place, fields: tuple[str, ...]) -> Iterator[Spot]:
    if isinstance(value, tuple) and value:
        for index, item in enumerate(value):
            yield from _spots(item, place / index, fields)
            if isinstance(item, Duty) and place.path[-1] == "duties" and item.duties:
                yield from _spots(item.duties, place / index / "duties", fields)
    elif isinstance(value, Part) and fields:
        if fields[0] in type(value).model_fields:
            yield from _spots(getattr(value, fields[0]), place / fields[0], fields[1:])
    elif isinstance(value, Part):
        yield Spot(place, _spellings(getattr(value, value.short_form or "name", None)))
    elif value != () or not fields:
        yield Spot(place, _spellings(value))


def _spellings(value: object) -> tuple[str, ...]:
    if value is None or value == () or value == "":
        return ()
    if isinstance(value, Choice):
        return (value.value, *value.words)
    return (f"{value:g}" if isinstance(value, float) else str(value),)
