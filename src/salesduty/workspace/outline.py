"""What the rest of a workspace sees of a file: who is there, whom they report to, what departments are called.

Departments that do not enclose each other know no more of one another than that. So a part of the tree can be linted beside
the outlines of the others, in another process or on another day, and gives what it gives beside the others themselves. A
test holds this for every example of every rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from salesduty.model.choices import Level, Status
from salesduty.model.department import Department
from salesduty.model.document import Document
from salesduty.model.kpi import Kpi
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.model.reading import Reading
from salesduty.workspace.file import File

Outline = Mapping[str, Any]
"""Plain values, for JSON."""

_OF_DEPARTMENT = frozenset(("id", "name", "company", "headcount", "outside"))
_NAMED: Mapping[str, type[Kpi] | type[Process]] = {"kpi": Kpi, "kpis": Kpi, "process": Process, "processes": Process}
# A copy of a part takes a quarter of the time of a new one.
_EMPTY, _NOBODY = Document(), Post(name="-")
_LISTS = ("aliases", "reports_to")
_PLAIN = ("id", "name", "headcount", "deputy")


def has_outline(file: File) -> bool:
    """Tell whether the outline of `file` says all that others see of it; one that could not be read whole they must read."""
    return file.readable and not file.problems and not file.reading.mistakes


def outline(file: File) -> Outline | None:
    """Return what others see of `file`, which must have an outline; None where there is nothing to see."""
    document = file.document
    if not file.roles or not document.names_somebody:
        return None
    made: dict[str, Any] = {}
    if document.department is not None:
        made["department"] = document.department.model_dump(mode="json", include=set(_OF_DEPARTMENT), exclude_unset=True)
    # The singular and the plural key are two lists, and a place says which.
    made |= {key: [_of_post(post) for post in posts] for key in ("post", "posts") if (posts := getattr(document, key))}
    made |= {key: [[each.id, each.name] for each in found] for key in _NAMED if (found := getattr(document, key))}
    return made


def outlined(name: str, folder: tuple[str, ...], seen: Outline, text: Callable[[], str | None]) -> File:
    """Return a file that shows what `seen` says and nothing else; it is not reported. `text` is asked for where a finding
    elsewhere points into it.
    """
    values: dict[str, Any] = {key: tuple(map(_post, seen[key])) for key in ("post", "posts") if key in seen}
    for key, part in _NAMED.items():
        if key in seen:
            values[key] = tuple(part.model_construct(id=id_, name=called) for id_, called in seen[key])
    if "department" in seen:
        values["department"] = Department.model_validate(seen["department"])
    return File(name, folder, reading=Reading(_EMPTY.model_copy(update=values)), reported=False, later=text)


def _of_post(post: Post) -> dict[str, Any]:
    made: dict[str, Any] = {name: value for name in _PLAIN if (value := getattr(post, name)) is not None}
    made |= {name: list(value) for name in _LISTS if (value := getattr(post, name))}
    if post.level is not None:
        made["level"] = post.level.value
    if post.status is not Status.active:
        made["status"] = post.status.value
    return made


def _post(seen: Mapping[str, Any]) -> Post:
    values: dict[str, Any] = {name: tuple(value) if name in _LISTS else value for name, value in seen.items()}
    if "level" in values:
        values["level"] = Level(values["level"])
    if "status" in values:
        values["status"] = Status(values["status"])
    return _NOBODY.model_copy(update=values)
