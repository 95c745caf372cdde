"""Load a workspace from paths or from texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from salesduty.disk.find import Found, find
from salesduty.disk.read import CannotRead, read_bytes
from salesduty.model.fields import entity_keys, spellings
from salesduty.model.reading import read
from salesduty.source.decode import Decoded, accepted, decode
from salesduty.source.parse import Parsed, parse
from salesduty.source.problems import Problem
from salesduty.text.nearest import nearest
from salesduty.toolkit.collector import without_collector
from salesduty.workspace.entities import Workspace
from salesduty.workspace.file import File
from salesduty.workspace.resolve import joined, resolve

Source = str | Path | Iterable[str | Path] | Mapping[str, str | bytes]
Progress = Callable[[int, int], None]
"""Told how many of how many files are done."""

_NO_FOLDERS = frozenset(("/", "//", ".."))


def load(source: Source = "roles", *, progress: Progress | None = None) -> Workspace:
    """Return the workspace of `source`: a path, several paths, or texts by file name.

    A path may be a folder or a file; the workspace around it is loaded whole, and only what lies below the
    path is marked to be reported. Paths in separate trees are resolved apart. `progress` is told of each file.
    Raises `NotFound` for a path that does not exist; all that is wrong inside a file is kept as its problems.
    """
    with without_collector():
        if isinstance(source, Mapping):
            return _from_texts(source)
        trees = find([source] if isinstance(source, (str, Path)) else source)
        counted = _Counter(sum(len(tree.files) for tree in trees), progress)
        return joined([resolve(map(counted.read, tree.files), tree.root.name) for tree in trees])


@dataclass(frozen=True, slots=True)
class Tree:
    """Files that are resolved together, and the folder that they lie in, None for texts of a caller."""

    root: Path | None
    files: list[File]


class _Counter:
    """Reads files and tells how far it is."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done = 0
        self._total = total
        self._progress = progress

    def read(self, found: Found) -> File:
        """Return the file as read."""
        file = _from_disk(found)
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)
        return file


def read_trees(source: Source, *, progress: Progress | None = None) -> list[Tree]:
    """Return the files of `source`, see `load`, apart for each tree that is resolved by itself."""
    if isinstance(source, Mapping):
        return [Tree(None, _files(source))]
    trees = find([source] if isinstance(source, (str, Path)) else source)
    counted = _Counter(sum(len(tree.files) for tree in trees), progress)
    return [Tree(tree.root, list(map(counted.read, tree.files))) for tree in trees]


def joined_trees(trees: Iterable[Tree]) -> Workspace:
    """Return the workspace of files that are read, or read again, by tree."""
    return joined([resolve(tree.files, tree.root.name) if tree.root else resolve(tree.files) for tree in trees])


def reread(file: File, text: str) -> File:
    """Return `file` as it is when it holds `text`; in which encoding it is stays known."""
    about_bytes = tuple(problem for problem in file.problems if problem.kind == "not-utf8")
    return _file(file.name, file.folder, replace(accepted(text), problems=about_bytes), b"", reported=file.reported)


def _from_texts(texts: Mapping[str, str | bytes]) -> Workspace:
    return resolve(_files(texts))


def _files(texts: Mapping[str, str | bytes]) -> list[File]:
    files = []
    for name, text in texts.items():
        data = text if isinstance(text, bytes) else b""
        decoded = decode(text) if isinstance(text, bytes) else accepted(text)
        folder = tuple(part for part in PurePosixPath(name).parent.parts if part not in _NO_FOLDERS)
        files.append(_file(name, folder, decoded, data, reported=True))
    return files


def _from_disk(found: Found) -> File:
    if found.refused:
        return _file(found.name, found.folder, _unread(found.refused), b"", reported=found.reported)
    data = b""
    try:
        data = read_bytes(found.path, found.root)
        decoded = decode(data)
    except CannotRead as error:
        decoded = _unread(error.reason)
    return _file(found.name, found.folder, decoded, data, reported=found.reported)


def _unread(reason: str) -> Decoded:
    return Decoded(None, "", (Problem("cannot-read", 0, 0, {"reason": reason}),))


def _file(name: str, folder: tuple[str, ...], decoded: Decoded, data: bytes, *, reported: bool) -> File:
    if decoded.text is None:
        partial = data.decode(decoded.encoding or "utf-8", "replace").lstrip("\ufeff")
        return File(name, folder, None, problems=decoded.problems, readable=False, reported=reported, partial=partial)
    parsed = parse(decoded.text, field_keys())
    problems = (*decoded.problems, *parsed.problems)
    if parsed.data is None:
        if parsed.empty:
            problems = (*problems, Problem("empty-file", 0, 0))
        return File(
            name, folder, decoded.text, problems=problems, readable=parsed.empty, roles=not parsed.empty, reported=reported
        )
    if _written(parsed).isdisjoint(entity_keys()):
        problems = (*decoded.problems, Problem("no-entity", 0, 0, _unknown(list(parsed.data)[:3])))
        return File(name, folder, decoded.text, problems=problems, roles=False, reported=reported)
    whole = all(problem.kind != "several-documents" for problem in parsed.problems)
    return File(name, folder, decoded.text, reading=read(parsed.data), problems=problems, readable=whole, reported=reported)


@cache
def field_keys() -> frozenset[str]:
    """Return every key of every field, in both languages."""
    return frozenset(spellings()).union(*spellings().values())


def _written(parsed: Parsed) -> set[str]:
    """The keys at the top of a file, and those that have nothing after them."""
    empty = {str(problem.values["key"]) for problem in parsed.problems if problem.kind == "empty-value"}
    return empty.union(parsed.data or ())


def _unknown(keys: list[str]) -> dict[str, object]:
    near = next((found for key in keys if (found := nearest(key, sorted(entity_keys())))), ())
    return {"keys": ", ".join(keys), "near": near}
