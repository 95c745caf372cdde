"""A process with limits for templates from outside: whatever they try, this one goes on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from pickle import HIGHEST_PROTOCOL, Pickler
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer
from typing import TYPE_CHECKING, Any, Self

from salesduty.results.flaw import BadTemplate, Flaw
from salesduty.results.limits import Limits
from salesduty.results.wording import Text
from salesduty.toolkit.inmate import BAD, DONE, FLAWS, HEAD, LACK, MEMORY, frame, missing

if TYPE_CHECKING:
    from types import TracebackType

_START = "from salesduty.toolkit.inmate import main; main()"
_TOO_LONG = Text(
    "用这个模板生成一份文件超过了 {seconds:g} 秒，已经停止。多半是模板里的循环太多，请改简单些。",
    "A document took more than {seconds:g} seconds with this template and was stopped. Most likely it loops too much; make it "
    "simpler.",
)
_TOO_MUCH = Text(
    "用这个模板生成文件要的内存超过了 {megabytes} MB，已经停止。多半是模板里重复得太多，请改简单些。",
    "A document needed more than {megabytes} MB of memory with this template and was stopped. Most likely it repeats too much; "
    "make it simpler.",
)
_ENDED = Text(
    "处理这个模板的进程中途退出了，可能超出了内存（{megabytes} MB）或时间（{seconds:g} 秒）的上限。请把模板改简单些。",
    "The process that this template ran in has ended, perhaps beyond its memory ({megabytes} MB) or time ({seconds:g} s). Make "
    "the template simpler.",
)


class BrokenInmate(Exception):
    """The process has met a fault of ours; the message is what it told."""


class Confined:
    """A process that does jobs of `inmate.JOBS` one after the other, each within `limits`. `name` is the template's."""

    def __init__(self, name: str, limits: Limits | None = None) -> None:
        self._name = name
        self._limits = limits or Limits()
        self._shared: dict[int, int] = {}
        self._kept: tuple[object, ...] = ()
        self._process = Popen(  # noqa: S603 - our own Python, never from the current folder
            [sys.executable, "-P", "-c", _START],
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
        )

    def __enter__(self) -> Self:
        """Return the process itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue
        self._process.wait()

    def share(self, *values: object) -> None:
        """Hand over `values` that many jobs have in common, once; what was handed over before is forgotten."""
        self._shared, self._kept = {}, ()
        self._done(self._asked("share", values))
        self._shared = {id(value): number for number, value in enumerate(values)}
        self._kept = values

    def made(self, job: str, *arguments: object) -> bytes:
        """Return what a job makes. Raises BadTemplate, for a limit that was reached too, and BrokenInmate."""
        return self._done(self._asked(job, arguments))

    def flaws(self, job: str, *arguments: object) -> tuple[Flaw, ...]:
        """Return what a job finds. Raises BadTemplate, for a limit that was reached too, and BrokenInmate."""
        kind, data = self._asked(job, arguments)
        if kind != FLAWS:
            self._done((kind, data))
        return tuple(Flaw(Text(*each["place"]), each["near"], Text(*each["what"])) for each in json.loads(data))

    def _asked(self, job: str, arguments: Sequence[object]) -> tuple[bytes, bytes]:
        """The answer to a job; it is waited for no longer than the limits say."""
        stream = BytesIO()
        pickler = _Knowing(stream, self._shared)
        pickler.dump((self._limits, job, tuple(arguments)))
        data = stream.getvalue()
        late: list[bool] = []

        def stop() -> None:
            late.append(True)
            self._process.kill()

        timer = Timer(self._limits.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            answer = self._sent(data)
        finally:
            timer.cancel()
        if answer is None:
            raise self._stopped(_TOO_LONG if late else _ENDED)
        return answer

    def _sent(self, data: bytes) -> tuple[bytes, bytes] | None:
        given, answers = self._process.stdin, self._process.stdout
        if given is None or answers is None:
            return None
        try:
            given.write(HEAD.pack(b"J", len(data)))
            given.write(data)
            given.flush()
        except OSError:
            return None
        return frame(answers)

    def _done(self, answer: tuple[bytes, bytes]) -> bytes:
        kind, data = answer
        if kind == DONE:
            return data
        if kind == BAD:
            raise BadTemplate(self._name, Text(**json.loads(data)))
        if kind == MEMORY:
            raise self._stopped(_TOO_MUCH)
        if kind == LACK:
            raise missing(data)
        raise BrokenInmate(data.decode(errors="replace"))

    def _stopped(self, why: Text) -> BadTemplate:
        values: Mapping[str, Any] = {"seconds": self._limits.seconds, "megabytes": self._limits.bytes // 2**20}
        return BadTemplate(self._name, why.filled(values))


class _Knowing(Pickler):
    """Writes pickles that name what has been shared by its number."""

    def __init__(self, stream: BytesIO, shared: Mapping[int, int]) -> None:
        super().__init__(stream, HIGHEST_PROTOCOL)
        self._shared = shared

    def persistent_id(self, obj: object) -> int | None:
        return self._shared.get(id(obj))
