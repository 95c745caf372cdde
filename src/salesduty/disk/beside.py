"""Read a file that a person names, and files that it names itself, which must lie in its folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class Refused(Exception):
    """A file that is not read; `reason` is `missing`, `permission`, `special`, `link`, `outside`, `too-large` or `failed`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


def read_named(path: Path, most: int) -> bytes:
    """Return the bytes of the file at `path`, of which there may be `most`. Raises Refused.

    A link is followed within its folder only: the file may come from a stranger, and messages quote what is in it.
    """
    return _read(path, path.parent, most)


def read_beside(path: Path, name: str, most: int) -> bytes:
    """Return the bytes of the file that the one at `path` calls `name`: in the same folder or below. Raises Refused."""
    if os.path.isabs(name) or "\\" in name or ":" in name or ".." in name.split("/"):  # noqa: PTH117 (a name, not yet a path)
        raise Refused(name, "outside")
    return _read(path.parent / name, path.parent, most)


def _read(path: Path, folder: Path, most: int) -> bytes:
    try:
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(os.path.realpath(folder)):
            raise Refused(str(path), "link")
        if not stat.S_ISREG(real.stat().st_mode):
            raise Refused(str(path), "special")
        with real.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError as error:
        raise Refused(str(path), "missing") from error
    except PermissionError as error:
        raise Refused(str(path), "permission") from error
    except (OSError, ValueError) as error:
        raise Refused(str(path), "failed") from error
    if len(data) > most:
        raise Refused(str(path), "too-large")
    return data
