"""Lint the branches of a large tree in several processes: each reads its own and tells the others what they may see of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from salesduty.disk.find import Found
from salesduty.results.finding import Report
from salesduty.settings.settings import Settings
from salesduty.toolkit.branches import Files, Seen, lint_beside, seen
from salesduty.toolkit.load import Progress, read_file
from salesduty.toolkit.processes import answer, can_fork, tell, working

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from salesduty.workspace.file import File

_WORTH_A_FORK = 300
_WORTH_A_START = 4_000
"""Files for each process: where Python and the models have to be loaded anew, which takes a third of a second, more."""


class Linted(NamedTuple):
    """The report of each branch, what others see of the files of each, and the digest of what was read by path."""

    reports: Mapping[str, Report]
    seen: Mapping[str, Sequence[Seen]]
    digests: Mapping[str, str]


def groups(files: Files, most: int) -> Sequence[Files]:
    """Return the branches in at most `most` groups of about the same size, fewer where more processes would not pay."""
    enough = _WORTH_A_FORK if can_fork() else _WORTH_A_START
    count = sum(map(len, files.values()))
    most = max(1, min(most, count // enough, len(files)))
    shares: list[dict[str, Sequence[Found]]] = [{} for _ in range(most)]
    sizes = [0] * most
    for name, found in sorted(files.items(), key=lambda item: (-len(item[1]), item[0])):
        least = sizes.index(min(sizes))
        shares[least][name] = found
        sizes[least] += len(found)
    return shares


def lint_groups(shares: Sequence[Files], root_name: str, settings: Settings, progress: Progress | None) -> Linted:
    """Return what is found in all branches, the first share read in this process and each other one in its own.

    Raises LostWorker where a process ends before it has answered.
    """
    own, *rest = shares
    with working(_work, [(share, root_name, settings) for share in rest]) as connections:
        files, view, digests = _read(own, _scaled(progress, own, shares))
        views = [view]
        for connection in connections:
            view, more = answer(connection)
            views.append(view)
            digests |= more
        for number, connection in enumerate(connections, start=1):
            tell(connection, _others(views, number))
        reports = dict(lint_beside(files, _others(views, 0), root_name, settings))
        for connection in connections:
            reports |= answer(connection)
    return Linted(reports, {name: each for view in views for name, each in view.items()}, digests)


View = Mapping[str, Sequence[Seen]]


def _work(connection: Connection, share: Files, root_name: str, settings: Settings) -> None:
    """The life of a process: read, tell, hear, lint, answer."""
    from salesduty.toolkit.collector import without_collector

    with without_collector():
        files, view, digests = _read(share, None)
        connection.send((view, digests))
        connection.send(lint_beside(files, connection.recv(), root_name, settings))


def _read(share: Files, progress: Callable[[int], None] | None) -> tuple[list[File], View, dict[str, str]]:
    files: list[File] = []
    view: dict[str, list[Seen]] = {}
    digests: dict[str, str] = {}
    for name, several in share.items():
        view[name] = []
        for found in several:
            files.append(read_file(found, digests=digests))
            view[name].append(seen(found, files[-1]))
            if progress is not None:
                progress(len(files))
    return files, view, digests


def _others(views: Sequence[View], own: int) -> list[Seen]:
    return [each for number, view in enumerate(views) if number != own for several in view.values() for each in several]


def _scaled(progress: Progress | None, own: Files, shares: Sequence[Files]) -> Callable[[int], None] | None:
    """Tells of all files as if the others were as far with theirs."""
    if progress is None:
        return None
    total = sum(len(found) for share in shares for found in share.values())
    mine = sum(map(len, own.values()))
    return lambda done: progress(done * total // mine, total)
