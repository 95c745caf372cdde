"""Load a workspace from paths or from texts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from salesduty.disk.find import Found, Tree, absolute, find
from salesduty.disk.read import CannotRead, read_bytes
from salesduty.disk.survey import digest as digest_of
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


Overlay = Mapping[str | Path, bytes | str]
"""What stands for the content of files on disk, by their paths: the text of an editor that is not saved yet."""


def load(source: Source = "roles", *, overlay: Overlay | None = None, progress: Progress | None = None) -> Workspace:
    """Return the workspace of `source`: a path, several paths, or texts by file name.

    A path may be a folder or a file; the workspace around it is loaded whole, and only what lies below the
    path is marked to be reported. Paths in separate trees are resolved apart. What `overlay` has for a path is read in place
    of the file there, which need not exist. `progress` is told of each file.
    Raises `NotFound` for a path that does not exist; all that is wrong inside a file is kept as its problems.
    """
    if not isinstance(source, Mapping):
        paths = (source,) if isinstance(source, (str, Path)) else tuple(source)
        return load_trees(find(paths, overlay or ()), overlay=overlay, progress=progress)
    with without_collector():
        return _from_texts(source)


def load_trees(
    trees: Sequence[Tree],
    *,
    overlay: Overlay | None = None,
    progress: Progress | None = None,
    digests: dict[str, str] | None = None,
) -> Workspace:
    """Return the workspace of `trees`. The digest of what was read of each file is put into `digests`."""
    with without_collector():
        counted = _Counter(sum(len(tree.files) for tree in trees), overlay or {}, progress, digests)
        return joined([resolve(map(counted.read, tree.files), tree.root.name) for tree in trees])


def settled(source: Source) -> Source:
    """Return `source` as something that can be gone through twice."""
    return source if isinstance(source, (str, Path, Mapping)) else tuple(source)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Files that are resolved together, and the folder that they lie in, None for texts of a caller."""

    root: Path | None
    files: list[File]


class _Counter:
    """Reads files and tells how far it is."""

    def __init__(self, total: int, overlay: Overlay, progress: Progress | None, digests: dict[str, str] | None) -> None:
        self._done = 0
        self._overlay = {_same(path): content for path, content in overlay.items()}
        self._total = total
        self._progress = progress
        self._digests = digests

    def read(self, found: Found) -> File:
        """Return the file as read."""
        content = self._overlay.get(_same(found.path)) if self._overlay else None
        file = read_file(found, digests=self._digests) if content is None else _unsaved(found, content)
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)
        return file


def read_trees(source: Source, *, progress: Progress | None = None) -> list[Loaded]:
    """Return the files of `source`, see `load`, apart for each tree that is resolved by itself."""
    if isinstance(source, Mapping):
        return [Loaded(None, _files(source))]
    trees = find([source] if isinstance(source, (str, Path)) else source)
    counted = _Counter(sum(len(tree.files) for tree in trees), {}, progress, None)
    return [Loaded(tree.root, list(map(counted.read, tree.files))) for tree in trees]


def joined_trees(trees: Iterable[Loaded]) -> Workspace:
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
        folder = tuple(part for part in PurePosixPath(name).parent.parts if part not in _NO_FOLDERS)
        files.append(from_content(name, folder, text, reported=True))
    return files


def from_content(name: str, folder: tuple[str, ...], content: str | bytes, *, reported: bool) -> File:
    """Return the file called `name`, `folder` being the folders from the root to it, as its `content` reads."""
    data = content if isinstance(content, bytes) else b""
    decoded = decode(content) if isinstance(content, bytes) else accepted(content)
    return _file(name, folder, decoded, data, reported=reported)


def _same(path: str | Path) -> str:
    """What a path and every other spelling of it come to."""
    return os.path.normcase(absolute(path))


def _unsaved(found: Found, content: str | bytes) -> File:
    return from_content(found.name, found.folder, content, reported=found.reported)


def read_file(found: Found, *, reported: bool | None = None, digests: dict[str, str] | None = None) -> File:
    """Return a file as read; `reported` goes before what `found` says. The digest of what was read is put into `digests`."""
    reported = found.reported if reported is None else reported
    data, decoded, digest = b"", None, found.refused
    if not found.refused:
        try:
            data = read_bytes(found.path, found.root)
            decoded = decode(data)
            digest = digest_of(data) if digests is not None else ""
        except CannotRead as error:
            digest = error.reason
    if digests is not None:
        digests[found.path] = digest
    return _file(found.name, found.folder, decoded or _unread(digest), data, reported=reported)


def read_text(found: Found) -> str | None:
    """Return the text of a file as it is now, None where it cannot be read."""
    try:
        return decode(read_bytes(found.path, found.root)).text
    except CannotRead:
        return None


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
