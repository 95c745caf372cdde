"""What reading had to leave out, so that one mistake is not reported a second time as something missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.document import Document
from salesduty.model.fields import part_at, spellings
from salesduty.model.reading import Mistake, Reading
from salesduty.results.place import Path, Place
from salesduty.workspace.entities import Department
from salesduty.workspace.file import File

_ALL_POSTS = (("post",), ("posts",))
"""The lists that hold less than was written where a whole post is lost."""


@dataclass(frozen=True, slots=True)
class Omitted:
    """What the files say less of than was written: `lost` are places, `blank` names of fields by file."""

    lost: frozenset[Place]
    blank: frozenset[tuple[str, str]]

    def lacks(self, place: Place) -> bool:
        """Tell whether the field at `place` was written with a wrong value, or a list there with a wrong item."""
        return place in self.lost

    def explains(self, place: Place) -> bool:
        """Tell whether another finding says already why there is nothing at `place`: a wrong or an empty value."""
        return place in self.lost or (place.file, str(place.path[-1])) in self.blank


def omitted(departments: Sequence[Department]) -> Omitted:
    """Return what reading the files of `departments` left out: wrong values, lost items, mistyped and empty keys."""
    blank = ((file.name, name) for department in departments for file in department.files for name in _blank(file))
    return Omitted(frozenset[Place]().union(*map(left_out, departments)), frozenset(blank))


def left_out(department: Department) -> frozenset[Place]:
    """Return the places of the fields that hold less than was written: a wrong value, a lost item, a mistyped key."""
    return frozenset(Place(file.name, path) for file in department.files for path in _paths(file.reading))


def all_read(department: Department) -> bool:
    """Tell whether every file and every post of `department` could be read, so that what is not there is missing."""
    readings = (file.reading for file in department.files)
    lost = any(path in _ALL_POSTS for reading in readings for path in _paths(reading))
    return not lost and all(file.readable for file in department.files)


def _paths(reading: Reading) -> Iterator[Path]:
    for mistake in reading.mistakes:
        for meant in _meant(mistake):
            yield _what_is_gone(reading.document, reading.in_document(meant))


def _what_is_gone(document: Document, path: Path) -> Path:
    """The outermost thing on the way to `path` that went with the value there."""
    value: object = document
    for depth, step in enumerate(path, start=1):
        if isinstance(step, str):
            value = getattr(value, step, None)
        else:
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        if value is None or value == ():
            return path[:depth]
    return path


def _meant(mistake: Mistake) -> Iterator[Path]:
    """The fields that the writer meant; for an unknown key those whose names look like it."""
    if mistake.kind != "unknown-key":
        yield mistake.path
        return
    titles = part_at(mistake.path[:-1]).titles
    near = mistake.values["near"]
    for name in near if isinstance(near, Sequence) else ():
        yield (*mistake.path[:-1], titles.get(name, name))


def _blank(file: File) -> Iterator[str]:
    """The names of the fields that the file leaves empty, in English."""
    for problem in file.problems:
        if problem.kind == "empty-value":
            key = str(problem.values["key"])
            yield key
            yield from spellings().get(key, ())
