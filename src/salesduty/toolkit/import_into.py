"""Import into definitions that are there: what is new, changed and gone; with `write` the new words go where the old ones are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from salesduty.disk.documents import Paper, documents
from salesduty.disk.read import CannotRead, read_bytes
from salesduty.intake.ours import PART
from salesduty.model.order import Keys
from salesduty.results.imported import Refused
from salesduty.results.merged import Merged
from salesduty.results.source_record import NAME
from salesduty.toolkit.gathering import File, Gathering
from salesduty.toolkit.importing import Progress, Wanted, read_leaves, style
from salesduty.toolkit.incoming import incoming
from salesduty.toolkit.load import load
from salesduty.toolkit.merging import Merging
from salesduty.workspace.entities import Workspace

_MOST_RECORDED = 100 * 2**20
"""Bytes of a record: a thousand documents of 20 kB have about 40 MB."""


def import_into(
    papers: Sequence[Paper] | Iterable[str | Path],
    folder: str | Path,
    wanted: Wanted | None = None,
    *,
    write: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> tuple[Merged, tuple[Refused, ...], int]:
    """Return what the documents come to beside the definitions in `folder`, which could not be read, and how many could.

    With `write` new words take the place of old ones and what is new is added, all of it or nothing; what is gone is only told,
    and what was reworded on both sides is left as it is. Raises `NotFound`, `AlreadyThere` and `CannotWrite`.
    """
    several = tuple(papers)
    ready = [each for each in several if isinstance(each, Paper)]
    found = ready or documents(each for each in several if not isinstance(each, Paper))
    workspace = load(folder)
    asked = wanted or Wanted()
    wanted = Wanted(asked.simplified, _keys(workspace) or asked.keys, asked.proposals)
    refused: list[Refused] = []
    gathering = Gathering(Path(folder).absolute().name or "roles", style(Wanted(keys=wanted.keys, proposals=False)), set())
    files: list[File] = []
    parts: set[str] = set()
    count = 0
    for leaf in read_leaves(found, Wanted(wanted.simplified, wanted.keys, proposals=False), jobs=jobs, progress=progress):
        if isinstance(leaf, Refused):
            refused.append(leaf)
            continue
        count += 1
        if PART in dict(leaf.outline.notes):
            parts.add(leaf.file)
        files += gathering.take(leaf)
    files += gathering.finish()
    merging = Merging(Path(folder), workspace, _record(Path(folder)), parts)
    for each in incoming(gathering.departments, files):
        merging.take(each)
    return merging.finish(write=write), tuple(refused), count


def _record(folder: Path) -> str | None:
    """What is known of earlier imports; None where that is no ordinary file of the folder, or far too long to be one."""
    try:
        found = read_bytes(folder / NAME, folder, _MOST_RECORDED)
    except CannotRead:
        return None
    return found.decode(errors="replace") if len(found) <= _MOST_RECORDED else None


def _keys(workspace: Workspace) -> Keys | None:
    """The language of the keys of most files; None where there are no files."""
    starts = [
        next((line for line in (file.text or "").splitlines() if line and not line.startswith("#")), "")
        for file in workspace.files
        if file.reported and file.roles
    ]
    english = sum(1 for each in starts if each and each.partition(":")[0].isascii())
    return None if not starts else "en" if english * 2 > len(starts) else "zh"
