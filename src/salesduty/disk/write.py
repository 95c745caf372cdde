"""Write files whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path


class CannotWrite(Exception):
    """A file that could not be written; the old one, if any, is as it was.

    `reason` is `permission`, `full`, `locked`, `outside`, `no-folder` (a file is where a folder was to be) or `failed`.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


def write(path: Path, data: bytes) -> bool:
    """Write `data` to `path` in one step, making folders as needed; return False where it stands there already.

    The bytes go to a new file beside it, reach the disk, and take its place by renaming. Raises CannotWrite.
    """
    try:
        if path.exists() and not path.is_file():
            raise CannotWrite(str(path), "failed")
        if _holds(path, data):
            return False
        if _is_protected(path):
            raise CannotWrite(str(path), "permission")
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise CannotWrite(str(path), reason_of(error)) from error
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _is_protected(path: Path) -> bool:
    """Whether somebody took away every permission to write the file: renaming would not ask for one."""
    try:
        return not path.stat().st_mode & 0o222
    except FileNotFoundError:
        return False


def _replace(path: Path, data: bytes) -> None:
    # Named before it is made, so that an interruption at any moment leaves nothing behind.
    temporary = path.parent / f".salesduty-{os.urandom(8).hex()}.tmp"
    try:
        with open(temporary, "xb", opener=_privately) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _privately(name: str, flags: int) -> int:
    """A new file that nobody else may read until its permissions are known."""
    return os.open(name, flags, 0o600)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def reason_of(error: OSError) -> str:
    """Return the `reason` of a CannotWrite that `error` is."""
    if isinstance(error, PermissionError):
        # On Windows a file that is open in Word refuses to be replaced in this way.
        return "locked" if os.name == "nt" else "permission"
    return "full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "failed"
