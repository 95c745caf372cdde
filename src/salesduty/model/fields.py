"""Which model stands where: from a path in a file to the class that reads it, and all keys of all classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Any, get_args

from salesduty.model.document import Document
from salesduty.model.part import Part
from salesduty.results.place import Path


@cache
def parts() -> tuple[type[Part], ...]:
    """Return every model that a file may hold, the document first, each once."""
    found: list[type[Part]] = []
    waiting: list[type[Part]] = [Document]
    while waiting:
        part = waiting.pop(0)
        if part not in found:
            found.append(part)
            waiting.extend(below for name in part.model_fields for below in parts_in(part.model_fields[name].annotation))
    return tuple(found)


@cache
def spellings() -> Mapping[str, Set[str]]:
    """Return every Chinese key with the English keys that it stands for in one model or another."""
    known: dict[str, set[str]] = {}
    for part in parts():
        for title, name in part.titles.items():
            known.setdefault(title, set()).add(name)
    return known


@cache
def entity_keys() -> frozenset[str]:
    """Return the top-level keys of a file, in both languages."""
    return frozenset(Document.names | set(Document.titles))


def part_at(path: Path, root: type[Part] = Document) -> type[Part]:
    """Return the model of the mapping that `path` leads to from `root` on, or the nearest one around it."""
    part = root
    for step in path:
        if isinstance(step, int):
            continue
        field = part.model_fields.get(step) or part.model_fields.get(step + "_")
        below = next(parts_in(field.annotation), None) if field is not None else None
        if below is not None:
            part = below
    return part


def below(part: type[Part], key: str) -> type[Part] | None:
    """Return the model of the mappings at or in the list at `key` of `part`, its key in English; None where it holds none."""
    field = part.model_fields.get(key) or part.model_fields.get(key + "_")
    return next(parts_in(field.annotation), None) if field is not None else None


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """Yield the models that a field with `annotation` may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)
