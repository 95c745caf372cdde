"""The data that comes with the package."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "templates"
_IN_SOURCE = _PACKAGE.parent.parent / "templates"
_DOCUMENTS = ("docx", "html", "md", "site", "svg", "typ")
_STARTERS = "init"
_INTAKE = "intake"


@cache
def stamp() -> str:
    """Return what tells this salesduty from any other: when each of its files was changed, and the Python below it."""
    hashed = blake2b(f"{sys.version} {sys.platform}".encode(), digest_size=16)
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", "templates"))
        for name in sorted(names):
            told = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 (some hundred files at every start)
            hashed.update(f"{name} {told.st_size} {told.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return hashed.hexdigest()


@cache
def templates() -> Templates:
    """Return the built-in templates of documents."""
    return Templates({name: text for kind in _DOCUMENTS for name, text in _read(kind).items()})


@cache
def stationery() -> Stationery:
    """Return the built-in templates with the usual look."""
    return Stationery(templates())


@cache
def starters() -> Mapping[str, str]:
    """Return what a new project is made from, by file name: departments, and what goes beside them."""
    return {name.removeprefix(f"{_STARTERS}/"): text for name, text in _read(_STARTERS).items()}


def _read(kind: str) -> Mapping[str, str]:
    """The files of one folder of templates, by their names from the folder of all on."""
    folder = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_SOURCE
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / kind).rglob("*"))
        if path.is_file() and path.name != ".DS_Store"
    }


@cache
def vocabulary() -> Mapping[str, str]:
    """Return the texts of the built-in vocabulary by file name, in the order in which they build on each other."""
    folder = _PACKAGE / "data"
    found = (path for path in folder.rglob("*.yaml") if path.parent.name != _INTAKE)
    paths = sorted(found, key=lambda path: (len(path.relative_to(folder).parts), path.as_posix()))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@cache
def intake_words() -> Mapping[str, str]:
    """Return the texts of the words by which existing documents are read, by file name without suffix."""
    folder = _PACKAGE / "data" / _INTAKE
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
