"""A workspace in parts that can be linted beside each other's outlines, in several processes or on different days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from salesduty.disk.find import Found, Tree
from salesduty.results.finding import Finding, Report, Scope
from salesduty.settings.settings import Settings
from salesduty.toolkit.linted import linted
from salesduty.toolkit.load import read_file, read_text
from salesduty.workspace.entities import Workspace
from salesduty.workspace.file import File
from salesduty.workspace.outline import Outline, has_outline, outline, outlined
from salesduty.workspace.resolve import resolve

Files = Mapping[str, Sequence[Found]]
"""The files of some branches, by the names of these."""


class Seen(NamedTuple):
    """What other branches see of a file: its outline, None where there is nothing to see; `whole` where they must read it."""

    found: Found
    outline: Outline | None
    whole: bool = False


def branches(tree: Tree) -> Files:
    """Return the files of `tree` by the folder below the root that they lie in, "" for those in the root itself.

    A department never reaches beyond such a folder, unless one is declared in the root.
    """
    found: dict[str, list[Found]] = {}
    for file in tree.files:
        found.setdefault(branch(file.folder), []).append(file)
    return found


def branch(folder: Sequence[str]) -> str:
    """Return the name of the branch that `folder`, as seen from the root, belongs to."""
    return folder[0] if folder else ""


def seen(found: Found, file: File) -> Seen:
    """Return what other branches see of `file`."""
    return Seen(found, outline(file)) if has_outline(file) else Seen(found, None, whole=True)


def lint_beside(files: Iterable[File], others: Iterable[Seen], root_name: str, settings: Settings) -> Mapping[str, Report]:
    """Return what is found in `files`, whole branches of a tree, beside what is seen of the other ones; a report a branch."""
    own = tuple(files)
    around = [file for each in others if (file := _shown(each)) is not None]
    workspace = resolve([*own, *around], root_name)
    return _split(linted(workspace, settings), workspace, own)


def together(reports: Iterable[Report]) -> Report:
    """Return the findings of several branches as one report, in the usual order."""
    reports = tuple(reports)
    findings = sorted((each for report in reports for each in report.findings), key=lambda each: each.order)
    scopes = [report.scope for report in reports if report.scope is not None]
    return Report(
        tuple(findings),
        sum(report.departments for report in reports),
        sum(report.posts for report in reports),
        sum(report.files for report in reports),
        Scope(
            frozenset[str]().union(*(scope.files for scope in scopes)),
            frozenset[str]().union(*(scope.rules for scope in scopes)),
            whole=all(scope.whole for scope in scopes),
            unread=tuple(sorted(name for scope in scopes for name in scope.unread)),
            lacking=any(scope.lacking for scope in scopes),
        ),
    )


def _split(report: Report, workspace: Workspace, own: Iterable[File]) -> Mapping[str, Report]:
    files: dict[str, list[File]] = {}
    for file in own:
        files.setdefault(branch(file.folder), []).append(file)
    home = {file.name: name for name, several in files.items() for file in several}
    findings: dict[str, list[Finding]] = {name: [] for name in files}
    for finding in report.findings:
        findings[home[finding.file]].append(finding)
    asked = {file.name for several in files.values() for file in several if file.reported}
    departments = Counter(branch(each.folder) for each in workspace.departments if any(file.name in asked for file in each.files))
    posts = Counter(home[post.place.file] for each in workspace.departments for post in each.posts if post.place.file in asked)
    rules = report.scope.rules if report.scope is not None else frozenset[str]()
    # What is lacking in a neighbour is told by the neighbour's own branch as well: the whole comes to the same.
    lacking = report.scope is not None and report.scope.lacking
    return {
        name: Report(
            tuple(findings[name]),
            departments[name],
            posts[name],
            sum(file.reported for file in several),
            Scope(
                frozenset(file.name for file in several if file.reported),
                rules,
                whole=all(file.reported for file in several),
                unread=tuple(file.name for file in several if not file.readable),
                lacking=lacking,
            ),
        )
        for name, several in files.items()
    }


def _shown(each: Seen) -> File | None:
    found = each.found
    if each.whole:
        return read_file(found, reported=False)
    if each.outline is None:
        return None
    return outlined(found.name, found.folder, each.outline, lambda: read_text(found))
