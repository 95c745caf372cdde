"""Set documents: a paper or a book to bytes, in this process or in several at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from salesduty.renderers.catalogue import BOOK_RENDERERS, DRAWING_RENDERERS, RENDERERS
from salesduty.renderers.checks import CHECK_RENDERERS
from salesduty.results.book import Book
from salesduty.results.site import Index, Page
from salesduty.results.stationery import Stationery
from salesduty.toolkit import site
from salesduty.toolkit.processes import LostWorker, answer, can_fork, tell, working
from salesduty.toolkit.works import CheckBook, Work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
Press = Callable[[Work], bytes]

MOST_JOBS = 64
_A_CHUNK = 8
"""Documents that go to a process at a time: few enough to hold, enough to be worth the way."""
_PATIENCE, _PATIENCE_WITHOUT_FORK = 0.3, 2.0
"""Seconds after which more processes are started if there is still something to set. Starting costs a tenth of it."""


def press(format: str, stationery: Stationery) -> Press:
    """Return what sets a paper, a book or a page as `format`."""
    return lambda work: _set(work, format, stationery)


def _set(work: Work, format: str, stationery: Stationery) -> bytes:
    if isinstance(work, (Page, Index)):
        return site.rendered(work, stationery)
    if isinstance(work, CheckBook):
        return CHECK_RENDERERS[format](work.checked, stationery.templates)
    if isinstance(work, Book):
        return BOOK_RENDERERS[format](work, stationery)
    return {**RENDERERS, **DRAWING_RENDERERS}[format](work, stationery)


def printed(
    works: Iterable[tuple[T, Work]],
    format: str,
    stationery: Stationery,
    jobs: int | None = 1,
    clock: Callable[[], float] = monotonic,
) -> Iterator[tuple[T, bytes]]:
    """Yield the bytes of each work, in their order, each with what came with it.

    `jobs` is how many processes set them; None decides by what it takes: the first ones are set here, and as many processes as
    there are cores take the rest where the first have taken long. The bytes are the same in any case. What goes wrong with a
    work is raised when it is its turn, and as it is here.
    """
    own = press(format, stationery)
    rest = iter(works)
    if jobs is None:
        yield from _for_a_while(rest, own, clock)
        jobs = cores()
    ahead = list(islice(rest, 2))
    rest = chain(ahead, rest)
    if jobs < 2 or len(ahead) < 2:
        yield from ((about, own(work)) for about, work in rest)
    else:
        yield from _together(rest, own, format, stationery, jobs)


def cores() -> int:
    """Return how many processes can work at once here."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MOST_JOBS)


def _for_a_while(works: Iterator[tuple[T, Work]], own: Press, clock: Callable[[], float]) -> Iterator[tuple[T, bytes]]:
    began = clock()
    for about, work in works:
        yield about, own(work)
        # Asked each time: setting a PDF starts threads that forbid a fork.
        if clock() - began >= (_PATIENCE if can_fork() else _PATIENCE_WITHOUT_FORK):
            return


def _together(
    works: Iterator[tuple[T, Work]], own: Press, format: str, stationery: Stationery, jobs: int
) -> Iterator[tuple[T, bytes]]:
    """Chunks go round the processes. Each has one at a time, so that no two ever wait for each other."""
    with working(_work, [(format, stationery)] * jobs) as connections:
        idle = deque(connections)
        busy: deque[tuple[Connection | None, list[tuple[T, Work]]]] = deque()
        while chunk := list(islice(works, _A_CHUNK)):
            done = _answered(*busy.popleft(), idle, own) if busy and not idle else iter(())
            busy.append((_told(idle.popleft() if idle else None, chunk), chunk))
            yield from done
        for connection, sent in busy:
            yield from _answered(connection, sent, idle, own)


def _told(connection: Connection | None, chunk: Sequence[tuple[object, Work]]) -> Connection | None:
    """The process that has got the chunk; None where there is none any more."""
    if connection is not None:
        with suppress(LostWorker):
            tell(connection, [work for _, work in chunk])
            return connection
    return None


def _answered(
    connection: Connection | None, chunk: Sequence[tuple[T, Work]], idle: deque[Connection], own: Press
) -> Iterator[tuple[T, bytes]]:
    """What a process has made of its chunk. What it could not do, or did not live to do, is done here, and fails as always."""
    data: Sequence[bytes | None] = [None] * len(chunk)
    if connection is not None:
        with suppress(LostWorker):
            data = answer(connection)
            idle.append(connection)
    return ((about, own(work) if done is None else done) for (about, work), done in zip(chunk, data, strict=True))


def _work(connection: Connection, format: str, stationery: Stationery) -> None:
    """The life of a process: hear of a chunk, answer, until there is nothing more."""
    own = press(format, stationery)
    while True:
        connection.send([_tried(own, work) for work in connection.recv()])


def _tried(own: Press, work: Work) -> bytes | None:
    try:
        return own(work)
    except Exception:  # noqa: BLE001 - the first process tries again and tells what it is
        return None
