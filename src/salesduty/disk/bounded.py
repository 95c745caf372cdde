"""Read an existing document: never more of it than may be wanted, and nothing that only pretends to be a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from salesduty.intake.manuscript import Unreadable

_MB = 2**20
MOST_BYTES = 50 * _MB
"""Bytes of a document. A handbook of 500 pages with pictures has about 20 MB."""


def document(path: str | Path, root: str | Path | None = None) -> bytes:
    """Return the bytes of the document at `path`.

    Raises Unreadable for what is no ordinary file, for a file that is too big, empty, or may not be read, and for a link that
    leads out of `root`, where one is given: whoever asked for all of a folder did not ask for what lies elsewhere.
    """
    try:
        # Before Python 3.13 `Path.resolve` raises a RuntimeError for a link that leads to itself.
        real = os.path.realpath(path)
        if root is not None and not Path(real).is_relative_to(os.path.realpath(root)):
            raise Unreadable("link")
        found = Path(real).stat()
        if stat.S_ISDIR(found.st_mode):
            raise Unreadable("folder")
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("special")
        if found.st_size > MOST_BYTES:
            raise Unreadable("too-big", most=MOST_BYTES // _MB)
        with Path(real).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise Unreadable("missing") from error
    except PermissionError as error:
        raise Unreadable("permission") from error
    except (OSError, ValueError) as error:
        raise Unreadable("failed") from error
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", most=MOST_BYTES // _MB)
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("empty")
    return data
