"""The process that templates from outside run in: `python -c "from salesduty.toolkit.inmate import main; main()"`.

It reads jobs from its standard input and answers each on its standard output. Jobs are pickles from the process that started
it; answers are never pickles, because a template may have got hold of this process: a letter, a length, and bytes.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pickle import Unpickler
from struct import Struct
from typing import IO, Any

from salesduty.results.flaw import BadTemplate, Flaw
from salesduty.results.limits import Limits
from salesduty.results.missing import BrokenLogo, MissingCharacters, MissingFont, MissingPackage, Unprintable
from salesduty.results.record import Record

_MOST_BYTES = 2**29
"""No answer is longer, whatever the process that sends it claims."""
HEAD = Struct(">cQ")
DONE, FLAWS, BAD, MEMORY, LACK, FAULT = b"D", b"F", b"B", b"M", b"L", b"X"


def main() -> None:
    """Answer jobs until there are no more."""
    given, answers = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library may print is no answer
    serve(given, answers)


def serve(given: IO[bytes], answers: IO[bytes], *, confine: bool = True) -> None:
    """Answer the jobs in `given` to `answers`; within the limits that the first one sets, if it is to `confine` itself."""
    shared: list[object] = []
    while (data := frame(given)) is not None:
        kind, payload = _answer(data[1], shared, confine=confine)
        answers.write(HEAD.pack(kind, len(payload)))
        answers.write(payload)
        answers.flush()


def frame(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Return the letter and the bytes of the next frame in `stream`; None where there is no whole one."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, size = HEAD.unpack(head)
    data = stream.read(size) if size <= _MOST_BYTES else b""
    return (kind, data) if len(data) == size else None


def _answer(data: bytes, shared: list[object], *, confine: bool) -> tuple[bytes, bytes]:
    try:
        limits, job, arguments = _Known(BytesIO(data), shared).load()
        if confine:
            confined(limits)
        return JOBS[job](shared, *arguments)
    except BadTemplate as bad:
        return BAD, _told({"zh": bad.what.zh, "en": bad.what.en})
    except MemoryError:
        return MEMORY, b""
    except (MissingPackage, MissingFont, MissingCharacters, BrokenLogo) as lack:
        return LACK, _told([type(lack).__name__, lack.args])
    except Exception as error:  # noqa: BLE001 - told by the process that asked
        return FAULT, repr(error).encode(errors="replace")


class _Known(Unpickler):
    """Reads pickles that name what has been shared before by its number."""

    def __init__(self, stream: IO[bytes], shared: Sequence[object]) -> None:
        super().__init__(stream)
        self._shared = shared

    def persistent_load(self, pid: Any) -> object:
        return self._shared[pid]


def _share(shared: list[object], *values: object) -> tuple[bytes, bytes]:
    """Keep `values` for the jobs to come, instead of what was kept before."""
    shared[:] = values
    return DONE, b""


def _fill(_: list[object], template: bytes, values: Record, name: str) -> tuple[bytes, bytes]:
    from salesduty.renderers.company.fill import fill

    return DONE, fill(template, values.spelled(), name)


def _check(_: list[object], template: bytes, kinds: Mapping[str, Any], document: str, name: str) -> tuple[bytes, bytes]:
    from salesduty.renderers.company.check import flaws

    return FLAWS, _flaws(flaws(template, kinds, document, name))


def _render(_: list[object], paper: Any, stationery: Any, format: str, name: str) -> tuple[bytes, bytes]:
    from salesduty.renderers.company.folder import rendered
    from salesduty.toolkit.press import press

    return DONE, rendered(paper, stationery, format, name, press(format, stationery))


def _check_folder(_: list[object], templates: Any) -> tuple[bytes, bytes]:
    from salesduty.renderers.company.folder import flaws

    return FLAWS, _flaws(flaws(templates))


def _read_pdf(_: list[object], data: bytes) -> tuple[bytes, bytes]:
    from salesduty.intake.manuscript import Unreadable
    from salesduty.intake.readers import pdf, taken

    try:
        return DONE, taken.packed(pdf.read(data))
    except Unreadable as error:
        return DONE, taken.refused(error)


JOBS: Mapping[str, Callable[..., tuple[bytes, bytes]]] = {
    "share": _share,
    "fill": _fill,
    "check": _check,
    "render": _render,
    "check-folder": _check_folder,
    "read-pdf": _read_pdf,
}


def _flaws(found: Sequence[Flaw]) -> bytes:
    return _told(
        [{"place": [flaw.place.zh, flaw.place.en], "near": flaw.near, "what": [flaw.what.zh, flaw.what.en]} for flaw in found]
    )


def _told(value: object) -> bytes:
    return json.dumps(value, default=lambda each: [each.character, each.context]).encode()


def missing(data: bytes) -> Exception:
    """Return the exception that a process has told with LACK."""
    name, arguments = json.loads(data)
    if name == "MissingCharacters":
        called, told, count, system = arguments
        return MissingCharacters(called, tuple(Unprintable(*each) for each in told), count, system)
    if name == "MissingFont":
        folders, system = arguments
        return MissingFont(tuple(folders), system)
    return BrokenLogo() if name == "BrokenLogo" else MissingPackage(*arguments)


def confined(limits: Limits) -> None:
    """Limit this process: memory for good, processor time for the job that begins. Files it may not write at all.

    Where the system knows no such limits (memory on macOS), those in the engine and the time that the starter waits remain.
    """
    if sys.platform == "win32":
        from salesduty.toolkit.windows_job import limit_memory

        limit_memory(limits.bytes)
        return
    import resource
    import time

    _lower(resource.RLIMIT_AS, limits.bytes)
    _lower(resource.RLIMIT_CPU, int(time.process_time() + limits.seconds) + 2)
    for nothing in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        _lower(nothing, 0)


def _lower(kind: int, most: int) -> None:
    """Set the soft limit of `kind`, not above the hard one."""
    import resource

    _, hard = resource.getrlimit(kind)
    try:
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    except (OSError, ValueError):
        return
