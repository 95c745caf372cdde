"""Find the files of a workspace."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))
_USUAL_ROOT = "roles"
# Far above any company's folder tree; ends a walk that something has gone wrong with.
_MOST_FILES = 200_000
_MOST_LEVELS = 64
_MOST_HEADS = 200
_MOST_CHILDREN = 200
_HEAD = 65_536
_KEY = r"""["']?(?:department|部门)["']?\s*:"""
# At the start of a line, which a lone CR ends too; or in a document that is one pair of braces, as in JSON.
_DEPARTMENT = re.compile(rf"(?:^|\r){_KEY}|\A(?:\s|#[^\r\n]*|---)*+\{{(?s:.*?[{{,])??\s*{_KEY}", re.MULTILINE)


class NotFound(Exception):
    """A path that does not exist or cannot be listed; `path` is as it was given."""

    def __init__(self, path: str, reason: str = "missing") -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a workspace: its name for people, the folders from the root to it, and whether it was asked for.

    A folder that could not be listed stands here too; `refused` says why: `permission` or `failed`.
    """

    path: Path
    name: str
    folder: tuple[str, ...]
    reported: bool
    root: Path
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A workspace on disk: its root and its files, sorted; then what was asked for by name, and folders not listed."""

    root: Path
    files: tuple[Found, ...]


def find(paths: Iterable[str | Path]) -> tuple[Tree, ...]:
    """Return the workspaces that `paths` lie in, each whole, with what lies below `paths` marked as reported.

    Raises NotFound for a path that does not exist, and for a folder among `paths` that cannot be listed.
    """
    return tuple(_tree(root, each) for root, each in _outermost(_by_root(paths)).items())


def roots(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the roots of the workspaces that `paths` lie in, without reading what is in them. Raises NotFound."""
    return tuple(_outermost(_by_root(paths)))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is wanted of a workspace: the folders to walk, and what was asked for."""

    tops: set[Path]
    chosen: set[Path]

    def add(self, tops: Iterable[Path], chosen: Iterable[Path]) -> None:
        """Want more."""
        self.tops.update(tops)
        self.chosen.update(chosen)


def _outermost(wanted: dict[Path, _Wanted]) -> dict[Path, _Wanted]:
    """`wanted` without the roots that the walk of another one comes by; what was asked for there goes to that one."""
    kept: dict[Path, _Wanted] = {}
    for root, each in sorted(wanted.items()):
        outer = next((other for other in kept.values() if not other.tops.isdisjoint((root, *root.parents))), None)
        if outer is None:
            kept[root] = each
        else:
            outer.add((), each.chosen)
    return kept


def _by_root(paths: Iterable[str | Path]) -> dict[Path, _Wanted]:
    declares = cache(_declares_department)
    declaring = cache(lambda folder: tuple(filter(declares, _children(folder))))
    extent = cache(lambda folder: _extent(folder, declares, declaring))
    wanted: dict[Path, _Wanted] = {}
    for given in paths:
        path = _absolute(given)
        root, tops = extent(path if path.is_dir() else path.parent)
        wanted.setdefault(root, _Wanted(set(), set())).add(tops, {path})
    return wanted


def _absolute(given: str | Path) -> Path:
    path = Path(given)
    try:
        if _exists(path):
            return Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps the name that was given)
    except OSError:  # the working folder has been deleted
        pass
    raise NotFound(str(given))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, or a folder that may not be entered
        return False


def _extent(
    folder: Path, declares: Callable[[Path], bool], declaring: Callable[[Path], tuple[Path, ...]]
) -> tuple[Path, tuple[Path, ...]]:
    """The root of the workspace that `folder` lies in, and the folders that are walked: the root, or some below it."""
    project = tuple(within_project(folder))
    for ancestor in project:
        if ancestor.name == _USUAL_ROOT:
            return ancestor, (ancestor,)
    top = project[-1]
    if not _is_repository(top):
        root = (folder, *takewhile(declares, project[1:]))[-1]
        return root, (root,)
    if declares(top):
        return top, (top,)
    root = (folder, *(ancestor for ancestor in project[:-1] if declares(ancestor) or declaring(ancestor)))[-1]
    # A repository holds much else: of its own folder only the departments are read.
    return (top, (root, *declaring(top))) if declaring(top) else (root, (root,))


def within_project(folder: Path) -> Iterator[Path]:
    """Yield `folder` and what is around it, up to the repository that it lies in."""
    for ancestor in (folder, *folder.parents)[:_MOST_LEVELS]:
        yield ancestor
        if _is_repository(ancestor):
            return


def _is_repository(folder: Path) -> bool:
    return _exists(folder / ".git")


def _children(folder: Path) -> list[Path]:
    """The folders in `folder` that a walk enters, the first of them."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False) and _entered(entry.name))
    except OSError:
        return []
    return [folder / name for name in names[:_MOST_CHILDREN]]


def _entered(name: str) -> bool:
    return not name.startswith(".") and name not in _SKIPPED


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
    if b"\0" in head:
        yield head.replace(b"\0", b"").decode("ascii", "ignore")
    if not head.isascii():
        yield head.decode("utf-16", "ignore")
        yield head.decode("gb18030", "ignore")


def _tree(root: Path, wanted: _Wanted) -> Tree:
    refused: dict[Path, str] = {}

    def refuse(error: OSError) -> None:
        folder = Path(error.filename)
        if folder in wanted.chosen:
            raise NotFound(str(folder), "unlistable")
        refused[folder] = "permission" if isinstance(error, PermissionError) else "failed"

    # What was asked for by name counts, even where a walk would pass it by: hidden, linked, or called otherwise.
    paths = dict.fromkeys(path for top in sorted(wanted.tops) for path in _walk(top, refuse))
    for path in sorted(wanted.chosen - wanted.tops):
        paths.update(dict.fromkeys(_walk(path, refuse) if path.is_dir() else [path]))
    files = (_found(path, path.parent, root, wanted.chosen) for path in paths)
    folders = (replace(_found(path, path, root, wanted.chosen), refused=reason) for path, reason in refused.items())
    return Tree(root, (*files, *folders))


def _found(path: Path, folder: Path, root: Path, chosen: set[Path]) -> Found:
    reported = not chosen.isdisjoint((path, *path.parents))
    return Found(path, _shown(path), folder.relative_to(root).parts, reported, root)


def _walk(root: Path, refuse: Callable[[OSError], None]) -> Iterator[Path]:
    """The YAML files below `root`, sorted; hidden folders and links to folders are not entered."""
    found = 0
    linked: set[Path] = set()
    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(filter(_entered, folders))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found += 1
                if found > _MOST_FILES:
                    raise NotFound(str(root), "too-many")
                path = Path(folder, name)
                if path.is_symlink():
                    # A second name for a file of the tree would make every post in it a second one.
                    try:
                        target = path.resolve(strict=True)
                    except (OSError, RuntimeError):  # it leads nowhere, or in a circle: reading it tells
                        yield path
                        continue
                    if target in linked or target.is_relative_to(root.resolve()):
                        continue
                    linked.add(target)
                yield path


def _shown(path: Path) -> str:
    """The name of a file for people and reports: relative to the working folder where it lies below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):  # it lies elsewhere, or the working folder has been deleted
        return path.as_posix()
