"""Functions and steps that nobody owns, a hole that shows in both said once."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Hit, Mention
from salesduty.rules.weight import weight

_FUNCTION = Text("职能{name}也由此落空", "the function {name} falls with it")
_MAYBE = Text("也许就是这一句，只是看不准：{text}", "perhaps this is it, but that is uncertain: {text}")


def steps(found: Responsibilities, state: str) -> Iterator[Hit]:
    """Yield the steps in `state` (`gap`, `supported-only`), each with the functions that are the same hole."""
    functions = [covered for covered in found.coverage if covered.need.kind == "function" and covered.state == state]
    for covered in _of_kind(found, "step", state):
        related = tuple(_function(each) for each in functions if same_hole(each, covered))
        yield _hit(found, covered, related)


def functions(found: Responsibilities, state: str) -> Iterator[Hit]:
    """Yield the functions in `state` that no step in that state speaks of already."""
    told = list(_of_kind(found, "step", state))
    for covered in _of_kind(found, "function", state):
        if not any(same_hole(covered, step) for step in told):
            yield _hit(found, covered, ())


def same_hole(function: Coverage, step: Coverage) -> bool:
    """Tell whether a function and a step ask for the same: one area in both, or one name in the other."""
    if set(function.need.facets) & set(step.need.facets):
        return True
    one, other = function.need.name, step.need.name
    return len(min(one, other, key=len)) >= 2 and (one in other or other in one)


def _of_kind(found: Responsibilities, kind: str, state: str) -> Iterator[Coverage]:
    return (covered for covered in found.coverage if covered.need.kind == kind and covered.state == state)


def _hit(found: Responsibilities, covered: Coverage, related: tuple[Mention, ...]) -> Hit:
    need = covered.need
    maybe = found.doubt(covered)
    if maybe is not None:
        related = (*related, Mention(maybe.place, _MAYBE.filled({"text": quoted(maybe.text)})))
    supporters = listed(held.party for held in covered.held)
    name = quoted(need.name)
    return Hit(
        need.place,
        {"name": name, "process": quoted(need.group), "who": supporters},
        (*related, *_support(covered)),
        severity=None if maybe is None else INFO,
        consequence=weight(need.facets) + (need.kind == "step"),
    )


def _function(covered: Coverage) -> Mention:
    return Mention(covered.need.place, _FUNCTION.filled({"name": quoted(covered.need.name)}))


def _support(covered: Coverage) -> Iterator[Mention]:
    for held in covered.held:
        if held.holding is not None:
            words = quoted(held.holding.text)
            party = quoted(held.party)
            yield Mention(held.holding.place, Text(f"{party}只是协助：{words}", f"{party} only supports: {words}"))
