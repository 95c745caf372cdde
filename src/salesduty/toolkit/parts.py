"""Lint a tree: what has changed since the last time beside outlines of the rest, or all of it, in one process or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from salesduty.disk.find import Found, Tree
from salesduty.results.finding import Report
from salesduty.settings.settings import Settings
from salesduty.toolkit.branches import Files, Seen, lint_beside, seen, together
from salesduty.toolkit.branches import branches as branches_of
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.linted import linted
from salesduty.toolkit.load import Progress, load_trees, read_file
from salesduty.toolkit.memory import Branch, Memory
from salesduty.toolkit.processes import LostWorker
from salesduty.toolkit.workers import Linted, groups, lint_groups


def lint_trees(
    trees: Sequence[Tree], settings: Settings, memory: Memory | None, *, workers: int = 1, progress: Progress | None = None
) -> Report:
    """Return what is found in `trees`, with the help of `memory`, in which it is kept."""
    with without_collector():
        # Words that name profiles may stand in any file, which outlines do not show.
        apart = len(trees) == 1 and not settings.profile and not settings.profiles
        files = branches_of(trees[0]) if apart else {}
        if len(files) > 1 and not _declares(files.get("", ())):
            parts = _again(files, trees[0], settings, memory) or _anew(files, trees[0], settings, workers, progress, memory)
            if parts is not None:
                return _kept(parts, memory)
        digests: dict[str, str] | None = {} if memory is not None else None
        report = linted(load_trees(trees, progress=progress, digests=digests), settings)
        if memory is not None and digests is not None:
            memory.keep(report, digests, {})
        return report


def _declares(in_root: Iterable[Found]) -> bool:
    """Whether a file in the root of the tree makes all of it one department, or cannot be read to tell."""
    read = [read_file(found, reported=False) for found in in_root]
    return any(file.document.department is not None or not file.readable for file in read)


def _again(files: Files, tree: Tree, settings: Settings, memory: Memory | None) -> Linted | None:
    """Lint the branches that have changed, if others see of them what they saw before; None where all must be linted."""
    known = memory.branches() if memory is not None else {}
    if memory is None or known.keys() != files.keys():
        return None
    changed = {found.path for found in memory.changed()}
    touched = [name for name, several in files.items() if _is_other(several, known[name].seen, changed)]
    touched += [name for name, each in known.items() if name not in touched and _rests_on(each.report, files, changed)]
    if not touched or 2 * len(touched) > len(files):
        return None
    digests: dict[str, str] = {}
    read = {name: [read_file(found, digests=digests) for found in files[name]] for name in touched}
    view = {name: [seen(found, file) for found, file in zip(files[name], several, strict=True)] for name, several in read.items()}
    if any(_plain(view[name]) != known[name].seen for name in touched):
        return None
    rest = {name: _of_plain(files[name], known[name].seen) for name in files if name not in view}
    others = [each for several in rest.values() for each in several]
    reports = lint_beside([file for several in read.values() for file in several], others, tree.root.name, settings)
    old = {name: each.report for name, each in known.items()}
    return Linted({**old, **reports}, {**rest, **view}, memory.digests(digests))


def _is_other(files: Sequence[Found], before: Mapping[str, object], changed: set[str]) -> bool:
    """Whether a file of a branch has changed, has come, or has gone."""
    return before.keys() != {found.path for found in files} or any(found.path in changed for found in files)


def _rests_on(report: Report, files: Files, changed: set[str]) -> bool:
    """Whether a finding points into a file that has changed, where its lines may have moved."""
    pointed = {related.file for finding in report.findings for related in finding.related}
    return bool(pointed) and any(found.name in pointed and found.path in changed for each in files.values() for found in each)


def _anew(
    files: Files, tree: Tree, settings: Settings, workers: int, progress: Progress | None, memory: Memory | None
) -> Linted | None:
    """Lint all branches, where that pays or is to be remembered."""
    shares = groups(files, workers)
    if len(shares) == 1 and memory is None:
        return None
    try:
        return lint_groups(shares, tree.root.name, settings, progress)
    except LostWorker:
        return lint_groups([files], tree.root.name, settings, progress)


def _kept(parts: Linted, memory: Memory | None) -> Report:
    report = together(parts.reports.values())
    if memory is not None:
        branches = {name: Branch(parts.reports[name], _plain(view)) for name, view in parts.seen.items() if name in parts.reports}
        memory.keep(report, parts.digests, branches)
    return report


def _plain(view: Iterable[Seen]) -> Mapping[str, object]:
    """What is seen of the files of a branch as plain values by path; True for a file that has to be read."""
    return {each.found.path: True if each.whole else each.outline for each in view}


def _of_plain(files: Sequence[Found], values: Mapping[str, object]) -> list[Seen]:
    return [Seen(found, None, whole=True) if (was := values[found.path]) is True else Seen(found, was) for found in files]  # type: ignore[arg-type]
