"""Duties that one post has no more and another one has now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salesduty.results.merged import Merge
from salesduty.toolkit.pairing import plain

_DUTIES = "duties"


def with_moves(merges: Sequence[Merge]) -> tuple[list[Merge], Mapping[int, int]]:
    """Return the differences, a duty that is new in one post and gone from another as moved; and the new number of each."""
    gone = {plain(each.old): number for number, each in enumerate(merges) if each.kind == "gone" and each.key == _DUTIES}
    found = list(merges)
    moved: set[int] = set()
    for number, each in enumerate(merges):
        other = gone.get(plain(each.new)) if each.kind == "new" and each.key == _DUTIES else None
        if other is None or other in moved or merges[other].owner == each.owner:
            continue
        moved.add(other)
        found[number] = replace(each, kind="moved", old=merges[other].old, other=merges[other].owner)
    kept = [number for number in range(len(found)) if number not in moved]
    return [found[number] for number in kept], {old: new for new, old in enumerate(kept)}
