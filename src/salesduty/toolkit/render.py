"""Render: departments to the documents that people sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from salesduty.disk.names import safe_name
from salesduty.disk.packaged import stationery
from salesduty.disk.write import write
from salesduty.renderers.catalogue import BOOK_RENDERERS, RENDERERS
from salesduty.results.book import Book
from salesduty.results.finding import ERROR, Report
from salesduty.results.paper import Paper
from salesduty.results.site import Index, Page
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit import site
from salesduty.toolkit.check import is_reported, judged
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Progress, Source, load
from salesduty.views.catalogue import BOOKS, JUDGED_BOOKS, JUDGED_VIEWS, VIEWS
from salesduty.workspace.entities import Workspace

DOCUMENTS = (*VIEWS, *JUDGED_VIEWS)
FORMATS = (*RENDERERS, *BOOK_RENDERERS)

Work = Paper | Book | Page


class UnknownChoice(ValueError):
    """A document or format that does not exist."""

    def __init__(self, kind: str, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no {kind} is called {given!r}; there are {', '.join(known)}")
        self.kind = kind
        self.given = given
        self.known = known


class RenderRefused(Exception):
    """What would be rendered has errors; `report` says which. Nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"what would be rendered has errors: {len(report.findings)}")
        self.report = report


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered document: its name below the output folder, its bytes, and where it was written, if it was."""

    name: str
    data: bytes = field(repr=False)
    path: Path | None = None
    changed: bool = True


def render(
    source: Source = "roles",
    *,
    document: str = "handbook",
    format: str = "docx",
    output: str | Path | None = None,
    despite_errors: bool = False,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> tuple[Rendered, ...]:
    """Return the documents of every department in `source` (see `load`), written below `output` if it is given.

    `document` is one of DOCUMENTS, `format` one of `formats_of(document)`. Files whose bytes stay the same are not written
    again. Raises UnknownChoice, `NotFound` for a path that does not exist, RenderRefused for departments with
    lint errors unless `despite_errors`, and `CannotWrite`.
    """
    _known("document", document, DOCUMENTS)
    _known("format", format, formats_of(document))
    with without_collector():
        workspace = load(source)
        settings = settings or Settings(today=date.today())
        if not despite_errors:
            _refuse_errors(workspace, settings)
        works = tuple(_works(workspace, document, format, settings))
        linked, names = site.linked(works, _names(works, format))
        done = []
        for number, (work, name) in enumerate(zip(linked, names, strict=True), 1):
            done.append(_written(Rendered(name, _set(work, format)), output))
            if progress is not None:
                progress(number, len(linked))
        return tuple(done)


def formats_of(document: str) -> tuple[str, ...]:
    """Return the formats that `document`, one of DOCUMENTS, can be rendered to."""
    return (*RENDERERS, *(BOOK_RENDERERS if document in BOOKS or document in JUDGED_BOOKS else ()))


def _known(kind: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UnknownChoice(kind, given, known)


def _refuse_errors(workspace: Workspace, settings: Settings) -> None:
    report = run(_with_whole_departments(workspace), RULES, settings).at_least(ERROR)
    if report.findings:
        raise RenderRefused(report)


def _with_whole_departments(workspace: Workspace) -> Workspace:
    """The workspace with every file of a department that is rendered marked to be reported."""
    rendered = {file.name for department in workspace.departments if is_reported(department) for file in department.files}
    files = tuple(replace(file, reported=True) if file.name in rendered else file for file in workspace.files)
    return Workspace(files, workspace.departments)


def _works(workspace: Workspace, document: str, format: str, settings: Settings) -> Iterator[Work]:
    """The papers or, for a format of workbooks, the books of every department that is rendered."""
    if (document, format) == site.PAGES:
        yield from site.pages(workspace, settings)
        return
    wanted = tuple(department for department in workspace.departments if is_reported(department))
    plain = BOOKS if format in BOOK_RENDERERS else VIEWS
    if document in plain:
        for department in wanted:
            yield from plain[document](department)
        return
    judging = JUDGED_BOOKS if format in BOOK_RENDERERS else JUDGED_VIEWS
    for department, found in zip(wanted, judged(workspace, settings), strict=True):
        yield from judging[document](department, found)


def _set(work: Work | Index, format: str) -> bytes:
    if isinstance(work, (Page, Index)):
        return site.rendered(work, stationery())
    return BOOK_RENDERERS[format](work, stationery()) if isinstance(work, Book) else RENDERERS[format](work, stationery())


def _names(works: Iterable[Work], format: str) -> list[str]:
    """A file name for each work: `department/title.docx`, with a number behind one that is taken already."""
    names: list[str] = []
    taken: set[str] = set()
    for work in works:
        called = work.paper if isinstance(work, Page) else work
        stem = f"{safe_name(called.folder)}/{safe_name(called.name)}"
        name, number = f"{stem}.{format}", 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}.{format}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _written(rendered: Rendered, output: str | Path | None) -> Rendered:
    if output is None:
        return rendered
    path = Path(output, rendered.name)
    return Rendered(rendered.name, rendered.data, path, write(path, rendered.data))
