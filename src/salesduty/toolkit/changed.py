"""Changed since: of all findings those that a change has caused, wherever they stand, and those on lines that it touched.

The roles as they were are read from git and looked at in the same way. What was found there as well is old, by its
fingerprint; so neither renamed files nor moved lines make anything new. A line is touched if no file that was changed or
taken away had one of the same words.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from salesduty.disk import git
from salesduty.disk.find import Found, Tree, enters, find, shown
from salesduty.disk.read import CannotRead, read_bytes
from salesduty.results.finding import Finding, Report
from salesduty.toolkit.load import Source, from_content
from salesduty.workspace.entities import Workspace
from salesduty.workspace.file import File
from salesduty.workspace.resolve import joined, resolve


@dataclass(frozen=True)
class Past:
    """The workspace as it was, and the numbers of the touched lines of each changed file."""

    workspace: Workspace
    touched: Mapping[str, frozenset[int]]

    def caused(self, now: Report, before: Report) -> Report:
        """Return of `now` what is not in `before`, the report about the past, and what stands on touched lines."""
        room = Counter(finding.fingerprint for finding in before.findings)
        # Of several that look the same, those are the new ones that stand where something was changed.
        old = set()
        for finding in sorted(now.findings, key=self._is_touched):
            if room[finding.fingerprint]:
                room[finding.fingerprint] -= 1
                old.add(id(finding))
        return now.part(tuple(each for each in now.findings if id(each) not in old or self._is_touched(each)))

    def _is_touched(self, finding: Finding) -> bool:
        sides = ((self.touched.get(side.file, frozenset[int]()), side.span) for side in finding.sides)
        return any(not lines.isdisjoint(span.lines) for lines, span in sides)


def past(now: Workspace, source: Source, revision: str) -> Past | None:
    """Return `now`, the workspace of `source`, as it was where it parted from `revision`; None where nothing has changed.

    Raises `NoHistory` where git cannot tell, as of texts that are no files.
    """
    if isinstance(source, Mapping):
        raise git.NoHistory("no-repository", revision)
    found = find([source] if isinstance(source, (str, Path)) else source)
    trees = [_Compared(tree, now, revision) for tree in found]
    if not any(tree.changed or tree.gone for tree in trees):
        return None
    had = frozenset[str](("",)).union(*map(_words, (file for tree in trees for file in (*tree.old.values(), *tree.gone))))
    touched = {
        name: frozenset(number for number, line in enumerate(_split(now.file(name)), 1) if line.strip() not in had)
        for tree in trees
        for name in tree.changed
    }
    return Past(joined([resolve(tree.files(), tree.root.name) for tree in trees]), touched)


class _Compared:
    """A tree of roles beside what it was."""

    def __init__(self, tree: Tree, now: Workspace, revision: str) -> None:
        self.root = tree.root
        commit = git.base(tree.root, revision)
        stored = {_spelt(name): each for name, each in git.listed(tree.root, commit).items()}
        present = {_spelt(Path(found.path).relative_to(tree.root).as_posix()): found for found in tree.files if not found.refused}
        linked = tuple(f"{name}/" for name, each in stored.items() if not each.plain)
        changed = {
            name: found
            for name, found in present.items()
            if not f"{name}/".startswith(linked) and not _is_same(found, stored.get(name))
        }
        gone = [name for name, each in stored.items() if each.plain and name not in present and enters(tree, tree.root / name)]
        data = git.contents(tree.root, (stored[name].name for name in (*changed, *gone) if name in stored))
        before = {name: data[stored[name].name] for name in (*changed, *gone) if name in stored and stored[name].name in data}
        self.changed = tuple(found.name for found in changed.values())
        self.old = {found.name: _file(found, before[name]) for name, found in changed.items() if name in before}
        self.gone = tuple(
            from_content(shown(tree.root / name), tuple(name.split("/")[:-1]), before[name], reported=True)
            for name in gone
            if name in before
        )
        self._same = tuple(now.file(found.name) for found in tree.files if found.name not in self.changed)

    def files(self) -> Iterator[File]:
        """Yield the files that the tree was made of."""
        yield from (replace(file, reported=True) for file in self._same)
        yield from self.old.values()
        yield from self.gone


def _file(found: Found, data: bytes) -> File:
    return from_content(found.name, found.folder, data, reported=True)


def _is_same(found: Found, stored: git.Stored | None) -> bool:
    if stored is None:
        return False
    try:
        return git.is_stored(read_bytes(found.path, found.root), stored)
    except CannotRead:
        return False


def _spelt(name: str) -> str:
    """A file name in one spelling: macOS takes accents apart, git keeps them together."""
    return unicodedata.normalize("NFC", name)


def _split(file: File) -> list[str]:
    return (file.text or file.partial).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _words(file: File) -> set[str]:
    return {line.strip() for line in _split(file)}
