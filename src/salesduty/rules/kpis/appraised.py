"""In which cycles a post is appraised."""

from __future__ import annotations

from salesduty.model.appraisal import AppraisalCycle
from salesduty.model.post import Post
from salesduty.rules.kpis.carried import Carried
from salesduty.workspace.entities import EVERYONE, Department, Placed

_NAMED = {
    "P1D": "daily",
    "P7D": "weekly",
    "P1W": "weekly",
    "P14D": "biweekly",
    "P2W": "biweekly",
    "P1M": "monthly",
    "P3M": "quarterly",
    "P6M": "half-yearly",
    "P12M": "yearly",
    "P1Y": "yearly",
}


def cycle_of(kpi: Carried) -> str | None:
    """Return the cycle of a KPI, one name for what has several; None where nothing is written or it follows events."""
    cycle = kpi.said("cycle")
    return None if cycle in (None, "on-event") else named(cycle)


def named(cycle: str) -> str:
    """Return the name of a cycle that is written as a duration: `P1M` is `monthly`."""
    return _NAMED.get(cycle, cycle)


def appraised(department: Department, post: Placed[Post]) -> tuple[str, ...] | None:
    """Return the cycles in which the scheme of the department, or of one around it, appraises `post`.

    None where there is no scheme or it says nothing about cycles.
    """
    for owner in department.circles:
        cycles = [cycle for appraisal in owner.appraisals for cycle in appraisal.value.cycles]
        if cycles:
            return tuple(dict.fromkeys(named(cycle.cycle) for cycle in cycles if _covers(cycle, department, post)))
    return None


def _covers(cycle: AppraisalCycle, department: Department, post: Placed[Post]) -> bool:
    if not cycle.levels and not cycle.posts:
        return True
    if post.value.level in cycle.levels or not EVERYONE.isdisjoint(cycle.posts):
        return True
    return any(party.address == post.address for ref in cycle.posts for party in department.parties(ref))
