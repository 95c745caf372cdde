"""Write a folder of new files, all of them or none, without holding them all in memory."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from salesduty.disk.write import CannotWrite, reason_of

if TYPE_CHECKING:
    from types import TracebackType


class NotEmpty(Exception):
    """A folder that was to be filled has something in it, `first` among it; nothing was written."""

    def __init__(self, path: str, first: str) -> None:
        super().__init__(path)
        self.path = path
        self.first = first


class Staged:
    """A folder that is filled aside and put in its place at the end: `with Staged(folder) as stage: stage.write(…)`.

    `folder` must be empty or not be there: NotEmpty. What goes wrong, an interruption included, leaves nothing behind: files
    lie in a hidden folder inside of it until all of them are written. Raises CannotWrite.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside = folder / f".salesduty-{os.urandom(8).hex()}.tmp"
        self._made: list[Path] = []
        self._moved: list[Path] = []

    def __enter__(self) -> Self:
        """Make the folder."""
        refuse_filled(self._folder)
        try:
            self._made = [each for each in (self._folder, *self._folder.parents) if not each.exists()]
            self._aside.mkdir(parents=True)
        except OSError as error:
            self._clear()
            raise CannotWrite(str(self._folder), reason_of(error)) from error
        return self

    def write(self, name: str, data: bytes) -> None:
        """Write a file, `name` its path below the folder with `/` in between."""
        path = self._aside / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(data)
        except OSError as error:
            raise CannotWrite(str(self._folder / name), reason_of(error)) from error

    def append(self, name: str, data: bytes) -> None:
        """Add to the end of a file, which is made where it is not there yet."""
        path = self._aside / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as stream:
                stream.write(data)
        except OSError as error:
            raise CannotWrite(str(self._folder / name), reason_of(error)) from error

    def lift(self, name: str) -> None:
        """Put what is in the folder `name` where that folder is."""
        try:
            for path in sorted((self._aside / name).iterdir()):
                path.rename(self._aside / path.name)
            (self._aside / name).rmdir()
        except OSError as error:
            raise CannotWrite(str(self._folder), reason_of(error)) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Put everything in its place, or take all of it away."""
        try:
            if kind is None:
                self._publish()
        except BaseException:
            kind = BaseException
            raise
        finally:
            if kind is not None:
                self._clear()

    def _publish(self) -> None:
        try:
            for path in sorted(self._aside.iterdir()):
                target = self._folder / path.name
                self._moved.append(target)
                path.rename(target)
            self._aside.rmdir()
        except OSError as error:
            raise CannotWrite(str(self._folder), reason_of(error)) from error

    def _clear(self) -> None:
        for path in (self._aside, *self._moved):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()


def refuse_filled(folder: Path) -> None:
    """Raise NotEmpty where something is in `folder`, and CannotWrite where it is no folder."""
    if "\0" in str(folder):
        raise CannotWrite(str(folder), "failed")
    try:
        if folder.is_dir():
            first = next(iter(sorted(each.name for each in folder.iterdir())), None)
            if first is not None:
                raise NotEmpty(folder.as_posix(), first)
        elif folder.exists() or folder.is_symlink():
            raise CannotWrite(str(folder), "no-folder")
    except OSError as error:
        raise CannotWrite(str(folder), reason_of(error)) from error
