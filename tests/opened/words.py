"""What a handbook must say about each value that is written in a department.

Worked out from the model alone: the views are not asked. A reference is said by the name of what it means, a choice by its
label, a cadence in words, an id as an anchor of the page. Whatever is not mentioned here must stand in the document as it
was typed, so a new field is expected there from the day it is added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from salesduty.model.appraisal import AppraisalCycle
from salesduty.model.areas import area_label, profile_label
from salesduty.model.choices import Choice, NumberingStyle
from salesduty.model.department import Department as Spec
from salesduty.model.department import Function, Meeting, Numbering, Promise, Signal, System
from salesduty.model.duty import Duty, Scope, Work
from salesduty.model.kpi import Measure, PostKpi, Share
from salesduty.model.part import Part
from salesduty.model.post import Authority, Group, Post, Relation
from salesduty.model.process import Process, Step
from salesduty.model.values import cadence_label
from salesduty.text.amounts import in_words
from salesduty.workspace.entities import EVERYONE, Department

_SEPARATORS = re.compile(r"[\n：]+")


def folded(text: str) -> str:
    """Return `text` with `|` for line ends and colons: a label and its value look alike in every format."""
    return _SEPARATORS.sub("|", text)


@dataclass(frozen=True)
class Leaf:
    """A value that is written: in which field of which model, where on the page, and the words that must be read there."""

    part: type[Part]
    field: str
    address: str
    anchor: str
    words: tuple[str, ...] = ()
    id: str = ""

    def __str__(self) -> str:
        return f"{self.part.__name__}.{self.field} of {self.address}"


@dataclass(frozen=True)
class _Within:
    """What a part stands in; `anchor` is empty where the whole page is meant."""

    department: Department
    address: str
    anchor: str = ""
    post: Post | None = None
    step: bool = False

    def at(self, part: Part, name: str, index: int) -> _Within:
        """Return what the parts inside `part`, the item `index` of the field `name`, stand in."""
        label = getattr(part, "id", None) or getattr(part, "ref", None) or f"#{index + 1}"
        address = f"{self.address}/{label}" if name in ("duties", "steps") else f"{self.address}/{name}/{label}"
        shown = isinstance(part, (Function, Step, PostKpi)) or (isinstance(part, Duty) and not self.step)
        return _Within(
            self.department, address, address if shown else self.anchor, self.post, self.step or isinstance(part, Step)
        )


def leaves(department: Department) -> Iterator[Leaf]:
    """Yield everything that is written in `department`."""
    if department.declared:
        yield from _of(department.spec, _Within(department, department.id))
    for entity in (*department.posts, *department.kpis, *department.processes, *department.appraisals):
        post = entity.value if isinstance(entity.value, Post) else None
        yield from _of(entity.value, _Within(department, entity.address, entity.address, post))


def _of(part: Part, within: _Within) -> Iterator[Leaf]:
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value == field.get_default(call_default_factory=True):
            continue
        if isinstance(value, Part):
            yield from _of(value, within)
            yield Leaf(type(part), name, within.address, within.anchor)
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            for index, each in enumerate(value):
                yield from _of(each, within.at(each, name, index))
            yield Leaf(type(part), name, within.address, within.anchor)
        elif name == "id":
            yield Leaf(type(part), name, within.address, within.anchor, id=value)
        else:
            words = tuple(folded(line) for line in said(part, name, value, within))
            yield Leaf(type(part), name, within.address, within.anchor, words)


def said(part: Part, name: str, value: Any, within: _Within) -> list[str]:
    """Return what must be read about the field `name` of `part`, which holds `value`."""
    for kind in type(part).__mro__:
        if (kind, name) in _SPECIAL:
            return _SPECIAL[kind, name](part, value, within)
    words = _words(part, name, value, within)
    if isinstance(part, Work) and name not in (
        "text",
        "title",
        "name",
        "accountable",
        "do",
        "review",
        "support",
        "inform",
        "escalate_to",
        "sla",
    ):
        return [f"{_title(part, name)}|{'、'.join(words)}"]
    if isinstance(part, Post) and name in ("aliases", "level", "reports_to", "appraised_by", "deputy", "status"):
        return [f"{_title(part, name)}|{'、'.join(words)}"]
    if isinstance(part, Scope):
        return [f"{_title(part, name)} {'、'.join('不限' if word == '*' else word for word in words)}"]
    if isinstance(part, PostKpi) and name in ("kind", "level", "definition", "unit", "better", "drivers"):
        return [f"{_title(part, name)}|{'、'.join(words)}"]
    return words


def _words(part: Part, name: str, value: Any, within: _Within) -> list[str]:
    values = value if isinstance(value, tuple) else (value,)
    resolve = next((_REFERENCES[kind, name] for kind in type(part).__mro__ if (kind, name) in _REFERENCES), None)
    if resolve is not None:
        return [resolve(within, each) for each in values]
    if name in ("cadence", "cycle"):
        return [cadence_label(value)]
    if isinstance(values[0], Choice):
        return [each.label for each in values]
    return [line.strip() for each in values for line in str(each).splitlines() if line.strip()]


def _title(part: Part, name: str) -> str:
    return str(type(part).model_fields[name].title)


def _party(within: _Within, ref: str) -> str:
    if ref in EVERYONE:
        return "全体"
    own = (post.value for post in within.department.posts)
    known = next((post.name for post in own if ref in (post.id, post.name, *post.aliases)), None)
    known = known or next((each.name for each in within.department.spec.outside if ref in (each.name, *each.aliases)), None)
    return known or next((party.name for party in within.department.parties(ref)), ref)


def _kpi(within: _Within, ref: str) -> str:
    defined = (kpi.value for circle in within.department.circles for kpi in circle.kpis)
    own = within.post.kpis if within.post else ()
    return next((str(kpi.name) for kpi in (*defined, *own) if ref in (kpi.id, kpi.name)), ref)


def _system(within: _Within, ref: str) -> str:
    listed = (each for circle in within.department.circles for each in circle.spec.systems)
    return next((each.name for each in listed if ref == each.id), ref)


def _area(_: _Within, area: str) -> str:
    return area_label(area)


def _authority(within: _Within, ref: str) -> str:
    holders = (within.post,) if within.post else tuple(post.value for post in within.department.posts)
    return next((each.text for holder in holders for each in holder.authorities if ref == each.id), ref)


_REFERENCES: Mapping[tuple[type[Part], str], Callable[[_Within, str], str]] = {
    **dict.fromkeys(
        [(Post, "reports_to"), (Post, "appraised_by"), (Post, "deputy"), (Process, "owner"), (System, "owner")], _party
    ),
    **dict.fromkeys([(Signal, "owner"), (Promise, "receiver")], _party),
    **dict.fromkeys([(Signal, "proposes"), (Meeting, "chair"), (Meeting, "attendees"), (AppraisalCycle, "posts")], _party),
    **dict.fromkeys([(Work, "from_"), (Work, "to"), (Work, "shared_with")], _party),
    (Relation, "party"): _party,
    **dict.fromkeys([(Work, "area"), (Function, "areas"), (Measure, "drivers")], _area),
    (Work, "kpis"): _kpi,
    (PostKpi, "ref"): _kpi,
    (Work, "systems"): _system,
    (Work, "authority"): _authority,
}
_HOLDERS = {"accountable": "决定", "do": "执行", "review": "审核", "support": "协助", "inform": "知会", "escalate_to": "升级"}


def _held(name: str) -> Callable[[Any, Any, _Within], list[str]]:
    def words(_: Any, value: Any, within: _Within) -> list[str]:
        refs = value if isinstance(value, tuple) else (value,)
        return [f"{_HOLDERS[name]}|{'、'.join(_party(within, ref) for ref in refs)}"]

    return words


def _numbers(numbering: Any, _: Any, __: _Within) -> list[str]:
    assert numbering.style is NumberingStyle.decimal, "the chinese style begins with 一、 whatever the start"
    return [f"{numbering.start}|", f"{numbering.start}.1|", f"{numbering.start}.2|"]


_SPECIAL: Mapping[tuple[type[Part], str], Callable[[Any, Any, _Within], list[str]]] = {
    (Spec, "profile"): lambda _, value, __: [f"部门类型|{profile_label(value)}"],
    (Scope, "amount"): lambda _, value, __: [f"金额 {in_words(value)}"],
    (Authority, "limit"): lambda _, value, __: [in_words(value)],
    (Spec, "headcount"): lambda _, value, __: [f"部门编制|{value} 人"],
    (Post, "headcount"): lambda _, value, __: [f"编制|{value} 人"],
    (Work, "performers"): lambda _, value, __: [f"执行人数|{value} 人"],
    (PostKpi, "weight"): lambda _, value, __: [f"{value:g}%"],
    (Share, "post"): lambda part, value, within: [f"{_party(within, value)} {part.share:g}%"],
    (Share, "share"): lambda part, value, within: [f"{_party(within, part.post)} {value:g}%"],
    (Group, "by"): lambda part, value, _: [f"{value.label}|{part.value}"],
    (Numbering, "style"): _numbers,
    (Numbering, "start"): _numbers,
    **{(Step, name): _held(name) for name in _HOLDERS},
}
