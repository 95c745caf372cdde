"""Where two written scopes meet: the regions, tiers, products and amounts that lie in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from salesduty.responsibility.bands import common, in_chinese
from salesduty.responsibility.scope import DIMENSIONS, Scope

Regions = Mapping[str, frozenset[str]]
_OWN = re.compile("^[本各自所]|辖区|名下|所辖|所属|负责的?[区客]")
"""Names that mean another thing in every post: 本班组, 所辖区域, 名下客户."""


def limits(scope: Scope) -> frozenset[str]:
    """Return the dimensions in which a scope is limited: `region`, `tier` … and `amount`."""
    return frozenset(scope.named) | (frozenset(("amount",)) if scope.amount is not None else frozenset())


def both_written(one: Scope, other: Scope) -> bool:
    """Tell whether both scopes are written and limit something."""
    return one.written and other.written and bool(limits(one)) and bool(limits(other))


def comparable(one: Scope, other: Scope) -> bool:
    """Tell whether both are cut along the same lines, one perhaps finer: regions beside products cannot be compared."""
    mine, theirs = limits(one), limits(other)
    return mine <= theirs or theirs <= mine


def scopes_meet(one: Scope, other: Scope, regions: Regions) -> str | None:
    """Return in words what lies in both scopes; None where nothing does, or where each means what is the post's own.

    Amounts that only touch divide the matter.
    """
    words: list[str] = []
    if any(_OWN.search(name) for scope in (one, other) for names in scope.named.values() for name in names):
        return None
    for dimension in DIMENSIONS:
        mine, theirs = one.named.get(dimension), other.named.get(dimension)
        if mine is None and theirs is None:
            continue
        if mine is None or theirs is None:
            words.append("、".join(sorted(mine or theirs or ())))
            continue
        shared = shared_names(mine, theirs, regions if dimension == "region" else {})
        if not shared:
            return None
        words.append("、".join(shared))
    bands = [scope.amount for scope in (one, other) if scope.amount is not None]
    if len(bands) == 2:
        both = common(*bands)
        if both is None:
            return None
        words.append(in_chinese(both))
    else:
        words.extend(map(in_chinese, bands))
    return "，".join(words)


def shared_names(one: Iterable[str], other: Iterable[str], within: Regions) -> tuple[str, ...]:
    """Return the names that lie in both, by the largest: 江苏 for 华东 and 江苏, the parts where two overlap otherwise."""
    found: set[str] = set()
    for mine in one:
        for theirs in other:
            found.update(_shared(mine, theirs, within))
    return tuple(sorted(name for name in found if not any(name != wider and name in within.get(wider, ()) for wider in found)))


def _shared(mine: str, theirs: str, within: Regions) -> frozenset[str]:
    if mine == theirs:
        return frozenset((mine,))
    all_mine, all_theirs = within.get(mine, frozenset((mine,))), within.get(theirs, frozenset((theirs,)))
    if theirs in all_mine or all_theirs <= all_mine:
        return frozenset((theirs,))
    if mine in all_theirs or all_mine <= all_theirs:
        return frozenset((mine,))
    return all_mine & all_theirs
