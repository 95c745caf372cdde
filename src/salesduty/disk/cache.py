"""What was found out before, kept in the user's own cache folder.

It lies outside the repository on purpose: a pull request must not bring its own answers along. Nothing in it is code, and what
cannot be read or has been damaged is as good as not there.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from salesduty.disk.write import CannotWrite, write

_MOST_BYTES = 200_000_000
_MOST_ENTRIES = 60
_SUM = 16


def fetch(name: str) -> bytes | None:
    """Return what was kept as `name`, or None where there is nothing or it is not what was written."""
    folder = _folder()
    if folder is None:
        return None
    try:
        path = folder / name
        if path.stat().st_size > _MOST_BYTES:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    body = data[2 * _SUM :]
    return body if data[: 2 * _SUM] == _checksum(body) else None


def keep(name: str, body: bytes) -> None:
    """Keep `body` as `name`, whole or not at all; where that is impossible nothing is kept. Old entries make room."""
    folder = _folder()
    if folder is None or len(body) > _MOST_BYTES:
        return
    with suppress(OSError, CannotWrite):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(folder / name, _checksum(body) + body)
        _make_room(folder)


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SUM).hexdigest().encode()


def _make_room(folder: Path) -> None:
    with os.scandir(folder) as entries:
        kept = sorted((entry for entry in entries if entry.is_file()), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in kept[_MOST_ENTRIES:]:
        with suppress(OSError):
            os.unlink(entry.path)  # noqa: PTH108


def _folder() -> Path | None:
    """The folder of the system's own custom: `SALESDUTY_CACHE_DIR` goes before it; None where there is no home."""
    given = os.environ.get("SALESDUTY_CACHE_DIR")
    if given:
        return Path(given)
    try:
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA")
            return Path(base, "salesduty", "Cache") if base else None
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "salesduty"
        base = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "salesduty"  # noqa: PTH117
    except RuntimeError:
        return None
