"""Anchors, and what stands at the places of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salesduty.intake.building.sights import Sight
from salesduty.intake.items import Unit
from salesduty.intake.passage import EMPTY, Passage
from salesduty.intake.tables import Entry

_NO_UNIT = Unit(EMPTY)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A unit that names something.

    `kind` is `post` (`led` where a sentence about the post does), `department`, `functions` (a heading over those of a
    department), `posts` (a line with the duties of the post that it names) or `about` (a title that names what a table is
    about). `labelled` says that a label announces the duties further down.
    """

    kind: str
    name: Passage
    labelled: bool = False


def sight_at(seen: Sequence[Sight | Entry], place: int) -> Sight | None:
    """Return the unit at `place`, None for whatever else is there."""
    each = seen[place] if 0 <= place < len(seen) else None
    return each if isinstance(each, Sight) else None


def unit_at(seen: Sequence[Sight | Entry], place: int) -> Unit:
    """Return the unit at `place`, an empty one where there is none."""
    each = seen[place]
    return each.unit if isinstance(each, Sight) else _NO_UNIT
