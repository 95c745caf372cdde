"""KPIs as tables: those of a post with weights, and the definitions of a department."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from salesduty.model.kpi import Kpi, Measure, PostKpi, Scoring
from salesduty.model.post import Post
from salesduty.model.values import cadence_label
from salesduty.results.paper import Block, Column
from salesduty.results.said import Said
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.forms import Lines, behind, labelled, table
from salesduty.workspace.entities import Department, Placed

_At = Callable[[str], str]
"""Gives the place of a field in the model."""
_TEXTS = frozenset(("definition", "unit", "source"))
_IN_COLUMNS = ("formula", "target", "unit", "scoring", "source", "cycle")


def of_post(post: Placed[Post], department: Department, *, whole: bool = False) -> Block | None:
    """Return the KPIs that a post is measured by, each with its weight and what its definition says.

    Unless `whole`, what has no column of its own is left to the definitions of the department, printed elsewhere.
    """
    columns = (
        Column(naming.label(Kpi, "name"), 18),
        Column(naming.label(PostKpi, "weight"), 9, centred=True),
        Column(naming.label(Measure, "target"), 14),
        Column(naming.label(Measure, "formula"), 23),
        Column(naming.label(Measure, "scoring"), 21),
        Column("来源与周期", 15),
    )
    rows = [_row(kpi, number, post, department, whole) for number, kpi in enumerate(post.value.kpis, 1)]
    anchors = [f"{post.address}/kpis/{kpi.id or kpi.ref or f'#{place}'}" for place, kpi in enumerate(post.value.kpis, 1)]
    return table(columns, rows, anchors)


def definitions(kpis: Iterable[Placed[Kpi]], department: Department) -> Block | None:
    """Return the KPIs that a department defines."""
    columns = (
        Column(naming.label(Kpi, "name"), 17),
        Column("口径与公式", 29),
        Column("目标与周期", 17),
        Column(naming.label(Measure, "scoring"), 22),
        Column("说明", 15),
    )
    placed = tuple(kpis)
    return table(columns, [_definition(kpi, department) for kpi in placed], [kpi.address for kpi in placed])


def _definition(placed: Placed[Kpi], department: Department) -> tuple[str | Lines, ...]:
    kpi, at = placed.value, _at(placed.address)
    return (
        (naming.said(kpi.name, at("name")), *_rest(kpi, department, ("kind", "level"), at, labels=False)),
        (
            *naming.lines(kpi.definition, at("definition")),
            *naming.lines(kpi.formula, at("formula")),
            *_rest(kpi, department, ("source",), at),
        ),
        (
            *naming.lines(kpi.target, at("target")),
            *_rest(kpi, department, ("unit",), at),
            *_rest(kpi, department, ("better", "cycle"), at, labels=False),
        ),
        scoring(kpi.scoring, at("scoring")),
        _rest(kpi, department, ("drivers", "split"), at),
    )


def scored(number: int, place: int, kpi: PostKpi, post: Placed[Post], department: Department) -> tuple[Lines, ...]:
    """Return a post's KPI as whoever scores it reads it: `number`, name and how it is counted, weight, target, scoring, source.

    `place` is where it stands among the KPIs of the post, from 1. What sorts KPIs (its kind, its level, the areas that drive
    it) is of no use to a scorer and is left out.
    """
    measure = department.measure(kpi, post)
    at = _where(kpi, place, post, department)

    def said(text: str | None, field: str) -> Lines:
        return naming.lines(text, at(field))

    return (
        (str(number),),
        (
            *said(measure.name or kpi.ref, "name"),
            *explained(kpi, post, department, ("better",), labels=False),
            *explained(kpi, post, department, ("definition",)),
            *behind(naming.label(Measure, "formula"), said(measure.formula, "formula")),
            *explained(kpi, post, department, ("split",)),
        ),
        (Said(percent(measure.weight), at("weight")),) if measure.weight is not None else (),
        (*said(measure.target, "target"), *explained(kpi, post, department, ("unit",))),
        scoring(measure.scoring, at("scoring")),
        said(measure.source, "source"),
    )


def anchor(place: int, kpi: PostKpi, post: Placed[Post]) -> str:
    """Return the anchor of a post's KPI, which stands in the `place`, from 1, among them."""
    return naming.anchor(f"{post.address}/kpis/{kpi.id or kpi.ref or f'#{place}'}")


def percent(weight: float | None) -> str:
    """Return a weight as it is printed: 40%."""
    return "" if weight is None else f"{weight:g}%"


def explained(kpi: PostKpi, post: Placed[Post], department: Department, keys: Iterable[str], *, labels: bool = True) -> Lines:
    """Return what is said of the fields `keys` of a post's KPI, a line each, in the words of the department that says it."""
    measure = department.measure(kpi, post)
    at_home = home(department.kpi(kpi.ref, post) if kpi.ref else None, department)
    place = next((place for place, each in enumerate(post.value.kpis, 1) if each is kpi), 0)
    at = _where(kpi, place, post, department)
    return tuple(
        line
        for field in keys
        for line in _rest(measure, department if field in kpi.model_fields_set else at_home, (field,), at, labels=labels)
    )


def _where(kpi: PostKpi, number: int, post: Placed[Post], department: Department) -> _At:
    own = f"{post.address}/kpis/{kpi.id or kpi.ref or f'#{number}'}"
    defined = department.kpi(kpi.ref, post) if kpi.ref else None
    if defined is None:
        return _at(own)
    elsewhere, written = defined.address, kpi.model_fields_set
    return lambda field: f"{own if field in written else elsewhere}#{field}"


def _at(address: str) -> _At:
    return lambda field: f"{address}#{field}"


def scoring(lines: Iterable[Scoring], key: str = "") -> Lines:
    """Return scoring standards, one line each: ≥100%：100 分. `key` tells where in the model the list of them stands."""
    said: list[str] = []
    for number, line in enumerate(lines, 1):
        parts = [printable(part) for part in (line.when, line.score) if part]
        graded = "：".join(parts)
        if key and graded.count("：") < len(parts):
            graded = Said(graded, f"{key}/{number}")
        told = naming.said(line.text, f"{key}/{number}/text") if key else printable(line.text or "")
        said.extend(part for part in (graded, told) if part)
    return tuple(said)


def _row(kpi: PostKpi, number: int, post: Placed[Post], department: Department, whole: bool) -> tuple[str | Lines, ...]:
    defined = department.kpi(kpi.ref, post) if kpi.ref else None
    measure = department.measure(kpi, post)
    at_home = home(defined, department)
    elsewhere = not whole and at_home is department and isinstance(defined.value if defined else None, Kpi)
    at = _where(kpi, number, post, department)
    rest = [
        line
        for field in Measure.model_fields
        if field not in _IN_COLUMNS and (field in kpi.model_fields_set or not elsewhere)
        for line in _rest(measure, department if field in kpi.model_fields_set else at_home, (field,), at)
    ]
    return (
        naming.said(measure.name, at("name")) or printable(kpi.ref or ""),
        Said(f"{kpi.weight:g}%", at("weight")) if kpi.weight is not None else "",
        (*naming.lines(measure.target, at("target")), *_rest(measure, department, ("unit",), at)),
        (*naming.lines(measure.formula, at("formula")), *rest),
        scoring(measure.scoring, at("scoring")),
        (*naming.lines(measure.source, at("source")), *((cadence_label(measure.cycle),) if measure.cycle else ())),
    )


def home(defined: Placed[Kpi] | Placed[PostKpi] | None, department: Department) -> Department:
    """Return the department in whose words a KPI is defined."""
    if defined is None or not department.outer:
        return department
    homes = (each for each in department.circles if any(file.name == defined.place.file for file in each.files))
    return next(homes, department)


def _rest(measure: Measure, department: Department, fields: Iterable[str], at: _At, *, labels: bool = True) -> Lines:
    said = []
    for field in fields:
        text = _SAYERS[field](measure, department)
        said.append((naming.label(Measure, field), Said(text, at(field)) if field in _TEXTS and text else text))
    return labelled(said) if labels else tuple(text for _, text in said if text)


def _split(measure: Measure, department: Department) -> str:
    return naming.JOIN.join(f"{naming.party(department, share.post)} {share.share:g}%" for share in measure.split)


_SAYERS: dict[str, Callable[[Measure, Department], str]] = {
    "kind": lambda measure, _: measure.kind.label if measure.kind else "",
    "level": lambda measure, _: measure.level.label if measure.level else "",
    "definition": lambda measure, _: printable(measure.definition or ""),
    "unit": lambda measure, _: printable(measure.unit or ""),
    "better": lambda measure, _: measure.better.label if measure.better else "",
    "source": lambda measure, _: printable(measure.source or ""),
    "cycle": lambda measure, _: cadence_label(measure.cycle) if measure.cycle else "",
    "drivers": lambda measure, _: naming.areas(measure.drivers),
    "split": _split,
}
