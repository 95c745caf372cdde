"""Import into a new folder: a folder for each department, a file for each post, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from salesduty.disk.documents import Paper, documents
from salesduty.disk.find import NotFound
from salesduty.disk.staged import Staged, refuse_filled
from salesduty.intake.writing.desk import Origin
from salesduty.results.finding import Report
from salesduty.results.imported import Outline, Refused, Written
from salesduty.results.source_record import NAME, Source, document_line, values_lines
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.gathering import File, Gathering
from salesduty.toolkit.importing import Progress, Wanted, read_leaves, style
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load

_USUAL_ROOT = "roles"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: documents as outlines, those that could not be read, what was written, what lint says of it.

    `written` and `report` are None where nothing could be read, or nothing was found in it, so that nothing was written.
    """

    outlines: tuple[Outline, ...]
    refused: tuple[Refused, ...]
    written: Written | None = None
    report: Report | None = None


def import_to(
    papers: Sequence[Paper] | Iterable[str | Path],
    folder: str | Path,
    wanted: Wanted | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Imported:
    """Write what the documents `papers`, or those at these paths, say as definitions into `folder`, which must be empty or new.

    The same documents make the same bytes, in whatever order they are given. Raises `NotEmpty`, `NotFound` and `CannotWrite`;
    nothing is there then that was not there before.
    """
    wanted = wanted or Wanted()
    found = _papers(papers)
    target = Path(folder)
    refuse_filled(target)
    outlines: list[Outline] = []
    refused: list[Refused] = []
    gathering = Gathering(_called(target), style(wanted), _taken(target))
    try:
        with Staged(target) as stage, without_collector():
            count = _written(found, wanted, jobs, progress, gathering, stage, outlines, refused)
            _refuse_nothing(gathering)
            if len(gathering.departments) == 1:
                stage.lift(gathering.departments[0].folder)
    except _Nothing:
        return Imported(tuple(outlines), tuple(refused))
    names = tuple(each.name for each in gathering.departments)
    written = Written(target.as_posix(), count, names, gathering.posts, tuple(gathering.remarks))
    return Imported(tuple(outlines), tuple(refused), written, lint(target, workers=jobs))


class _Nothing(Exception):
    """There is nothing to write."""


def _refuse_nothing(gathering: Gathering) -> None:
    if not gathering.departments:
        raise _Nothing


def _papers(papers: Sequence[Paper] | Iterable[str | Path]) -> Sequence[Paper]:
    several = tuple(papers)
    ready = tuple(each for each in several if isinstance(each, Paper))
    return ready if len(ready) == len(several) else documents(each for each in several if not isinstance(each, Paper))


def _written(
    papers: Sequence[Paper],
    wanted: Wanted,
    jobs: int,
    progress: Progress | None,
    gathering: Gathering,
    stage: Staged,
    outlines: list[Outline],
    refused: list[Refused],
) -> int:
    """Write everything aside, and return how many files there are."""
    count = 0
    for leaf in read_leaves(papers, wanted, jobs=jobs, progress=progress):
        if isinstance(leaf, Refused):
            refused.append(leaf)
            continue
        outlines.append(leaf.outline)
        stage.append(NAME, document_line(leaf.file, leaf.outline.kind, leaf.outline.size, leaf.left_out).encode(errors="replace"))
        count += _write(gathering.take(leaf), stage)
    return count + _write(gathering.finish(), stage) if outlines else 0


def _write(files: Iterable[File], stage: Staged) -> int:
    count = 0
    for file in files:
        stage.write(file.name, file.text.encode())
        stage.append(NAME, "".join(values_lines(map(_source, file.origins))).encode(errors="replace"))
        count += 1
    return count


def _source(origin: Origin) -> tuple[str, Source]:
    return origin.address, Source(origin.file, origin.line, origin.digest, origin.where)


def _called(folder: Path) -> str:
    """The name of a folder, as a department is called that no document names."""
    return folder.absolute().resolve().name or "roles"


def _taken(folder: Path) -> set[str]:
    """The ids of the departments that lie beside `folder` in a workspace."""
    root = next((each for each in folder.absolute().parents if each.name == _USUAL_ROOT), None)
    if root is None or not root.is_dir():
        return set()
    try:
        return {each.id for each in load(root).departments}
    except NotFound:
        return set()
