"""Duties, functions and steps as numbered items with their details."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from salesduty.model.duty import Duty, Scope, Work
from salesduty.model.post import Post
from salesduty.model.values import cadence_label
from salesduty.results.paper import Detail, Item
from salesduty.results.said import Said
from salesduty.text import amounts
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.outline import Outline
from salesduty.workspace.entities import Department, Placed


def items(
    duties: Sequence[Duty], department: Department, outline: Outline, post: Placed[Post] | None, base: str, depth: int = 0
) -> Iterator[Item]:
    """Yield `duties` and all below them as items; `base` is the address of what holds them."""
    for index, duty in enumerate(duties):
        anchor = f"{base}/{duty.id or f'#{index + 1}'}"
        text = naming.lines(duty.text, f"{anchor}#text")
        title = naming.said(duty.title, f"{anchor}#title")
        yield outline.item(depth, title, text, details(duty, department, post, anchor), anchor)
        yield from items(duty.duties, department, outline, post, anchor, depth + 1)


def details(work: Work, department: Department, post: Placed[Post] | None = None, address: str = "") -> tuple[Detail, ...]:
    """Return what is written about a duty or a step besides its text; `address` is its own."""
    found = []
    for key, said in _SAYERS.items():
        text = said(work, department, post)
        if text:
            found.append(Detail(naming.label(type(work), key), _own(text, work, key, address)))
    return tuple(found)


def _own(text: str, work: Work, key: str, address: str) -> str:
    """What is said of a field, with where it stands if it is the duty's own text and not the name of something else."""
    if key in _TEXTS and address:
        return Said(text, f"{address}#{key}")
    return naming.texts(getattr(work, key), f"{address}#{key}") if key in _LISTS and address else text


def areas(ids: Sequence[str]) -> tuple[Detail, ...]:
    """Return the areas of a function as its only detail."""
    return (Detail(naming.label(Work, "area"), naming.areas(ids)),) if ids else ()


def scope_text(scope: Scope) -> str:
    """Return a scope in words: 区域 华东，金额 50 万元以下（不含）."""
    said = []
    for key in Scope.model_fields:
        value = getattr(scope, key)
        if key == "amount" and value:
            said.append(f"{naming.label(Scope, key)} {amounts.in_words(value)}")
        elif value:
            words = naming.JOIN.join("不限" if each == "*" else printable(each) for each in value)
            said.append(f"{naming.label(Scope, key)} {words}")
    return "，".join(said)


_TEXTS = frozenset(("sla", "acceptance", "object"))
_LISTS = frozenset(("inputs", "outputs", "records"))
_Sayer = Callable[[Work, Department, Placed[Post] | None], str]
_SAYERS: dict[str, _Sayer] = {
    "scope": lambda work, *_: scope_text(work.scope) if work.scope else "",
    "cadence": lambda work, *_: cadence_label(work.cadence) if work.cadence else "",
    "sla": lambda work, *_: printable(work.sla or ""),
    "from": lambda work, department, _: naming.parties(department, work.from_),
    "inputs": lambda work, *_: naming.texts(work.inputs),
    "outputs": lambda work, *_: naming.texts(work.outputs),
    "to": lambda work, department, _: naming.parties(department, work.to),
    "acceptance": lambda work, *_: printable(work.acceptance or ""),
    "records": lambda work, *_: naming.texts(work.records),
    "performers": lambda work, *_: f"{work.performers} 人" if work.performers else "",
    "authority": lambda work, department, post: naming.authority(department, work.authority, post) if work.authority else "",
    "shared_with": lambda work, department, _: naming.parties(department, work.shared_with),
    "systems": lambda work, department, _: naming.JOIN.join(naming.system(department, ref) for ref in work.systems),
    "kpis": lambda work, department, post: naming.JOIN.join(naming.kpi(department, ref, post) for ref in work.kpis),
    "kind": lambda work, *_: work.kind.label if work.kind else "",
    "area": lambda work, *_: naming.areas((work.area,)) if work.area else "",
    "action": lambda work, *_: work.action.label if work.action else "",
    "object": lambda work, *_: printable(work.object or ""),
}
"""For each field of a duty besides its text: how it is said, what people look for first. A test compares it with the model."""
