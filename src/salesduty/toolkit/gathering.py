"""Pages of documents, gathered into departments: who is called what, where it is written, what names whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice

from salesduty.disk.names import safe_name
from salesduty.intake.writing.departments import Said, Sheet, department, measures
from salesduty.intake.writing.desk import Origin, Style
from salesduty.intake.writing.leaves import Leaf, Twig, key
from salesduty.intake.writing.posts import Page
from salesduty.intake.writing.tree import remark
from salesduty.responsibility.called import digest, free
from salesduty.results.imported import Remark
from salesduty.results.remarks import REMARKS
from salesduty.workspace.placed import EVERYONE

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its name below the folder of all, its text, and where its values were taken from."""

    name: str
    text: str
    origins: tuple[Origin, ...]


@dataclass(slots=True)
class _Kept:
    """A page that was written, and which documents say just that."""

    files: list[str]


@dataclass(slots=True)
class Gathered:
    """A department that is being put together."""

    name: str
    id: str
    folder: str
    named_by_folder: bool
    posts: dict[str, dict[str, _Kept]] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)
    named: dict[str, None] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    ids: dict[str, set[str]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    processes: set[str] = field(default_factory=set)

    def free_id(self, kind: str, name: str, id: str) -> str:
        """Return `id`, or one that nothing of this kind has yet."""
        taken = self.ids.setdefault(kind, set())
        found = id if id not in taken else free(f"{id}-{digest(name)}", taken)
        taken.add(found)
        return found

    def free_file(self, folder: str, name: str) -> str:
        """Return a file name below `folder` that no other one has, in capitals or not."""
        stem = safe_name(name)
        found, number = stem, self.files.get(f"{folder}/{stem}".casefold(), 0)
        while f"{folder}/{found}".casefold() in self.files:
            number += 1
            found = f"{stem}-{number}"
            self.files[f"{folder}/{stem}".casefold()] = number
        self.files.setdefault(f"{folder}/{found}".casefold(), 1)
        return f"{self.folder}/{folder}/{found}.yaml"


class Gathering:
    """Takes documents one after the other and says what to write: posts at once, what is known of departments at the end.

    `usual` is the name of a department that no document names, `taken` are ids of departments that others have.
    """

    def __init__(self, usual: str, style: Style, taken: set[str]) -> None:
        self._usual = usual
        self._style = style
        self._taken = set(taken)
        self._departments: dict[tuple[str, int, str], Gathered] = {}
        self._folders: set[str] = set()
        self.remarks: list[Remark] = []
        self.posts = 0

    @property
    def departments(self) -> tuple[Gathered, ...]:
        """The departments there are by now."""
        return tuple(self._departments.values())

    def take(self, leaf: Leaf) -> Iterator[File]:
        """Yield the files that a document makes by itself."""
        for twig in leaf.twigs:
            if not (twig.pages or twig.processes or twig.said.anything):
                continue
            into = self._department(twig, leaf.file)
            if twig.said.anything:
                into.said.append(twig.said)
            for page in twig.pages:
                yield from self._post(page, leaf.file, into)
            for sheet in twig.processes:
                yield from self._process(sheet, leaf.file, into)

    def finish(self) -> Iterator[File]:
        """Yield what is written when all documents are known."""
        for each in self.departments:
            head = []
            if each.named_by_folder:
                self.remarks.append(Remark("no-department", "", 0, {"name": each.name}))
                head.append(REMARKS["no-department"].filled({"name": each.name}).within(self._style.lang))
            names = {other.name for other in self.departments}
            outside = [name for name in each.named if name not in each.parties | names | EVERYONE]
            if own := [party for party in outside if _of_department(party, each.name)]:
                told = {"name": each.name, "names": _files(own)}
                self.remarks.append(Remark("outside", "", 0, told))
                head.append(REMARKS["outside"].filled(told).within(self._style.lang))
            sheet = department(each.name, each.id, each.said, outside, head, self._style)
            yield self._sheet(sheet, f"{each.folder}/department.yaml", each.id)
            with_kpis = [said for said in each.said if said.kpis]
            if with_kpis:
                yield self._sheet(measures(with_kpis, self._style), f"{each.folder}/kpis.yaml", each.id)

    def _sheet(self, sheet: Sheet, name: str, address: str) -> File:
        self.remarks += sheet.remarks
        return File(name, sheet.text, _below(address, sheet.origins))

    def _department(self, twig: Twig, file: str) -> Gathered:
        known = (key(twig.name), twig.edition, file if twig.edition else "")
        if known not in self._departments:
            name = twig.name or self._usual
            number = f"-{twig.edition + 1}" if twig.edition else ""
            wished = self._style.names.id(name, "department") + number
            given = wished if wished not in self._taken else free(f"{wished}-{digest(self._usual + name)}", self._taken)
            self._taken.add(given)
            folder = safe_name(name + number)
            folder = free(folder, self._folders)
            self._folders.add(folder)
            self._departments[known] = Gathered(name, given, folder, not twig.name)
        return self._departments[known]

    def _post(self, page: Page, file: str, into: Gathered) -> Iterator[File]:
        kept = into.posts.setdefault(key(page.name), {})
        said = _digest(page.text)
        if (same := kept.get(said)) is not None:
            same.files.append(file)
            told = {"name": page.name, "files": _files(same.files)}
            self.remarks.append(Remark("same-twice", file, page.line, told))
            return
        self.posts += 1
        into.parties.update((page.name, *page.aliases))
        into.named.update(dict.fromkeys(page.named))
        self.remarks += page.remarks
        comments = list(page.comments)
        if kept:
            told = {"name": page.name, "files": _files((*(each.files[0] for each in islice(kept.values(), _MOST_NAMED)), file))}
            self.remarks.append(Remark("same-post", file, page.line, told))
            comments.insert(0, REMARKS["same-post"].filled(told).within(self._style.lang))
        given = into.free_id("post", file if kept else page.name, page.id)
        kept[said] = _Kept([file])
        name = into.free_file("posts", page.name)
        yield File(name, _headed(page.text, comments, page.id, given), _below(f"{into.id}/{given}", page.origins))

    def _process(self, sheet: Sheet, file: str, into: Gathered) -> Iterator[File]:
        said = _digest(sheet.text)
        if said in into.processes:
            return
        into.processes.add(said)
        into.named.update(dict.fromkeys(sheet.named))
        given = into.free_id("process", file, sheet.id)
        name = into.free_file("processes", sheet.name)
        yield File(name, _headed(sheet.text, (), sheet.id, given), _below(f"{into.id}/processes/{given}", sheet.origins))


def _of_department(party: str, department: str) -> bool:
    """Whether a party is called after the department: 采购部经理, 物流经理 of 物流部."""
    called = department.removesuffix("部")
    return len(called) > 1 and party.startswith(called) and party != department


def _files(several: Sequence[str]) -> str:
    """The names of documents, the first few."""
    names = list(dict.fromkeys(several))
    return "、".join(names if len(names) <= _MOST_NAMED + 1 else [*names[:_MOST_NAMED], "…", names[-1]])


def _headed(text: str, comments: list[str] | tuple[()], before: str, id: str) -> str:
    """A page below its comments, with the id that it has beside the others."""
    if id != before:
        text = text.replace(f": {before}\n", f": {id}\n", 1)
    return "".join(f"{remark(words)}\n" for words in comments) + text


def _below(address: str, origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
    return tuple(Origin(address + each.address, each.file, each.line, each.where, each.digest) for each in origins)


def _digest(text: str) -> str:
    return blake2b(text.encode(errors="replace"), digest_size=12).hexdigest()
