"""The order in which people expect posts: the head first, then each superior before those who report to it."""

from __future__ import annotations

from salesduty.model.choices import Status
from salesduty.model.post import Post
from salesduty.results.place import Path
from salesduty.workspace.entities import Department, Placed

_LAST = {Status.active: 0, Status.proposed: 1, Status.retired: 2}


def in_reporting_order(department: Department) -> tuple[Placed[Post], ...]:
    """Return all posts of `department`, depth first from the head; proposed and retired ones come last."""
    active = set(map(id, department.active_posts))
    ordered: list[Placed[Post]] = []
    seen: set[str] = set()
    below = {placed.address for posts in department.reports.values() for placed in posts}
    heads = [placed for placed in department.active_posts if placed.address not in below]
    waiting = sorted(heads, key=_rank, reverse=True)
    while waiting:
        placed = waiting.pop()
        if placed.address not in seen:
            seen.add(placed.address)
            ordered.append(placed)
            waiting.extend(sorted(department.reports.get(placed.address, ()), key=_rank, reverse=True))
    rest = [placed for placed in department.posts if id(placed) not in active or placed.address not in seen]
    return (*ordered, *sorted(rest, key=lambda placed: (_LAST[placed.value.status], _rank(placed))))


def _rank(placed: Placed[Post]) -> tuple[int, str, Path]:
    level = placed.value.level.rank if placed.value.level else -1
    return (-level, placed.place.file, placed.place.path)
