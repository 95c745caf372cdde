"""What comes first among the things that break: money, then customers, then the rest."""

from __future__ import annotations

from salesduty.results.answers import Break, BreakKind, Rest, Weight

_MONEY = frozenset(("C06", "C07", "C08", "C09", "C10", "C12", "C13", "M06", "M11"))
_CUSTOMERS = frozenset(("C01", "C02", "C03", "C04", "C05", "C11", "C14", "C15", "C16", "C17"))
_RESTS: tuple[Rest, ...] = ("nobody", "deputy", "colleagues")
_WEIGHTS: tuple[Weight, ...] = ("money", "customer", "other")
_KINDS: tuple[BreakKind, ...] = (
    "approval",
    "check",
    "step",
    "duty",
    "promise",
    "deputy",
    "team",
    "meeting",
    "signal",
    "system",
    "kpi",
)


def weight_of(*facets: str) -> Weight:
    """Return what something that is about `facets` touches: prices, contracts and payments, or customers and deliveries."""
    nodes = {facet.split(".", 1)[0] for facet in facets}
    if not nodes.isdisjoint(_MONEY):
        return "money"
    return "other" if nodes.isdisjoint(_CUSTOMERS) else "customer"


def gravest(each: Break) -> tuple[int, int, int]:
    """Return the key that breaks are sorted by."""
    return (_RESTS.index(each.rests_on), _WEIGHTS.index(each.weight), _KINDS.index(each.kind))
