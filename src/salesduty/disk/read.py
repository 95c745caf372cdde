"""Read the bytes of a file, never more than is wanted."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from salesduty.source.problems import MOST_BYTES


class CannotRead(Exception):
    """A file that exists but cannot be read; `reason` is `permission`, `special`, `link` or `failed`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


def read_bytes(path: str | Path, root: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of `path`, one more than `most` at the most.

    Raises CannotRead for a file without permission, for a pipe, device or socket, for a link that leads out of
    `root` (what lies there would be quoted in findings), and for a failing disk.
    """
    try:
        # Before Python 3.13 `Path.resolve` raises a RuntimeError for a link that leads to itself.
        kind = os.lstat(path).st_mode
        if stat.S_ISLNK(kind):
            if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
                raise CannotRead(str(path), "link")
            kind = os.stat(path).st_mode  # noqa: PTH116 (a Path for each of ten thousand files is a tenth of the time)
        if not stat.S_ISREG(kind):
            raise CannotRead(str(path), "special")
        with open(path, "rb") as stream:  # noqa: PTH123
            return stream.read(most + 1)
    except PermissionError as error:
        raise CannotRead(str(path), "permission") from error
    except OSError as error:
        raise CannotRead(str(path), "failed") from error
