"""A short proof of what a department was made from."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from salesduty.workspace.file import File

_SIZE = 16


def digest(files: Iterable[File]) -> str:
    """Return a digest of the texts of `files`, the same whatever their names, their order and their line ends."""
    each = sorted(_digest((file.partial if file.text is None else file.text).splitlines()) for file in files)
    return _digest(each)


def _digest(lines: Iterable[str]) -> str:
    return blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
