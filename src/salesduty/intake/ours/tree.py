"""What is known by addresses → entities as they are written in the YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from salesduty.intake.ours.values import Data
from salesduty.model.appraisal import Appraisal
from salesduty.model.department import Department
from salesduty.model.document import Document
from salesduty.model.fields import below
from salesduty.model.part import Part

DUTIES = "duties"
_APPRAISAL = "appraisal"
OF = {
    "department": frozenset(("functions", "processes", "kpis", "meetings", "systems", "signals", "waivers", "promises")),
    "posts": frozenset(("authorities", "kpis")),
    _APPRAISAL: frozenset(("principles", "cycles", "grades")),
}
"""What may lie below something besides posts, steps and duties, by the list that this something is in."""
_NO_ID = "#"


@dataclass(slots=True)
class Node:
    """An entity: what it says by fields, what lies below it by the name of the list, and where in the document it stands."""

    fields: Data = field(default_factory=dict)
    below: dict[str, dict[str, Node]] = field(default_factory=dict)
    line: int = 0

    def child(self, kind: str, key: str, line: int = 0) -> Node:
        """Return what lies in the list `kind` under `key`, made where it is new."""
        known = self.below.setdefault(kind, {})
        if key not in known:
            known[key] = Node({} if key.startswith(_NO_ID) else {"id": key}, line=line)
        return known[key]

    def put(self, path: str, value: Any) -> None:
        """Say the field at `path`, as in `qualifications/education`; what was said first stays."""
        *above, key = path.split("/")
        place = self.fields
        for each in above:
            place = place.setdefault(each, {})
        place.setdefault(key, value)

    def data(self) -> Data:
        """The entity as it is written, without what says nothing."""
        found = {key: each for key, each in self.fields.items() if each not in ("", [], {}, None)}
        for kind, known in self.below.items():
            found[kind] = [each.data() for each in known.values()]
        return found


def place(address: str) -> list[tuple[str, str]]:
    """Return the steps of an address below the department, each as the list it is in and its key there."""
    _, *steps = address.split("/")
    found: list[tuple[str, str]] = []
    kind = "department"
    while steps:
        step = steps.pop(0)
        if kind == "department" and step == _APPRAISAL:
            kind, key = step, _NO_ID
        elif step in OF.get(kind, ()) and steps:
            kind, key = step, steps.pop(0)
        else:
            kind, key = {"department": "posts", "processes": "steps"}.get(kind, DUTIES), step
        found.append((kind, key))
    return found


def node(root: Node, address: str, line: int = 0) -> Node:
    """Return the node at an address, as in `general/sales-manager/plan/#2`, whose first step is `root`; made where it is new."""
    found = root
    for kind, key in place(address):
        found = found.child(kind, key, line)
    return found


def model_of(address: str) -> type[Part]:
    """Return the model of what lies at an address."""
    found: type[Part] = Department
    for kind, _ in place(address):
        if kind == "appraisal":
            found = Appraisal
        elif found is Department and kind in ("posts", "kpis", "processes"):
            found = below(Document, kind) or found
        else:
            found = below(found, kind) or found
    return found


def entities(root: Node) -> Data:
    """Return the department and what belongs to it, each as it is written in a file."""
    data = root.data()
    apart = {key: data.pop(key, []) for key in ("posts", "processes", "kpis")}
    for each in data.pop(_APPRAISAL, []):
        apart[_APPRAISAL] = each
    return {"department": data, **{key: each for key, each in apart.items() if each}}


def walk(root: Node) -> Iterator[Node]:
    """Yield the node and all below it."""
    yield root
    for known in root.below.values():
        for each in known.values():
            yield from walk(each)
