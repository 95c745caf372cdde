"""Find the files of a workspace."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))
_USUAL_ROOT = "roles"
# Far above any company's folder tree; ends a walk that something has gone wrong with.
_MOST_FILES = 200_000
_MOST_LEVELS = 12
_MOST_HEADS = 200
_HEAD = 65_536
_DEPARTMENT = re.compile("^(?:department|部门)[ ]*:", re.MULTILINE)


class NotFound(Exception):
    """A path that does not exist or cannot be listed; `path` is as it was given."""

    def __init__(self, path: str, reason: str = "missing") -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a workspace: its name for people, the folders from the root to it, and whether it was asked for."""

    path: Path
    name: str
    folder: tuple[str, ...]
    reported: bool
    root: Path


@dataclass(frozen=True, slots=True)
class Tree:
    """A workspace on disk: its root and its files, sorted."""

    root: Path
    files: tuple[Found, ...]


def find(paths: Iterable[str | Path]) -> tuple[Tree, ...]:
    """Return the workspaces that `paths` lie in, each whole, with what lies below `paths` marked as reported.

    Raises NotFound for a path that does not exist.
    """
    wanted: dict[Path, list[Path]] = {}
    for given in paths:
        path = Path(given)
        if not _exists(path):
            raise NotFound(str(given))
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps the name that was given)
        wanted.setdefault(_root(absolute), []).append(absolute)
    return tuple(_tree(root, selected) for root, selected in sorted(wanted.items()))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, or a folder that may not be entered
        return False


def _root(path: Path) -> Path:
    """The folder that holds the whole workspace: `roles`, or the outermost folder around with a department in it."""
    folder = path if path.is_dir() else path.parent
    for ancestor in (folder, *folder.parents):
        if ancestor.name == _USUAL_ROOT:
            return ancestor
    around = [ancestor for ancestor in _within_project(folder) if _declares_department(ancestor)]
    return around[-1] if around else folder


def _within_project(folder: Path) -> Iterator[Path]:
    """`folder` and what is around it, up to the repository that it lies in."""
    for ancestor in (folder, *folder.parents)[:_MOST_LEVELS]:
        yield ancestor
        if (ancestor / ".git").exists():
            return


def _declares_department(folder: Path) -> bool:
    try:
        # A pipe would never end, and what one file refuses the next may still say.
        names = sorted(entry.name for entry in os.scandir(folder) if entry.name.lower().endswith(SUFFIXES) and entry.is_file())
    except OSError:
        return False
    return any(_DEPARTMENT.search(text) for name in names[:_MOST_HEADS] for text in _heads(folder / name))


def _heads(path: Path) -> Iterator[str]:
    """The beginning of a file, in every encoding that it may be in."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return
    yield head.decode("utf-8-sig", "ignore")
    if not head.isascii():
        yield head.decode("utf-16", "ignore")
        yield head.decode("gb18030", "ignore")


def _tree(root: Path, selected: list[Path]) -> Tree:
    chosen = frozenset(selected)
    # What was asked for by name counts, even where a walk would pass it by: hidden, linked, or called otherwise.
    paths = dict.fromkeys(_walk(root))
    for path in sorted(chosen - {root}):
        paths.update(dict.fromkeys(_walk(path) if path.is_dir() else [path]))
    return Tree(root, tuple(_found(path, root, chosen) for path in paths))


def _found(path: Path, root: Path, chosen: frozenset[Path]) -> Found:
    reported = root in chosen or path in chosen or not chosen.isdisjoint(path.parents)
    return Found(path, _shown(path), path.relative_to(root).parent.parts, reported, root)


def _walk(root: Path) -> Iterator[Path]:
    """The YAML files below `root`, sorted; hidden folders and links to folders are not entered."""
    found = 0
    for folder, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found += 1
                if found > _MOST_FILES:
                    raise NotFound(str(root), "too-many")
                yield Path(folder, name)


def _refuse(error: OSError) -> None:
    raise NotFound(str(error.filename), "unlistable")


def _shown(path: Path) -> str:
    """The name of a file for people and reports: relative to the working folder where it lies below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
