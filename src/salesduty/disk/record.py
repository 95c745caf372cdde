"""The file that a team's record is kept in."""

from __future__ import annotations

import os
from pathlib import Path

from salesduty.disk.read import CannotRead, read_bytes
from salesduty.disk.write import write


def read_record(path: Path) -> bytes | None:
    """Return the bytes of the record at `path`, None where there is no file yet. Raises CannotRead."""
    try:
        if not path.exists() and not path.is_symlink():
            return None
    except OSError as error:
        raise CannotRead(str(path), "failed") from error
    real = Path(os.path.realpath(path))
    return read_bytes(real, real.parent)


def write_record(path: Path, data: bytes) -> None:
    """Write the record whole or not at all, where a link leads if `path` is one. Raises `CannotWrite`."""
    write(Path(os.path.realpath(path)), data)
