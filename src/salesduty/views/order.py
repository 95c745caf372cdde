"""The order in which people expect posts: the head first, then each superior before those who report to it."""

from __future__ import annotations

from salesduty.model.choices import Status
from salesduty.model.post import Post
from salesduty.results.place import Path
from salesduty.workspace.entities import Department, Placed

_LAST = {Status.active: 0, Status.proposed: 1, Status.retired: 2}


def in_reporting_order(department: Department) -> tuple[Placed[Post], ...]:
    """Return all posts of `department`, depth first from the head; proposed and retired ones come last."""
    ordered: list[Placed[Post]] = []
    seen: set[int] = set()
    led: set[str] = set()
    own = {placed.address for placed in department.active_posts}
    below = {id(placed) for address, posts in department.reports.items() if address in own for placed in posts}
    heads = [placed for placed in department.active_posts if id(placed) not in below]
    waiting = sorted(heads, key=_rank, reverse=True)
    while waiting:
        placed = waiting.pop()
        if id(placed) in seen:
            continue
        seen.add(id(placed))
        ordered.append(placed)
        if placed.address not in led:
            led.add(placed.address)
            waiting.extend(sorted(department.reports.get(placed.address, ()), key=_rank, reverse=True))
    rest = [placed for placed in department.posts if id(placed) not in seen]
    return (*ordered, *sorted(rest, key=lambda placed: (_LAST[placed.value.status], _rank(placed))))


def _rank(placed: Placed[Post]) -> tuple[int, str, Path]:
    level = placed.value.level.rank if placed.value.level else -1
    return (-level, placed.place.file, placed.place.path)
