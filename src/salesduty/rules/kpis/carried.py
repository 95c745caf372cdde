"""The KPIs that posts carry, each with the definition that it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from salesduty.model.kpi import Kpi, PostKpi
from salesduty.model.post import Post
from salesduty.results.place import Place
from salesduty.workspace.entities import Department, Placed, Workspace


@dataclass(frozen=True, slots=True)
class Defined:
    """What a `ref` leads to: a KPI definition, or a KPI that a post defines in place."""

    measure: Kpi | PostKpi
    place: Place

    @property
    def name(self) -> str:
        """What people call the KPI."""
        return self.measure.name or self.measure.id or ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A KPI on a post. `defined` is None for one that says everything itself."""

    department: Department
    post: Placed[Post]
    index: int
    kpi: PostKpi
    defined: Defined | None

    @property
    def place(self) -> Place:
        """Where the post lists it."""
        return self.post / "kpis" / self.index

    @property
    def named_at(self) -> Place:
        """The words on the post that tell which KPI it is."""
        return self.place / ("ref" if self.kpi.name is None and self.kpi.ref is not None else "name")

    @property
    def name(self) -> str:
        """What people call the KPI."""
        return self.kpi.name or (self.defined.name if self.defined else "") or self.kpi.ref or self.kpi.id or f"#{self.index + 1}"

    @property
    def written_at(self) -> tuple[Place, ...]:
        """Where its fields may be written: on the post, and in the definition."""
        return (self.place, self.defined.place) if self.defined else (self.place,)

    def said(self, field: str) -> Any:
        """Return the value of `field`: what the post says, else what the definition says, else None or empty."""
        return getattr(self.kpi, field) or (getattr(self.defined.measure, field) if self.defined else None)


def carried(workspace: Workspace) -> Iterator[tuple[Placed[Post], tuple[Carried, ...]]]:
    """Yield every active post that has KPIs, with those whose `ref`, if they have one, leads somewhere."""
    for department in workspace.departments:
        for post in department.active_posts:
            if post.value.kpis:
                yield post, tuple(_found(department, post))


def _found(department: Department, post: Placed[Post]) -> Iterator[Carried]:
    for index, kpi in enumerate(post.value.kpis):
        found = department.kpi(kpi.ref, post) if kpi.ref is not None else None
        if kpi.ref is None or found is not None:
            yield Carried(department, post, index, kpi, Defined(found.value, found.place) if found is not None else None)
