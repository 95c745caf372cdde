"""KPIs as tables: those of a post with weights, and the definitions of a department."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from salesduty.model.kpi import Kpi, Measure, PostKpi, Scoring
from salesduty.model.post import Post
from salesduty.model.values import cadence_label
from salesduty.results.paper import Block, Column
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.forms import Lines, labelled, table
from salesduty.workspace.entities import Department, Placed

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
    rows = [_row(kpi, post, department, whole) for kpi in post.value.kpis]
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
    rows = [
        (
            (printable(kpi.value.name), *_rest(kpi.value, department, ("kind", "level"), labels=False)),
            (*naming.lines(kpi.value.definition), *naming.lines(kpi.value.formula), *_rest(kpi.value, department, ("source",))),
            (
                *naming.lines(kpi.value.target),
                *_rest(kpi.value, department, ("unit",)),
                *_rest(kpi.value, department, ("better", "cycle"), labels=False),
            ),
            scoring(kpi.value.scoring),
            _rest(kpi.value, department, ("drivers", "split")),
        )
        for kpi in placed
    ]
    return table(columns, rows, [kpi.address for kpi in placed])


def explained(kpi: PostKpi, post: Placed[Post], department: Department, keys: Iterable[str], *, labels: bool = True) -> Lines:
    """Return what is said of the fields `keys` of a post's KPI, a line each, in the words of the department that says it."""
    measure = department.measure(kpi, post)
    at_home = home(department.kpi(kpi.ref, post) if kpi.ref else None, department)
    return tuple(
        line
        for key in keys
        for line in _rest(measure, department if key in kpi.model_fields_set else at_home, (key,), labels=labels)
    )


def key(kpi: PostKpi, number: int, post: Placed[Post], department: Department, field: str) -> str:
    """Return where the model says the `field` of a post's KPI, the `number`th from 1: on the post or where it is defined."""
    defined = department.kpi(kpi.ref, post) if kpi.ref and field not in kpi.model_fields_set else None
    address = defined.address if defined is not None else f"{post.address}/kpis/{kpi.id or kpi.ref or f'#{number}'}"
    return f"{address}#{field}"


def scoring(lines: Iterable[Scoring]) -> Lines:
    """Return scoring standards, one line each: ≥100%：100 分."""
    said: list[str] = []
    for line in lines:
        graded = "：".join(printable(part) for part in (line.when, line.score) if part)
        said.extend(part for part in (graded, printable(line.text or "")) if part)
    return tuple(said)


def _row(kpi: PostKpi, post: Placed[Post], department: Department, whole: bool) -> tuple[str | Lines, ...]:
    defined = department.kpi(kpi.ref, post) if kpi.ref else None
    measure = department.measure(kpi, post)
    at_home = home(defined, department)
    elsewhere = not whole and at_home is department and isinstance(defined.value if defined else None, Kpi)
    said = [key for key in Measure.model_fields if key not in _IN_COLUMNS]
    rest = [
        line
        for key in said
        if key in kpi.model_fields_set or not elsewhere
        for line in _rest(measure, department if key in kpi.model_fields_set else at_home, (key,))
    ]
    return (
        printable(measure.name or kpi.ref or ""),
        f"{kpi.weight:g}%" if kpi.weight is not None else "",
        (*naming.lines(measure.target), *_rest(measure, department, ("unit",))),
        (*naming.lines(measure.formula), *rest),
        scoring(measure.scoring),
        (*naming.lines(measure.source), *((cadence_label(measure.cycle),) if measure.cycle else ())),
    )


def home(defined: Placed[Kpi] | Placed[PostKpi] | None, department: Department) -> Department:
    """Return the department in whose words a KPI is defined."""
    if defined is None or not department.outer:
        return department
    homes = (each for each in department.circles if any(file.name == defined.place.file for file in each.files))
    return next(homes, department)


def _rest(measure: Measure, department: Department, keys: Iterable[str], *, labels: bool = True) -> Lines:
    said = [(naming.label(Measure, key), _SAYERS[key](measure, department)) for key in keys]
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
