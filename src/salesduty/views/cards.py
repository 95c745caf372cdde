"""Which KPIs of a post are scored together: one card for each cycle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesduty.model.kpi import PostKpi
from salesduty.model.post import Post
from salesduty.model.values import CADENCES, cadence_label
from salesduty.responsibility.schemes import covers, named, schemes
from salesduty.workspace.entities import Department, Placed

_WORDS: Mapping[str, str] = {
    "daily": "日度",
    "weekly": "周度",
    "biweekly": "双周",
    "monthly": "月度",
    "quarterly": "季度",
    "half-yearly": "半年度",
    "yearly": "年度",
    "on-event": "按需",
}
_ORDER = {cycle: place for place, cycle in enumerate(CADENCES)}


@dataclass(frozen=True, slots=True)
class Scored:
    """A KPI on a card: its number among those of the post, from 1, as the post writes it, and with its definition filled in."""

    number: int
    written: PostKpi
    measure: PostKpi


@dataclass(frozen=True, slots=True)
class Card:
    """The KPIs of a post that are scored in one cycle; `cycle` is empty where the model says none."""

    cycle: str
    scored: tuple[Scored, ...]

    @property
    def word(self) -> str:
        """What a card of this cycle is called: 月度; empty without a cycle."""
        return _WORDS.get(self.cycle, cadence_label(self.cycle)) if self.cycle else ""

    @property
    def weight(self) -> float | None:
        """The weights of the card, added up as they are; None where none is written."""
        weights = [each.measure.weight for each in self.scored if each.measure.weight is not None]
        return sum(weights) if weights else None


def cards(post: Placed[Post], department: Department) -> tuple[Card, ...]:
    """Return the cards of a post, the shortest cycle first.

    A KPI without a cycle goes with the others where they have one cycle among them, else with the cycle in which
    the post is appraised if that is one; otherwise it is on a card of its own.
    """
    scored = [Scored(number, kpi, department.measure(kpi, post)) for number, kpi in enumerate(post.value.kpis, 1)]
    written = {named(each.measure.cycle) for each in scored if each.measure.cycle}
    usual = _only(written) or _only(set(_appraised(post, department)))
    found: dict[str, list[Scored]] = {}
    for each in scored:
        found.setdefault(named(each.measure.cycle) if each.measure.cycle else usual, []).append(each)
    return tuple(Card(cycle, tuple(found[cycle])) for cycle in sorted(found, key=_rank))


def _appraised(post: Placed[Post], department: Department) -> Iterator[str]:
    for scheme in schemes(department, post):
        yield from (named(cycle.cycle) for cycle in scheme.value.cycles if covers(cycle, department, post))


def _only(cycles: set[str]) -> str:
    return next(iter(cycles)) if len(cycles) == 1 else ""


def _rank(cycle: str) -> tuple[int, str]:
    return (_ORDER.get(cycle, len(_ORDER)) if cycle else len(_ORDER) + 1, cycle)
