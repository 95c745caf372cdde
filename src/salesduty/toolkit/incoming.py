"""What documents would be written as, held in memory: departments with their posts, processes and KPIs, each with its page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from salesduty.intake.writing.desk import Origin, digest
from salesduty.model.department import Department
from salesduty.model.document import Document
from salesduty.model.part import Part
from salesduty.model.reading import read
from salesduty.results.place import Path
from salesduty.source.parse import parse
from salesduty.toolkit.gathering import File, Gathered


@dataclass(frozen=True)
class Page:
    """A page: the entity in it, at which path, the file that it would be, and the address that its values have."""

    part: Part
    path: Path
    file: File
    address: str

    @property
    def origins(self) -> Sequence[Origin]:
        """Where its values were taken from."""
        return self.file.origins

    def place(self, words: str) -> tuple[str, int]:
        """Return the document and the line that words were taken from, or else the first that the page came from."""
        wanted = {digest(words), *(digest(each) for each in words.split("："))}
        found = next((each for each in self.origins if each.digest in wanted), None)
        found = found or next((each for each in self.origins if each.line), None) or next(iter(self.origins), None)
        return (found.file, found.line) if found is not None else ("", 0)


@dataclass
class Incoming:
    """A department as documents describe it."""

    name: str
    id: str
    named: bool
    department: Page | None = None
    posts: list[Page] = field(default_factory=list)
    processes: list[Page] = field(default_factory=list)
    kpis: list[Page] = field(default_factory=list)
    others: list[Page] = field(default_factory=list)
    files: list[File] = field(default_factory=list)


def incoming(departments: Iterable[Gathered], files: Iterable[File]) -> list[Incoming]:
    """Return what was gathered, department by department."""
    found = {each.folder: Incoming(each.name, each.id, not each.named_by_folder) for each in departments}
    for file in files:
        into = found[file.name.partition("/")[0]]
        into.files.append(file)
        data = parse(file.text).data
        if isinstance(data, dict):
            _sorted(read(data).document, file, into)
    return list(found.values())


def _sorted(document: Document, file: File, into: Incoming) -> None:
    if isinstance(document.department, Department):
        into.department = Page(document.department, ("department",), file, into.id)
    into.posts += (Page(each, ("post", number), file, f"{into.id}/{each.id}") for number, each in enumerate(document.post))
    into.processes += (
        Page(each, ("process", number), file, f"{into.id}/processes/{each.id}") for number, each in enumerate(document.process)
    )
    into.kpis += (Page(each, ("kpis", number), file, into.id) for number, each in enumerate(document.kpis))
    if document.appraisal is not None:
        into.others.append(Page(document.appraisal, ("appraisal",), file, f"{into.id}/appraisal"))
