"""Import: existing documents → drafts, one after the other, in several processes where that pays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salesduty.disk.documents import Paper
from salesduty.disk.packaged import intake_words
from salesduty.intake.draft import draft
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.lexicon import lexicon as made
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.writing.desk import Style
from salesduty.intake.writing.leaves import Leaf, leaf, outline
from salesduty.intake.writing.names import NameWords, name_words
from salesduty.model.order import Keys
from salesduty.results.draft import Draft
from salesduty.results.imported import Outline, Refused
from salesduty.source.parse import parse
from salesduty.toolkit.collector import collect_now_and_then, without_collector
from salesduty.toolkit.documents import Documents
from salesduty.toolkit.processes import LostWorker, answer, can_fork, working
from salesduty.toolkit.simplified import simplified
from salesduty.toolkit.vocabulary import standard

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_WORTH_A_FORK = 8
_WORTH_A_START = 40
"""Documents for each process: where Python has to start anew, more."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of documents: in simplified characters or as they are; keys of either language; proposals or none."""

    simplified: bool = False
    keys: Keys = "zh"
    proposals: bool = True


@cache
def lexicon() -> Lexicon:
    """Return the words that come with salesduty."""
    return made(_intake_data())


@cache
def style(wanted: Wanted) -> Style:
    """Return how pages are written."""
    return Style(standard(), _names(), wanted.keys, wanted.proposals)


@cache
def _names() -> NameWords:
    return name_words(_intake_data()["ids"])


@cache
def _intake_data() -> dict[str, dict[str, Any]]:
    return {name: parse(text).data or {} for name, text in intake_words().items()}


def drafts(paths: Sequence[str | Path]) -> tuple[Draft, ...]:
    """Return what the documents at `paths` say, in this order. Raises `Unreadable`, whose message can name the `file`."""
    with Documents() as opened:
        return tuple(draft(opened.read(path), Path(path).name, lexicon()) for path in paths)


def read_drafts(
    papers: Sequence[Paper], wanted: Wanted, *, jobs: int = 1, progress: Progress | None = None
) -> Iterator[Draft | Refused]:
    """Yield what each of `papers`, see `disk.documents`, says, in order; or why it cannot be read."""
    return _each(papers, wanted, _as_draft, jobs, progress)


def read_outlines(
    papers: Sequence[Paper], wanted: Wanted, *, jobs: int = 1, progress: Progress | None = None
) -> Iterator[Outline | Refused]:
    """Yield how each of `papers` is built, in order; or why it cannot be read."""
    return _each(papers, wanted, _as_outline, jobs, progress)


def read_leaves(
    papers: Sequence[Paper], wanted: Wanted, *, jobs: int = 1, progress: Progress | None = None
) -> Iterator[Leaf | Refused]:
    """Yield each of `papers` as pages of a workspace, in order; or why it cannot be read."""
    return _each(papers, wanted, _as_leaf, jobs, progress)


def _as_draft(found: Draft, wanted: Wanted) -> Draft:  # noqa: ARG001 - called like the others
    return found


def _as_outline(found: Draft, wanted: Wanted) -> Outline:  # noqa: ARG001 - called like the others
    return outline(found)


def _as_leaf(found: Draft, wanted: Wanted) -> Leaf:
    return leaf(found, style(wanted))


def _read(paper: Paper, opened: Documents, wanted: Wanted, kind: Callable[[Draft, Wanted], Any]) -> Any:
    try:
        found = draft(opened.read(paper.path, paper.root), paper.label, lexicon())
    except Unreadable as error:
        return Refused(paper.name, error.reason, {**error.told, "file": paper.name})
    return kind(simplified(found) if wanted.simplified else found, wanted)


def _each(
    papers: Sequence[Paper], wanted: Wanted, kind: Callable[[Draft, Wanted], Any], jobs: int, progress: Progress | None
) -> Iterator[Any]:
    """Each of `papers` read, in order. A process that has its next one ready waits for this one to take it."""
    workers = min(jobs, len(papers) // (_WORTH_A_FORK if can_fork() else _WORTH_A_START))
    if workers < 2:
        with Documents() as opened, without_collector():
            for number, paper in enumerate(papers, 1):
                yield _read(paper, opened, wanted, kind)
                collect_now_and_then(number)
                if progress is not None:
                    progress(number, len(papers))
        return
    shares = [(papers[number::workers], wanted, kind) for number in range(workers)]
    with working(_work, shares) as connections, Documents() as opened:
        lost: set[int] = set()
        for number, paper in enumerate(papers):
            yield _answered(connections, number % workers, lost) or _read(paper, opened, wanted, kind)
            if progress is not None:
                progress(number + 1, len(papers))


def _answered(connections: Sequence[Connection], number: int, lost: set[int]) -> Any:
    """What a process says next; None for one that has ended, whose work is done again here, where it can be told of."""
    if number in lost:
        return None
    try:
        return answer(connections[number])
    except LostWorker:
        lost.add(number)
        return None


def _work(connection: Connection, papers: Sequence[Paper], wanted: Wanted, kind: Callable[[Draft, Wanted], Any]) -> None:
    """The life of a process: read and tell."""
    with Documents() as opened, without_collector():
        for number, paper in enumerate(papers, 1):
            connection.send(_read(paper, opened, wanted, kind))
            collect_now_and_then(number)
