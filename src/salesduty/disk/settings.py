"""Find the settings file that a workspace goes by, and the files of rules that it names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from salesduty.disk.find import NotFound, roots, within_project
from salesduty.disk.read import CannotRead, read_bytes

OWN, SHARED = "salesduty.toml", "pyproject.toml"
_MOST_SHARED = 200_000
_TABLE = re.compile(rb"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?salesduty", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A settings file: where it is, how it is called for people, its bytes, and the folder that nothing may lead out of.

    `is_shared` tells that the settings are a part of the file. `refused` says why it cannot be read: see `CannotRead`.
    """

    path: Path
    name: str
    data: bytes
    top: Path
    is_shared: bool = False
    refused: str = ""

    @property
    def folder(self) -> Path:
        """The folder that paths in the file start from."""
        return self.path.parent


def find_settings(paths: Iterable[str | Path]) -> tuple[Found, ...]:
    """Return the settings files that the workspaces of `paths` go by: the nearest around each, each file once.

    In a repository it is looked for from the root of a workspace up to the repository; without one in the root and in the
    folder around it. A salesduty.toml goes before a pyproject.toml beside it, which counts only if it has a part for us.
    A path that does not exist has none; whoever reads it will tell.
    """
    try:
        found = [_nearest(root) for root in roots(paths, paths)]
    except NotFound:
        return ()
    return tuple({each.path: each for each in found if each is not None}.values())


def around(folder: Path) -> Found | None:
    """Return the settings file of a folder that need not be a workspace, or None."""
    return _nearest(folder)


def named(path: str | Path) -> Found:
    """Return the settings file at `path`, whatever it is called."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps the name that was given)
    return _read(whole, _top(whole.parent), is_shared=whole.name == SHARED)


def read_beside(found: Found, path: str) -> Found:
    """Return the file at `path`, counted from the folder of the settings file; `refused` is `outside` where it leads out."""
    whole = Path(os.path.abspath(found.folder / path))  # noqa: PTH100
    if not whole.is_relative_to(found.top):
        return Found(whole, path, b"", found.top, refused="outside")
    return _read(whole, found.top)


def working_folder() -> Path | None:
    """Return the working folder, None where it has been deleted."""
    try:
        return Path.cwd()
    except OSError:
        return None


def _nearest(root: Path) -> Found | None:
    for folder in _searched(root):
        if _is_file(folder / OWN):
            return _read(folder / OWN, _top(folder))
        if _is_file(folder / SHARED):
            found = _read(folder / SHARED, _top(folder), is_shared=True)
            if _TABLE.search(found.data[:_MOST_SHARED]):
                return found
    return None


def _searched(root: Path) -> tuple[Path, ...]:
    around = tuple(within_project(root))
    return around if _is_repository(around[-1]) else around[:2]


def _top(folder: Path) -> Path:
    """The repository that `folder` lies in; without one the folder itself."""
    last = tuple(within_project(folder))[-1]
    return last if _is_repository(last) else folder


def _is_repository(folder: Path) -> bool:
    return (folder / ".git").exists()


def _is_file(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False


def _read(path: Path, top: Path, *, is_shared: bool = False) -> Found:
    here = working_folder()
    name = (path.relative_to(here) if here is not None and path.is_relative_to(here) else path).as_posix()
    try:
        data = read_bytes(path, top)
    except CannotRead as error:
        refused = error.reason if _is_file(path) else "missing"
        return Found(path, name, b"", top, is_shared, refused)
    return Found(path, name, data, top, is_shared)
