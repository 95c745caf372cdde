"""Whether files are what they were: by what the system says of them first, by their contents where that is not enough."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct
from typing import NamedTuple

from salesduty.disk.find import Found
from salesduty.disk.read import CannotRead, read_bytes

_COARSEST_CLOCK = 2_000_000_000
"""Nanoseconds: FAT writes times in steps of two seconds. What changed later than this before it was read may change unseen."""

_PACKED = Struct("<QqqQ").pack
Stamp = tuple[int, int, int, int]
"""Size, times of the last change of contents and of entry in nanoseconds, and the number of the file."""


class Survey(NamedTuple):
    """What the system says of each file, in the order of the files; zeros where it says nothing."""

    stamps: tuple[Stamp, ...]
    digest: str
    """Of the stamps, the names, and which files are asked for."""


def survey(files: Sequence[Found]) -> Survey:
    """Return what the system says of `files` now."""
    stamps = tuple(map(_stamp, files))
    known = "\n".join([f"{found.path}\0{found.name}\0{found.reported}\0{found.refused}" for found in files])
    hashed = blake2b(known.encode(errors="surrogateescape"), digest_size=16)
    hashed.update(b"".join([_PACKED(*stamp) for stamp in stamps]))
    return Survey(stamps, hashed.hexdigest())


def _stamp(found: Found) -> Stamp:
    try:
        told = os.stat(found.path)  # noqa: PTH116 (a Path for each of ten thousand files takes longer than the question)
    except OSError:
        return (0, 0, 0, 0)
    return (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino & 0xFFFFFFFFFFFFFFFF)


def is_fresh(stamp: Stamp, taken: int) -> bool:
    """Tell whether a file may have changed since `taken` (nanoseconds since 1970) without its stamp telling."""
    return max(stamp[1], stamp[2]) > taken - _COARSEST_CLOCK


def digest(data: bytes) -> str:
    """Return a digest of the contents of a file."""
    return blake2b(data, digest_size=16).hexdigest()


def contents(found: Found) -> str:
    """Return the digest of the contents of a file, or why there is none, which is an answer as well."""
    if found.refused:
        return found.refused
    try:
        return digest(read_bytes(found.path, found.root))
    except CannotRead as error:
        return error.reason


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
