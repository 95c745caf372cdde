"""How much depends on an area, to rank findings by."""

from __future__ import annotations

from collections.abc import Iterable

_MONEY = frozenset(("C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13"))
_CUSTOMER = frozenset(("C14", "C15", "C16", "C17"))


def weight(areas: Iterable[str]) -> int:
    """Return how much depends on `areas`: 6 for money, 5 for complaints and old customers, 4 for new ones, 2 for the rest."""
    nodes = {area.split(".", 1)[0] for area in areas}
    if nodes & _MONEY:
        return 6
    if nodes & _CUSTOMER:
        return 5
    return 4 if any(node.startswith("C") for node in nodes) else 2
