"""Lint: what the written fields say.

Nothing that reads files is imported before it is known that files have to be read: what has not changed is answered at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from salesduty.disk.find import find
from salesduty.disk.survey import survey
from salesduty.results.finding import Report
from salesduty.settings.settings import Settings
from salesduty.toolkit.configure import settings_of


def lint(
    source: str | Path | Iterable[str | Path] | Mapping[str, str | bytes] = "roles",
    *,
    settings: Settings | None = None,
    overlay: Mapping[str | Path, str | bytes] | None = None,
    since: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    workers: int = 1,
    remember: bool = False,
    edits: bool = False,
) -> Report:
    """Return every finding about `source`, a path, several paths, or texts by file name, and `overlay`; see `load`.

    `settings` default to those of the settings file around `source`, see `configure`. With `since`, a revision of git, only what
    has been caused or touched since then. Up to `workers` processes are used where that pays. With `remember` the answer is kept
    in the user's cache folder, and taken from there while no file changes; neither goes with `since` and `overlay`. With `edits`
    findings carry what `fix` would put into the text, as far as `toolkit.offers` goes.
    Raises `NotFound` for a path that does not exist, `NoHistory` where git cannot tell, and `BadSettings` for settings that
    cannot be used.
    """
    if isinstance(source, Mapping):
        return _of_texts(source, settings or settings_of(source), since, edits=edits)
    paths = (source,) if isinstance(source, (str, Path)) else tuple(source)
    settings = settings or settings_of(paths)
    if overlay or since is not None:
        return _beside(paths, settings, overlay, since, progress, edits=edits)
    return _on_disk(paths, settings, progress, workers, remember=remember, edits=edits)


def _on_disk(
    paths: Sequence[str | Path],
    settings: Settings,
    progress: Callable[[int, int], None] | None,
    workers: int,
    *,
    remember: bool,
    edits: bool,
) -> Report:
    """What is found in files as they are, or was found in them the last time."""
    trees = find(paths)
    files = tuple(file for tree in trees for file in tree.files)
    memory, report = None, None
    if remember:
        from salesduty.toolkit.memory import Memory

        memory = Memory(trees, paths, settings)
    before = (memory.survey if memory is not None else survey(files)).stamps if edits else ()
    if memory is not None:
        report = memory.recall()
    if report is None:
        from salesduty.toolkit.parts import lint_trees

        report = lint_trees(trees, settings, memory, workers=workers, progress=progress)
    if not edits or all(finding.repair is None for finding in report.findings):
        return report
    from salesduty.toolkit.offers import with_edits_on_disk

    return with_edits_on_disk(report, files, before)


def _of_texts(texts: Mapping[str, str | bytes], settings: Settings, since: str | None, *, edits: bool) -> Report:
    from salesduty.toolkit.collector import without_collector
    from salesduty.toolkit.linted import linted
    from salesduty.toolkit.load import load
    from salesduty.toolkit.offers import with_edits

    if since is not None:
        from salesduty.disk.git import NoHistory

        raise NoHistory("no-repository", since)
    with without_collector():
        workspace = load(texts)
        report = linted(workspace, settings)
        return with_edits(report, workspace.file) if edits else report


def _beside(
    paths: Sequence[str | Path],
    settings: Settings,
    overlay: Mapping[str | Path, str | bytes] | None,
    since: str | None,
    progress: Callable[[int, int], None] | None,
    *,
    edits: bool,
) -> Report:
    """What is found with other texts in the place of files, or beside what was found in the past."""
    from salesduty.toolkit.collector import without_collector
    from salesduty.toolkit.linted import linted
    from salesduty.toolkit.load import load
    from salesduty.toolkit.offers import with_edits

    with without_collector():
        workspace = load(paths, overlay=overlay, progress=progress)
        report = linted(workspace, settings)
        if since is not None:
            from salesduty.toolkit.changed import past

            before = past(workspace, paths, since)
            report = before.caused(report, linted(before.workspace, settings)) if before is not None else report.part(())
        return with_edits(report, workspace.file) if edits else report
