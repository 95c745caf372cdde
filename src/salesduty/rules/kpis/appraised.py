"""In which cycles a post is appraised."""

from __future__ import annotations

from salesduty.model.post import Post
from salesduty.responsibility.schemes import covers, named
from salesduty.rules.kpis.carried import Carried
from salesduty.workspace.entities import Department, Placed


def cycle_of(kpi: Carried) -> str | None:
    """Return the cycle of a KPI, one name for what has several; None where nothing is written or it follows events."""
    cycle = kpi.said("cycle")
    return None if cycle in (None, "on-event") else named(cycle)


def appraised(department: Department, post: Placed[Post]) -> tuple[str, ...] | None:
    """Return the cycles in which the scheme of the department, or of one around it, appraises `post`.

    None where there is no scheme or it says nothing about cycles.
    """
    for owner in department.circles:
        cycles = [cycle for appraisal in owner.appraisals for cycle in appraisal.value.cycles]
        if cycles:
            return tuple(dict.fromkeys(named(cycle.cycle) for cycle in cycles if covers(cycle, department, post)))
    return None
