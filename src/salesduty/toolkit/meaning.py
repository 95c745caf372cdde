"""What names, fields and values of a document mean in a department."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.intake.writing.desk import Origin
from salesduty.model.areas import PROFILES, profile_label
from salesduty.model.fields import part_at
from salesduty.model.part import Part
from salesduty.results.place import Path
from salesduty.results.source_record import Source
from salesduty.results.wording import Text
from salesduty.text.amounts import parse_interval
from salesduty.workspace.entities import Department


def without_overrides(kpi: Part, there: Department) -> Part:
    """Return a KPI as its definition has it, where a document shows what some post says of it instead."""
    defined = there.kpi(str(getattr(kpi, "id", None) or getattr(kpi, "name", "")))
    if defined is None:
        return kpi
    names = {defined.value.id, defined.value.name}
    own = [each for post in there.posts for each in post.value.kpis if each.ref in names]
    update = {
        name: getattr(defined.value, name)
        for name in kpi.model_fields_set
        if name in type(defined.value).model_fields
        and any(name in each.model_fields_set and getattr(each, name) == getattr(kpi, name) for each in own)
    }
    return kpi.model_copy(update=update)


def meant(words: str, there: Department) -> set[object]:
    """Return all that a name, a number or a range of amounts may mean in a department."""
    found: set[object] = {each.address for each in there.parties(words)}
    found |= {("system", each.name) for circle in there.circles for each in circle.spec.systems if words in (each.id, each.name)}
    if (kpi := there.kpi(words)) is not None:
        found.add(kpi.address)
    if (authority := there.authority(words)) is not None:
        found.add(("authority", authority.text))
    if words in PROFILES or words in map(profile_label, PROFILES):
        found.update(("profile", each) for each in PROFILES if words in (each, profile_label(each)))
    if (interval := parse_interval(words)) is not None:
        found.add(("amount", interval))
    return found


def field_of(path: Path) -> str:
    """Return the key of the field that a path ends in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def title(field: str, path: Path) -> Text:
    """Return a field in words: its Chinese title, its English key."""
    if field == "post":
        return Text("岗位", "post")
    names = [step for step in path if isinstance(step, str)]
    above = tuple(path[: path.index(field)]) if field in names else tuple(path)
    return Text(part_at(above).title_of(field), field)


def sources(origins: Iterable[Origin], before: str, after: str) -> Iterator[tuple[str, Source]]:
    """Yield where values came from, with addresses below `after` in place of `before`."""
    for each in origins:
        address = after + each.address[len(before) :] if each.address.startswith(before) else each.address
        yield address, Source(each.file, each.line, each.digest, each.where)
