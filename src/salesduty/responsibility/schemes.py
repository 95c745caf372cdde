"""Whom an appraisal scheme covers, and in which cycles."""

from __future__ import annotations

from salesduty.model.appraisal import Appraisal, AppraisalCycle
from salesduty.model.post import Post
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


def named(cycle: str) -> str:
    """Return the name of a cycle that is written as a duration: `P1M` is `monthly`."""
    return _NAMED.get(cycle, cycle)


def covers(cycle: AppraisalCycle, department: Department, post: Placed[Post]) -> bool:
    """Return whether `post` of `department` is appraised in `cycle`; one that names nobody is for everybody."""
    if not cycle.levels and not cycle.posts:
        return True
    if post.value.level in cycle.levels or not EVERYONE.isdisjoint(cycle.posts):
        return True
    return any(party.address == post.address for ref in cycle.posts for party in department.parties(ref))


def schemes(department: Department, post: Placed[Post]) -> tuple[Placed[Appraisal], ...]:
    """Return the schemes by which `post` is appraised: those of its department or, where it has none, of the next one around it.

    A scheme whose cycles are all for others is not among them; one that says nothing about cycles is for everybody.
    """
    written = next((owner.appraisals for owner in department.circles if owner.appraisals), ())
    return tuple(
        placed
        for placed in written
        if not placed.value.cycles or any(covers(cycle, department, post) for cycle in placed.value.cycles)
    )
