"""Percentages that should make up a whole."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from salesduty.results.place import Place
from salesduty.results.repair import Put, Repair
from salesduty.results.wording import Text

# Ten parts rounded to two decimals are at most 0.05 off.
_ROUNDING = 0.05
_ROUNDING_OF_ONE = 0.005


def off_hundred(parts: Sequence[float]) -> Text | None:
    """Return how the sum of `parts` is off 100, or None if it is not: `少 10`, or that fractions of 1 were written."""
    total = sum(parts)
    if abs(total - 100) <= _ROUNDING:
        return None
    if abs(total - 1) <= _ROUNDING_OF_ONE:
        largest = max(parts)
        meant = f"{largest * 100:g}%"
        return Text(f"像是小数，把 {meant} 写成了 {largest:g}", f"as if {meant} had been written as {largest:g}")
    if total < 100:
        return Text(f"少 {100 - total:g}", f"{100 - total:g} too few")
    return Text(f"多 {total - 100:g}", f"{total - 100:g} too many")


def scaled(places: Sequence[Place], parts: Sequence[float]) -> Repair | None:
    """Return the repair that brings `parts`, written at `places`, to 100 in proportion; None where all of them are 0.

    Whole numbers stay whole. What rounding leaves over goes to the largest remainders (Hare's method), so that the sum is exact.
    """
    total = sum(parts)
    if total <= 0:
        return None
    in_units = 1 if all(part == int(part) for part in parts) or abs(total - 1) <= _ROUNDING_OF_ONE else 100
    quotas = [part / total * 100 * in_units for part in parts]
    units = [floor(quota + 1e-9) for quota in quotas]
    most_left = sorted(range(len(parts)), key=lambda index: (units[index] - quotas[index], index))
    for index in most_left[: 100 * in_units - sum(units)]:
        units[index] += 1
    written = [f"{unit / in_units:g}" for unit in units]
    what = Text(f"按比例调整为 {'、'.join(written)}", f"scale them to {', '.join(written)}")
    changed = (Put(place, words) for place, part, words in zip(places, parts, written, strict=True) if float(words) != part)
    return Repair(what, tuple(changed), safe=False)
