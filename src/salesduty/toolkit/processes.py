"""Other processes of ours that work for this one: started, asked and ended without a trace, whatever happens here."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_GRACE = 5
"""Seconds that a process has to end after it has been told that there is nothing more to do."""


class LostWorker(Exception):
    """A process that worked for this one ended without an answer."""


def can_fork() -> bool:
    """Tell whether a copy of this process is safe: not beside threads, and not with the system libraries of macOS.

    Typst keeps threads that Python does not see. A copy would have none of them and wait for them for ever.
    """
    threaded = threading.active_count() > 1 or "typst" in sys.modules
    return hasattr(os, "fork") and sys.platform != "darwin" and not threaded


@contextmanager
def working(work: Callable[..., None], shares: Sequence[tuple[Any, ...]]) -> Iterator[Sequence[Connection]]:
    """Run `work(connection, *share)` in a process for each share, and give the other ends of the connections.

    When a connection is closed, `work` hears an EOFError and is to return. Where this process is interrupted or fails, the others
    are ended at once: they must not write files. They never hear of an interruption from the keyboard themselves.
    """
    context: Any = get_context("fork" if can_fork() else "spawn")
    processes: list[Any] = []
    connections: list[Connection] = []
    try:
        with _deaf(), _no_main():
            for share in shares:
                ours, theirs = context.Pipe()
                connections.append(ours)
                copied = tuple(connections) if context.get_start_method() == "fork" else ()
                process = context.Process(target=_begin, args=(work, theirs, copied, share))
                process.start()
                theirs.close()
                processes.append(process)
        yield connections
    except BaseException:
        for process in processes:
            process.kill()
        raise
    finally:
        for connection in connections:
            connection.close()
        for process in processes:
            process.join(timeout=_GRACE)
            if process.is_alive():
                process.kill()
                process.join()


def answer(connection: Connection) -> Any:
    """Return what the process at the other end says. Raises LostWorker."""
    try:
        return connection.recv()
    except (EOFError, OSError) as error:
        raise LostWorker from error


def tell(connection: Connection, value: object) -> None:
    """Send `value` to the process at the other end. Raises LostWorker."""
    try:
        connection.send(value)
    except OSError as error:
        raise LostWorker from error


def _begin(work: Callable[..., None], connection: Connection, copied: Sequence[Connection], share: tuple[Any, ...]) -> None:
    """The life of a process. What it has copies of is closed, or it would not hear that the first process has ended."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in copied:
        other.close()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        work(connection, *share)


@contextmanager
def _deaf() -> Iterator[None]:
    """Put off an interruption from the keyboard, also in the processes that are started meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _no_main() -> Iterator[None]:
    """Hide the script that was started from processes that begin anew.

    They would import it, and one that does not ask whether it is `__main__` would do everything once more, fail, and leave this
    process waiting for ever: it has an end of the pipe itself to which it writes what the other is to do.
    """
    before = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = before
