"""Percentages that should make up a whole."""

from __future__ import annotations

from collections.abc import Sequence

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
