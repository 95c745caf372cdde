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
_DEPARTMENT = re.compile("^(?:department|部门)[ ]*:".encode(), re.MULTILINE)


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
        if not path.exists():
            raise NotFound(str(given))
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps the name that was given)
        wanted.setdefault(_root(absolute), []).append(absolute)
    return tuple(_tree(root, selected) for root, selected in sorted(wanted.items()))


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
        names = sorted(entry.name for entry in os.scandir(folder) if entry.name.lower().endswith(SUFFIXES))
        return any(_DEPARTMENT.search(_head(folder / name)) for name in names[:_MOST_HEADS])
    except OSError:
        return False


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _tree(root: Path, selected: list[Path]) -> Tree:
    chosen = frozenset(selected)
    whole = root in chosen
    files = []
    for path in _walk(root):
        reported = whole or path in chosen or not chosen.isdisjoint(path.parents)
        files.append(Found(path, _shown(path), path.relative_to(root).parent.parts, reported, root))
    others = (path for path in sorted(chosen) if path.is_file() and path.suffix.lower() not in SUFFIXES)
    files.extend(Found(path, _shown(path), path.relative_to(root).parent.parts, reported=True, root=root) for path in others)
    return Tree(root, tuple(files))


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
