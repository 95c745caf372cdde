"""What is known by addresses → entities as they are written in the YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from salesduty.intake.ours.values import Data

DUTIES = "duties"
_OF_DEPARTMENT = frozenset(("functions", "processes", "kpis", "meetings", "systems", "signals", "waivers"))
_OF_POST = frozenset(("authorities", "kpis"))
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


def node(root: Node, address: str, line: int = 0) -> Node:
    """Return the node at an address, as in `general/sales-manager/plan/#2`, whose first step is `root`."""
    _, *steps = address.split("/")
    found, kind = root, "posts"
    depth = 0
    while steps:
        step = steps.pop(0)
        named = _OF_DEPARTMENT if depth == 0 else _OF_POST if depth == 1 and kind == "posts" else frozenset()
        if step in named and steps:
            found, kind = found.child(step, steps.pop(0), line), step
        elif depth == 0:
            found = found.child("posts", step, line)
        else:
            found, kind = found.child("steps" if kind == "processes" and depth == 1 else DUTIES, step, line), DUTIES
        depth += 1
    return found


def entities(root: Node) -> Data:
    """Return the department and what belongs to it, each as it is written in a file."""
    data = root.data()
    apart = {key: data.pop(key, []) for key in ("posts", "processes", "kpis")}
    return {"department": data, **{key: each for key, each in apart.items() if each}}


def walk(root: Node) -> Iterator[Node]:
    """Yield the node and all below it."""
    yield root
    for known in root.below.values():
        for each in known.values():
            yield from walk(each)
