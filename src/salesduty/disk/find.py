"""Find the files of a workspace."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from salesduty.text.nearest import nearest

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
    """A path that does not exist or cannot be listed; `path` is as it was given, `near` are paths beside it that look like it."""

    def __init__(self, path: str, reason: str = "missing", near: tuple[str, ...] = ()) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason
        self.near = near


class Found(NamedTuple):
    """A file of a workspace: its name for people, the folders from the root to it, and whether it was asked for.

    `path` is absolute. A folder that could not be listed stands here too; `refused` says why: `permission` or `failed`.
    """

    path: str
    name: str
    folder: tuple[str, ...]
    reported: bool
    root: Path
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A workspace on disk: its root and its files, sorted; then what was asked for by name, and folders not listed.

    `tops` are the folders that were walked: the root, or some below it.
    """

    root: Path
    files: tuple[Found, ...]
    tops: tuple[Path, ...] = field(default=(), compare=False)


def find(paths: Iterable[str | Path], unsaved: Iterable[str | Path] = ()) -> tuple[Tree, ...]:
    """Return the workspaces that `paths` lie in, each whole, with what lies below `paths` marked as reported.

    A path among `unsaved` need not exist, only the folder that it is to lie in. Raises NotFound for a path that does not exist,
    and for a folder among `paths` that cannot be listed.
    """
    return tuple(_tree(root, each) for root, each in _outermost(_by_root(paths, unsaved)).items())


def roots(paths: Iterable[str | Path], unsaved: Iterable[str | Path] = ()) -> tuple[Path, ...]:
    """Return the roots of the workspaces that `paths` lie in, without reading what is in them. Raises NotFound."""
    return tuple(_outermost(_by_root(paths, unsaved)))


def refuse_without_definitions(folder: Path) -> None:
    """Raise NotFound where `folder` is not there, is a file, or has no definitions in it."""
    below = [each for tree in find((folder,)) for each in tree.files if each.reported]
    if not folder.is_dir():
        raise NotFound(folder.as_posix(), "no-folder")
    if not below:
        raise NotFound(folder.as_posix(), "no-definitions")


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


def _by_root(paths: Iterable[str | Path], unsaved: Iterable[str | Path]) -> dict[Path, _Wanted]:
    declares = cache(_declares_department)
    declaring = cache(lambda folder: tuple(filter(declares, _children(folder))))
    extent = cache(lambda folder: _extent(folder, declares, declaring))
    wanted: dict[Path, _Wanted] = {}
    new = {path for each in unsaved if not _exists(path := absolute(each)) and _exists(path.parent)}
    for given in paths:
        path = absolute(given)
        if path not in new:
            path = _absolute(given)
        root, tops = extent(path if path.is_dir() else path.parent)
        wanted.setdefault(root, _Wanted(set(), set())).add(tops, {path})
    return wanted


def absolute(path: str | Path) -> Path:
    """Return `path` from the root of the disk, its links unresolved; as it is where the working folder has been deleted."""
    try:
        return Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps the name that was given)
    except OSError:
        return Path(path)


def _absolute(given: str | Path) -> Path:
    path = Path(given)
    try:
        if _exists(path):
            return Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps the name that was given)
    except OSError:  # the working folder has been deleted
        pass
    raise NotFound(str(given), near=_alike(path))


def _alike(path: Path) -> tuple[str, ...]:
    """What lies beside `path` under a name like its own."""
    try:
        with os.scandir(path.parent) as entries:
            beside = [entry.name for entry in islice(entries, _MOST_HEADS)]
    except OSError:
        return ()
    return tuple(path.with_name(name).as_posix() for name in nearest(path.name, sorted(beside)))


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


def enters(tree: Tree, path: Path) -> bool:
    """Tell whether the walk of `tree` would come by `path`, if there were a file."""
    names = path.relative_to(tree.root).parts if path.is_relative_to(tree.root) else ("",)
    listed = names[-1].lower().endswith(SUFFIXES) and not names[-1].startswith(".")
    return listed and all(map(_entered, names[:-1])) and not set(tree.tops).isdisjoint(path.parents)


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
        paths.update(dict.fromkeys(_walk(path, refuse) if path.is_dir() else [os.fspath(path)]))
    folders = cache(lambda folder: _folder(Path(folder), root, wanted.chosen))
    chosen = frozenset(map(os.fspath, wanted.chosen))
    files = []
    for each in paths:
        above, name = os.path.split(each)
        start, steps, reported = folders(above)
        files.append(Found(each, start + name, steps, reported or each in chosen, root))
    for folder, reason in refused.items():
        _, steps, reported = _folder(folder, root, wanted.chosen)
        files.append(Found(os.fspath(folder), shown(folder), steps, reported, root, reason))
    return Tree(root, tuple(files), tuple(sorted(wanted.tops)))


def _folder(folder: Path, root: Path, chosen: set[Path]) -> tuple[str, tuple[str, ...], bool]:
    """What the names of files in `folder` begin with, the folders from `root` to it, and whether it was asked for."""
    start = shown(folder)
    start = "" if start == "." else start if start.endswith("/") else f"{start}/"
    return start, folder.relative_to(root).parts, not chosen.isdisjoint((folder, *folder.parents))


def _walk(root: Path, refuse: Callable[[OSError], None]) -> Iterator[str]:
    """The YAML files below `root`, sorted; hidden folders and links to folders are not entered."""
    found = 0
    linked: set[Path] = set()
    for folder, folders, names, links in _folders(os.fspath(root), refuse):
        folders[:] = sorted(filter(_entered, folders))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found += 1
                if found > _MOST_FILES:
                    raise NotFound(str(root), "too-many")
                path = os.path.join(folder, name)  # noqa: PTH118 (ten thousand times; a Path takes ten times as long)
                if name in links:
                    # A second name for a file of the tree would make every post in it a second one.
                    try:
                        target = Path(path).resolve(strict=True)
                    except (OSError, RuntimeError):  # it leads nowhere, or in a circle: reading it tells
                        yield path
                        continue
                    if target in linked or target.is_relative_to(root.resolve()):
                        continue
                    linked.add(target)
                yield path


def _folders(root: str, refuse: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str], set[str]]]:
    """Each folder below `root` from the top, as `os.walk` has them, with the names that are links; asks no file for more."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        folders: list[str] = []
        names: list[str] = []
        links: set[str] = set()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    is_link = entry.is_symlink() or _is_junction(entry)
                    if is_link:
                        links.add(entry.name)
                    if not is_link and entry.is_dir(follow_symlinks=False):
                        folders.append(entry.name)
                    elif not (is_link and _is_folder(entry)):
                        names.append(entry.name)
        except OSError as error:
            refuse(error)
            continue
        yield folder, folders, names, links
        waiting.extend(os.path.join(folder, name) for name in reversed(folders))  # noqa: PTH118


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link between folders of Windows, which Python tells from 3.12 on."""
    return hasattr(entry, "is_junction") and entry.is_junction()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def shown(path: Path) -> str:
    """Return the name of a file for people and reports: relative to the working folder where it lies below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):  # it lies elsewhere, or the working folder has been deleted
        return path.as_posix()
