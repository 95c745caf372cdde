"""Write new files, all of them or none, and never over what is there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from salesduty.disk.write import CannotWrite, write


class AlreadyThere(Exception):
    """Files that would be written over; nothing was written."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


def create(files: Mapping[Path, bytes]) -> None:
    """Write `files`, making folders as needed. Raises AlreadyThere where one exists, and CannotWrite.

    Where one cannot be written, and where the person stops it, those that were written are taken away again, and the folders
    that were made for them.
    """
    there = tuple(path.as_posix() for path in files if _exists(path))
    if there:
        raise AlreadyThere(there)
    made: list[Path] = []
    written: list[Path] = []
    try:
        for path, data in files.items():
            made += _missing(path.parent)
            written.append(path)
            write(path, data)
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        for folder in sorted(set(made), key=lambda folder: len(folder.parts), reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise


def _exists(path: Path) -> bool:
    """Whether something is there, even a link that leads nowhere."""
    try:
        return path.is_symlink() or path.exists()
    except OSError as error:
        raise CannotWrite(str(path), "failed") from error


def _missing(folder: Path) -> list[Path]:
    """The folders that have to be made for `folder`."""
    return [each for each in (folder, *folder.parents) if not each.exists()]
