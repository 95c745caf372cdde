"""KPIs with a field that nobody has filled, named where it can be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from salesduty.model.kpi import Kpi
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.absence import Lack, lacking
from salesduty.rules.kpis.carried import Carried, carried
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Hit
from salesduty.workspace.entities import Workspace

_OTHERS = Text("个指标", "other KPIs")


def unfilled(
    workspace: Workspace,
    field: str,
    needs: Callable[[Carried], bool],
    fills: Callable[[Carried], bool],
    pointing_at: str = "name",
) -> Iterator[Hit]:
    """Yield the KPIs of active posts that need `field` and do not have it; the value `subject` names each.

    What several posts take from one definition is said once, at the definition; anything else at the KPI of the
    post. `pointing_at` is the field that the finding stands at where it is written there.
    """
    spoilt = omitted(workspace.departments)
    asked = [kpi for _, kpis in carried(workspace) for kpi in kpis if needs(kpi) and not _of_another_post(kpi)]
    empty = [kpi for kpi in asked if not fills(kpi) and not any(spoilt.explains(place / field) for place in kpi.written_at)]
    users = Counter(_definition(kpi) for kpi in empty)
    lacks: dict[Place, Lack] = {}
    for kpi in empty:
        lacks.setdefault(_definition(kpi), _lack(kpi, users[_definition(kpi)], pointing_at))
    by_file: dict[str, list[tuple[int, Lack]]] = {}
    for number, (definition, lack) in enumerate(lacks.items()):
        by_file.setdefault(definition.file, []).append((number, lack))
    of_file = Counter(place.file for place in {_definition(kpi) for kpi in asked})
    for department in workspace.departments:
        files = [file.name for file in department.files]
        own = sorted((each for file in files for each in by_file.get(file, ())), key=lambda each: each[0])
        if own:
            yield from lacking([lack for _, lack in own], sum(of_file[file] for file in files), _OTHERS)


def _definition(kpi: Carried) -> Place:
    return kpi.defined.place if kpi.defined is not None else kpi.place


def _of_another_post(kpi: Carried) -> bool:
    """Whether it is only a reference to what another post defines in place, where it is asked for already."""
    return kpi.defined is not None and not isinstance(kpi.defined.measure, Kpi)


def _lack(kpi: Carried, users: int, pointing_at: str) -> Lack:
    name, post = quoted(kpi.name), quoted(kpi.post.value.name)
    if kpi.defined is not None and users > 1:
        at = kpi.defined.place / (pointing_at if getattr(kpi.defined.measure, pointing_at) else "name")
        return Lack(at, Text(f"{users} 个岗位的指标{name}", f"the KPI {name} of {users} posts"))
    at = kpi.place / pointing_at if pointing_at != "name" and getattr(kpi.kpi, pointing_at) else kpi.named_at
    return Lack(at, Text(f"{post}的指标{name}", f"{name} of {post}"))
