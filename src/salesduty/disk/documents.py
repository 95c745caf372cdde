"""Find the documents that people have: files as they are given, and what lies in folders."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from salesduty.disk.find import NotFound
from salesduty.text.nearest import nearest

SUFFIXES = (
    ".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".rtf", ".odt", ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv",
    ".pdf", ".htm", ".html", ".mht", ".mhtml", ".xhtml", ".txt", ".text", ".md", ".markdown",
)  # fmt: skip
"""What is looked for in folders; a file that is named is read whatever it is called."""
_NOT_ENTERED = frozenset(("node_modules", "__pycache__", "venv", "site-packages", "__MACOSX"))
_LOCKS = ("~$", ".~")
"""What Word, WPS and LibreOffice put beside a document that is open."""
_KEPT_BY_WINDOWS = frozenset(("thumbs.db", "desktop.ini"))
_MOST_FILES = 100_000
_MOST_BESIDE = 200
_MOST_LEVELS = 64


@dataclass(frozen=True, slots=True)
class Paper:
    """A document on disk: where it is, how it was called for, and the folder that links must not lead out of.

    `label` is what it is called in what is written: its place in the folder that was given, or its own name.
    """

    path: Path
    name: str
    label: str
    root: Path


def documents(paths: Iterable[str | Path]) -> tuple[Paper, ...]:
    """Return the documents at `paths`, in the order of their names, none twice.

    Folders are gone through with all that is below them; hidden files, lock files and links to folders are passed over. Raises
    NotFound for a path that does not exist, a folder that cannot be listed, and one with far too many files.
    """
    found: dict[Path, Paper] = {}
    for given in paths:
        path = Path(given)
        if not str(given).strip():
            raise NotFound(f'"{given}"')
        if not _exists(path):
            raise NotFound(str(given), near=_alike(path))
        for each in _below(path, given) if path.is_dir() else (Paper(path, path.as_posix(), path.name, path.parent),):
            found.setdefault(Path(os.path.abspath(each.path)), each)  # noqa: PTH100 (a link keeps the name that was given)
            if len(found) > _MOST_FILES:
                raise NotFound(str(given), "too-many")
    often = Counter(paper.label for paper in found.values())
    papers = (replace(each, label=_longer(each)) if often[each.label] > 1 else each for each in found.values())
    return tuple(sorted(papers, key=lambda paper: (paper.label, paper.name)))


def passed_over(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """Return the files in the folders among `paths` that are not looked at for their suffix, in order.

    Hidden files, locks, and what Windows keeps about folders do not count. Raises NotFound as `documents` does.
    """
    others = {
        path.as_posix()
        for given in paths
        if Path(given).is_dir()
        for path in _within(Path(given), given)
        if not path.name.lower().endswith(SUFFIXES) and path.name.lower() not in _KEPT_BY_WINDOWS
    }
    return tuple(islice(sorted(others), _MOST_FILES))


def _longer(paper: Paper) -> str:
    """The name of the folder before that of the file, for files of the same name."""
    return f"{paper.path.absolute().parent.name}/{paper.path.name}"


def _below(folder: Path, given: str | Path) -> Iterator[Paper]:
    for path in _within(folder, given):
        if path.name.lower().endswith(SUFFIXES):
            yield Paper(path, path.as_posix(), path.relative_to(folder).as_posix(), folder)


def _within(folder: Path, given: str | Path) -> Iterator[Path]:
    """Yield the files below `folder`, without hidden ones and locks."""

    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise NotFound(str(given), "unlistable") from error

    for at, folders, names in os.walk(folder, onerror=refuse):
        here = Path(at)
        deep = len(here.relative_to(folder).parts) >= _MOST_LEVELS
        folders[:] = [] if deep else sorted(each for each in folders if not each.startswith(".") and each not in _NOT_ENTERED)
        yield from (here / name for name in sorted(names) if not name.startswith((".", *_LOCKS)))


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False


def _alike(path: Path) -> tuple[str, ...]:
    """What lies beside `path` under a name like its own; of the files, only those with a suffix of documents."""
    try:
        with os.scandir(path.parent) as entries:
            beside = sorted(
                entry.name for entry in entries if entry.is_dir() or entry.name.lower().endswith((*SUFFIXES, path.suffix.lower()))
            )
    except OSError:
        return ()
    near = nearest(path.name, beside[:_MOST_BESIDE])
    same_stem = [name for name in beside if Path(name).stem == path.stem]
    return tuple(path.with_name(name).as_posix() for name in dict.fromkeys((*same_stem[:2], *near)))
