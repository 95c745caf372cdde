"""What each post is scored by in each cycle: the ground of scorecards, on paper and as workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.choices import Status
from salesduty.model.kpi import PostKpi
from salesduty.model.post import Post
from salesduty.model.values import CADENCES, cadence_label
from salesduty.views.order import in_reporting_order
from salesduty.workspace.entities import Department, Placed


@dataclass(frozen=True, slots=True)
class Scored:
    """A KPI that a post is scored by: its address, and all that is said of it here or in its definition."""

    address: str
    kpi: PostKpi


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What `post` is scored by in one `cycle`, in the order written; the cycle is empty for KPIs that name none."""

    post: Placed[Post]
    cycle: str
    scored: tuple[Scored, ...]

    @property
    def every(self) -> str:
        """The cycle in words: 每月; empty where none is written."""
        return cadence_label(self.cycle) if self.cycle else ""


def scorecards(department: Department) -> Iterator[tuple[Scorecard, ...]]:
    """Yield for each post that has KPIs its scorecards, the shortest cycle first; retired posts are not scored.

    The weights of all scorecards of a post make 100 together, as rule KPI001 counts them.
    """
    for placed in in_reporting_order(department):
        if placed.value.kpis and placed.value.status is not Status.retired:
            yield _of_post(placed, department)


def _of_post(post: Placed[Post], department: Department) -> tuple[Scorecard, ...]:
    cycles: dict[str, list[Scored]] = {}
    for place, kpi in enumerate(post.value.kpis, 1):
        measure = department.measure(kpi, post)
        address = f"{post.address}/kpis/{kpi.id or kpi.ref or f'#{place}'}"
        cycles.setdefault(measure.cycle or "", []).append(Scored(address, measure))
    return tuple(Scorecard(post, cycle, tuple(cycles[cycle])) for cycle in sorted(cycles, key=_length))


_NAMED = tuple(CADENCES)


def _length(cycle: str) -> tuple[int, str]:
    """Named cycles as `CADENCES` has them, then durations, then none."""
    return (_NAMED.index(cycle), "") if cycle in _NAMED else (len(_NAMED) + (not cycle), cycle)
