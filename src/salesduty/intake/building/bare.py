"""Duties that nothing announces: a list of acts in a document that says of nobody whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from salesduty.intake.building.places import unit_at
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import begins_with_act, begins_with_verb
from salesduty.intake.items import Unit
from salesduty.intake.tables import Entry

_FEWEST = 3
_COUNTED = 0.6
_ALONE = 0.5
_BESIDE = 2
_PLAIN = 0.8


def bare_list(seen: Sequence[Sight | Entry]) -> int | None:
    """Return where the first such list begins: three items or more, most of them acts; nearly all where they are not counted."""
    run: list[int] = []
    for place in range(len(seen) + 1):
        each = seen[place] if place < len(seen) else None
        unit = each.unit if isinstance(each, Sight) and not each.sign.key else None
        if unit is not None and (not run or bool(unit.family) == bool(unit_at(seen, run[-1]).family)):
            run.append(place)
            continue
        if _is_list([unit_at(seen, at) for at in run], alone=len(run) + _BESIDE >= len(seen)):
            return run[0]
        run = [place] if unit is not None else []
    return None


def _is_list(units: Sequence[Unit], *, alone: bool) -> bool:
    """Whether enough of the units are acts; half of them where the document says nothing else, so that they stand `alone`."""
    if len(units) < _FEWEST:
        return False
    if units[0].family:
        return sum(begins_with_verb(_act(unit)) for unit in units) >= (_ALONE if alone else _COUNTED) * len(units)
    return sum(begins_with_act(_act(unit)) for unit in units) >= _PLAIN * len(units)


def _act(unit: Unit) -> str:
    """What an item says, without the few words that head it."""
    return unit.body.text[len(unit.title) :].lstrip(":： \t")
