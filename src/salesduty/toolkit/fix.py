"""Fix: what lint finds, mended where that can be done without a person, round after round until nothing changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from salesduty.results.finding import Finding, Report
from salesduty.results.fixed import ID, Done, Fixed
from salesduty.results.repair import Repair
from salesduty.results.suggestion import Edited
from salesduty.settings.settings import Settings
from salesduty.source.edit import CannotEdit
from salesduty.source.splice import spliced
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.configure import settings_of
from salesduty.toolkit.edited import with_diff, written
from salesduty.toolkit.ids import ids
from salesduty.toolkit.linted import linted
from salesduty.toolkit.load import Loaded, Progress, Source, joined_trees, read_trees, reread
from salesduty.toolkit.offers import with_edits
from salesduty.toolkit.repairs import splices
from salesduty.workspace.entities import Workspace
from salesduty.workspace.file import File

MOST_ROUNDS = 20
"""After so many rounds the rest is left: repairs that wait for each other need two or three."""


def fix(
    source: Source = "roles",
    *,
    settings: Settings | None = None,
    unsafe: bool = False,
    give_ids: bool = True,
    write: bool = False,
    edits: bool = False,
    progress: Progress | None = None,
) -> Fixed:
    """Return `source`, see `load`, as it is with everything mended that can be; with `write` write the files.

    With `unsafe` also what may change a meaning. A file is written whole or not at all, in its own encoding, and not where it
    has changed meanwhile. With `edits` what is left carries them as in `lint`. Raises `NotFound` for a path that does not exist.
    """
    settings = settings or settings_of(source)
    with without_collector():
        trees = read_trees(source, progress=progress)
        before = {file.name: file for tree in trees for file in tree.files}
        mended = _Mended(trees, settings, unsafe=unsafe, give_ids=give_ids)
        mended.run()
        files = tuple(_edited(before, mended.files()))
        if write and not isinstance(source, Mapping):
            roots = {file.name: tree.root for tree in trees for file in tree.files}
            files = tuple(written(edited, roots[edited.file] or Path()) for edited in files)
        else:
            files = tuple(map(with_diff, files))
        left = [edited.file for edited in files if edited.left]
        mended.restore(before[name] for name in left)
        report, more = mended.remaining(edits=edits)
    return Fixed(report, files, tuple(mended.done), more, writing=write)


def _edited(before: Mapping[str, File], after: Iterable[File]) -> Iterator[Edited]:
    for file in sorted(after, key=lambda file: file.name):
        old = before[file.name].text
        if old is not None and file.text is not None and file.text != old:
            yield Edited(file.name, old, file.text)


class _Mended:
    """The files of a run, mended round after round."""

    def __init__(self, trees: Sequence[Loaded], settings: Settings, *, unsafe: bool, give_ids: bool) -> None:
        self._trees = trees
        self._settings = settings
        self._unsafe = unsafe
        self._give_ids = give_ids
        self._refused: set[tuple[str, Repair]] = set()
        self.done: list[Done] = []

    def run(self) -> None:
        """Mend until nothing changes any more."""
        for _ in range(MOST_ROUNDS):
            workspace = joined_trees(self._trees)
            if not self._round(workspace):
                return

    def files(self) -> list[File]:
        """Return every file as it is now."""
        return [file for tree in self._trees for file in tree.files]

    def restore(self, files: Iterable[File]) -> None:
        """Take back what was done to `files`."""
        for file in files:
            self._replace(file)
            self.done = [done for done in self.done if done.file != file.name]

    def remaining(self, *, edits: bool) -> tuple[Report, int]:
        """Return what lint finds now, and how much of it could be mended if what is not safe were allowed."""
        workspace = joined_trees(self._trees)
        report = linted(workspace, self._settings)
        if edits:
            report = with_edits(report, workspace.file)
        unsafe = [(finding, finding.repair) for finding in report.findings if finding.repair and not finding.repair.safe]
        if self._unsafe or not unsafe:
            return report, 0
        outcomes = (
            outcome
            for name, repairs in _by_file((repair, finding) for finding, repair in unsafe).items()
            for outcome in splices(workspace.file(name), [repair for repair, _ in repairs])
        )
        return report, sum(not isinstance(outcome, CannotEdit) for outcome in outcomes)

    def _round(self, workspace: Workspace) -> bool:
        """Mend what can be mended together; tell whether anything was."""
        changed = False
        for name, wanted in _by_file(self._wanted(workspace)).items():
            changed |= self._mend(workspace.file(name), [each for each in wanted if (name, each[0]) not in self._refused])
        return changed

    def _wanted(self, workspace: Workspace) -> Iterator[tuple[Repair, Finding | None]]:
        report = linted(workspace, self._settings)
        for finding in report.findings:
            if finding.repair is not None and (finding.repair.safe or self._unsafe):
                yield finding.repair, finding
        if self._give_ids:
            yield from ((repair, None) for repair in ids(workspace))

    def _mend(self, file: File, wanted: Sequence[tuple[Repair, Finding | None]]) -> bool:
        outcomes = splices(file, [repair for repair, _ in wanted])
        good = [(each, outcome) for each, outcome in zip(wanted, outcomes, strict=True) if not isinstance(outcome, CannotEdit)]
        good = [(each, outcome) for each, outcome in good if outcome]
        for (repair, _), outcome in zip(wanted, outcomes, strict=True):
            if isinstance(outcome, CannotEdit):
                self._refused.add((file.name, repair))
        text = spliced(file.text or "", (splice for _, outcome in good for splice in outcome))
        if text == file.text or not good:
            return False
        after = reread(file, text)
        if _mistakes(after) > _mistakes(file):
            self._refused |= {(file.name, repair) for (repair, _), _ in good}
            return False
        self._replace(after)
        self.done.extend(_done(file.name, repair, finding) for (repair, finding), _ in good)
        return True

    def _replace(self, file: File) -> None:
        for tree in self._trees:
            tree.files[:] = [file if each.name == file.name else each for each in tree.files]


def _by_file(
    wanted: Iterable[tuple[Repair, Finding | None]],
) -> dict[str, list[tuple[Repair, Finding | None]]]:
    found: dict[str, dict[Repair, Finding | None]] = {}
    for repair, finding in wanted:
        files = {step.at.file for step in repair.steps}
        if len(files) == 1:
            found.setdefault(files.pop(), {}).setdefault(repair, finding)
    return {name: list(repairs.items()) for name, repairs in found.items()}


def _mistakes(file: File) -> tuple[bool, int]:
    """How wrong a file is: whether it cannot be read, and how many values the model cannot accept."""
    return not file.readable, len(file.reading.mistakes)


def _done(file: str, repair: Repair, finding: Finding | None) -> Done:
    if finding is None:
        return Done(file, ID, ID, repair.what)
    return Done(file, finding.code, finding.name, repair.what)
