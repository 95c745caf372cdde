"""The fields of a model as columns: one title a field, one value a cell, as somebody would type it to have it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from salesduty.model.areas import area_label
from salesduty.model.choices import Choice
from salesduty.model.fields import parts_in
from salesduty.model.kpi import Scoring, Share
from salesduty.model.part import Part
from salesduty.model.post import Post, Relation
from salesduty.model.values import CADENCES
from salesduty.results.book import Cell, Manner, SheetColumn
from salesduty.text.printable import printable
from salesduty.views import kpis, naming
from salesduty.workspace.entities import Department, Placed

Home = tuple[Department, Placed[Post] | None]
"""Where references are looked up: the department, and the post that a duty or KPI stands in."""

_DOERS = ("accountable", "do", "review", "support", "inform", "escalate_to")
_PARTIES = frozenset(("owner", "from_", "to", "shared_with", "reports_to", "appraised_by", "deputy", "post", "party", *_DOERS))
_FIRST = ("name", "title", "text", "weight", "target", "scoring", "formula", "cadence", "sla", "from_", "inputs", "outputs", "to")
"""What people look for first, in this order; the rest follows as the model has it."""
_WIDTHS = {"text": 48, "title": 20, "name": 20, "definition": 36, "formula": 36, "scoring": 34, "purpose": 36, "acceptance": 28}
_USUAL = 14
_NUMBERS: dict[str, Manner] = {"weight": "percent", "headcount": "number", "performers": "number"}
_WITHIN = "·"


@dataclass(frozen=True, slots=True)
class Told:
    """A field of a model as a column: its title, and the names of the fields that lead to it."""

    title: str
    path: tuple[str, ...]

    @property
    def column(self) -> SheetColumn:
        """The column of the field."""
        key = self.path[-1]
        return SheetColumn(self.title, _WIDTHS.get(key, _USUAL), _NUMBERS.get(key, "text"))

    def cell(self, part: Part, home: Home) -> Cell:
        """What `part` says in this field; None where it says nothing."""
        value: Any = part
        for name in self.path:
            value = getattr(value, name, None)
        if value is None or value == ():
            return None
        if isinstance(value, (int, float)):
            return value / 100 if self.path[-1] == "weight" else value
        return _said(self.path[-1], value, home)


def told(model: type[Part], leave: Iterable[str] = ()) -> tuple[Told, ...]:
    """Return the fields of `model` but those to `leave`, the most wanted first; one that holds a model becomes its fields."""
    left = frozenset(leave)
    names = sorted(model.model_fields, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    return tuple(each for name in names if name not in left for each in _flat(model, name))


def _flat(model: type[Part], name: str) -> Iterable[Told]:
    title = naming.label(model, name.removesuffix("_"))
    annotation = model.model_fields[name].annotation
    below = next(parts_in(annotation), None)
    if below is None or "tuple" in str(annotation):
        return (Told(title, (name,)),)
    return (Told(f"{title}{_WITHIN}{each.title}", (name, *each.path)) for each in told(below))


def kept(columns: Sequence[Told], parts: Sequence[tuple[Part, Home]]) -> tuple[Told, ...]:
    """Return the `columns` in which one of `parts` says something."""
    return tuple(column for column in columns if any(column.cell(part, home) is not None for part, home in parts))


def _said(name: str, value: Any, home: Home) -> str:
    several = value if isinstance(value, tuple) else (value,)
    if not isinstance(value, tuple) and name not in _SAYERS and name not in _PARTIES and not isinstance(value, Choice):
        return "\n".join(naming.lines(value))
    if several and isinstance(several[0], Scoring):
        return "\n".join(kpis.scoring(several))
    return "\n".join(_one(name, each, home) for each in several)


def _one(name: str, value: Any, home: Home) -> str:
    department, post = home
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, Share):
        return f"{naming.party(department, value.post)} {value.share:g}%"
    if isinstance(value, Relation):
        party = naming.party(department, value.party)
        return f"{party}：{printable(value.about)}" if value.about else party
    if name in _PARTIES:
        return naming.party(department, value)
    return _SAYERS[name](value, department, post) if name in _SAYERS else printable(value)


_SAYERS: dict[str, Callable[[str, Department, Placed[Post] | None], str]] = {
    "cadence": lambda value, *_: CADENCES.get(value, value),
    "cycle": lambda value, *_: CADENCES.get(value, value),
    "area": lambda value, *_: printable(area_label(value)),
    "areas": lambda value, *_: printable(area_label(value)),
    "drivers": lambda value, *_: printable(area_label(value)),
    "kpis": lambda value, department, post: naming.kpi(department, value, post),
    "systems": lambda value, department, _: naming.system(department, value),
    "authority": lambda value, department, post: naming.authority(department, value, post),
}
"""How references and coded values are said."""
