"""A rule of a team as a value, and the ordinary rule that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from salesduty.model.kpi import PostKpi
from salesduty.results.finding import WARNING, Severity
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.left_out import Omitted, omitted
from salesduty.rules.rule import Hit, Rule
from salesduty.rules.team.where import Spot, Thing, Where, spots, things
from salesduty.settings.settings import Settings
from salesduty.text.pattern import Pattern
from salesduty.workspace.entities import Department

Asks = Literal["pattern", "must", "required", "forbid", "one-of"]
USUAL_WHY = Text("这是本公司自己的规定。", "This is a rule of the team's own.")
USUAL_FIX = Text(
    "按提示改写；确实要保留的，在设置里对这个文件忽略这条规则。",
    "Follow the message, or ignore the rule for this file.",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example: the values of a role file, the sentence that it was written as, if it was, and the message to be found."""

    values: Mapping[str, Any]
    sentence: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class TeamRule:
    """What a team has written: where to look, what it asks, and what to say. `allowed` are the values of `one-of`."""

    code: str
    name: str
    where: Where
    asks: Asks
    message: Text
    pattern: Pattern | None = None
    unless: Pattern | None = None
    allowed: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    severity: Severity = WARNING
    why: Text = USUAL_WHY
    fix: Text = USUAL_FIX
    good: tuple[Shown, ...] = ()
    bad: tuple[Shown, ...] = ()

    def check(self, department: Department, _: Settings) -> Iterator[Hit]:
        """Yield the places in `department` that break the rule."""
        lost = omitted([department]) if self.asks == "required" else None
        for thing in things(department, self.where.kind):
            if self._concerns(thing):
                for spot in spots(thing, self.where.fields):
                    yield from self._hits(spot, thing, department, lost)

    def _concerns(self, thing: Thing) -> bool:
        post = thing.post
        return not self.levels or (post is not None and post.value.level is not None and post.value.level.value in self.levels)

    def _hits(self, spot: Spot, thing: Thing, department: Department, lost: Omitted | None) -> Iterator[Hit]:
        words = self._wrong(spot.spellings)
        if words is None or (lost is not None and (lost.explains(spot.place) or self._is_elsewhere(thing, department))):
            return
        at = spot.place.key if self.asks == "forbid" else spot.place
        yield Hit(_nearest(at, thing), {"word": words, "post": _name(thing), "field": self.where.title})

    def _wrong(self, spellings: tuple[str, ...]) -> str | None:
        """The words that break the rule, empty where something is missing; None where nothing does."""
        if self.asks == "required":
            return None if spellings else ""
        if not spellings or (self.unless is not None and any(map(self.unless.occurs, spellings))):
            return None
        if self.asks == "forbid":
            return spellings[0]
        if self.asks == "one-of":
            return None if set(spellings) & set(self.allowed) else spellings[0]
        found = [(each, span) for each in spellings if self.pattern is not None and (span := self.pattern.find(each))]
        if self.asks == "must":
            return None if found else spellings[0]
        return found[0][0][slice(*found[0][1])] if found else None

    def _is_elsewhere(self, thing: Thing, department: Department) -> bool:
        """Whether a KPI of a post that refers to a definition has from there what it does not say itself."""
        part = thing.part
        if not isinstance(part, PostKpi) or part.ref is None or not self.where.fields:
            return False
        return bool(getattr(department.measure(part, thing.post), self.where.fields[0], None))

    @property
    def rule(self) -> Rule:
        """The rule as all others are, without its examples, with all its time before it."""
        for pattern in filter(None, (self.pattern, self.unless)):
            pattern.renew()
        return Rule(self.code, self.name, self.severity, self.message, self.why, self.fix, (), (), check=self.check)


def _nearest(place: Place, thing: Thing) -> Place:
    """The place itself; that of the thing where the thing is the place."""
    return place if place.path else thing.place


def _name(thing: Thing) -> str:
    """The name of the post that a thing lies in, or of what else it belongs to."""
    return str(thing.within.value.name)
