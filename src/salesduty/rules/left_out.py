"""What reading had to leave out, so that one mistake is not reported a second time as something missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.fields import part_at
from salesduty.model.reading import Mistake, Reading
from salesduty.results.place import Path, Place
from salesduty.workspace.entities import Department


def left_out(department: Department) -> frozenset[Place]:
    """Return the places of the fields that hold less than was written: a wrong value, a lost item, a mistyped key."""
    return frozenset(Place(file.name, path) for file in department.files for path in _paths(file.reading))


def all_read(department: Department) -> bool:
    """Tell whether every file and every post of `department` could be read, so that what is not there is missing."""
    readings = (file.reading for file in department.files)
    lost = any(_loses_a_post(path, reading) for reading in readings for path in _paths(reading))
    return not lost and all(file.readable for file in department.files)


def _paths(reading: Reading) -> Iterator[Path]:
    for mistake in reading.mistakes:
        for meant in _meant(mistake):
            yield _in_document(meant, reading)


def _loses_a_post(path: Path, reading: Reading) -> bool:
    """Whether a whole post, or all of them, went with the value at `path`."""
    if path[0] not in ("post", "posts"):
        return False
    kept = len(getattr(reading.document, path[0]))
    return len(path) == 1 or not isinstance(path[1], int) or path[1] >= kept


def _meant(mistake: Mistake) -> Iterator[Path]:
    """The fields that the writer meant; for an unknown key those whose names look like it."""
    if mistake.kind != "unknown-key":
        yield mistake.path
        return
    titles = part_at(mistake.path[:-1]).titles
    near = mistake.values["near"]
    for name in near if isinstance(near, Sequence) else ():
        yield (*mistake.path[:-1], titles.get(name, name))


def _in_document(path: Path, reading: Reading) -> Path:
    """Where `path` of the file stands in the document; the list itself for an item that was left out of it."""
    found: Path = ()
    for depth, step in enumerate(path):
        gone = reading.removed.get(path[:depth], ())
        if step in gone:
            return found
        found = (*found, step - sum(index < step for index in gone) if isinstance(step, int) else step)
    return found
