"""Render: departments to the documents that people sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from salesduty.disk.names import safe_name
from salesduty.disk.packaged import templates
from salesduty.disk.write import write
from salesduty.renderers.catalogue import RENDERERS
from salesduty.results.finding import ERROR, Report
from salesduty.results.paper import Paper
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Progress, Source, load
from salesduty.views.catalogue import VIEWS
from salesduty.workspace.entities import Department, Workspace

DOCUMENTS = tuple(VIEWS)
FORMATS = tuple(RENDERERS)


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

    `document` is one of DOCUMENTS, `format` one of FORMATS. Files whose bytes stay the same are not written
    again. Raises UnknownChoice, `NotFound` for a path that does not exist, RenderRefused for departments with
    lint errors unless `despite_errors`, and `CannotWrite`.
    """
    _known("document", document, DOCUMENTS)
    _known("format", format, FORMATS)
    with without_collector():
        workspace = load(source)
        if not despite_errors:
            _refuse_errors(workspace, settings or Settings(today=date.today()))
        papers = tuple(_papers(workspace, document))
        done = []
        for number, (paper, name) in enumerate(zip(papers, _names(papers, format), strict=True), 1):
            done.append(_written(Rendered(name, RENDERERS[format](paper, templates())), output))
            if progress is not None:
                progress(number, len(papers))
        return tuple(done)


def _known(kind: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UnknownChoice(kind, given, known)


def _refuse_errors(workspace: Workspace, settings: Settings) -> None:
    report = run(_with_whole_departments(workspace), RULES, settings).at_least(ERROR)
    if report.findings:
        raise RenderRefused(report)


def _with_whole_departments(workspace: Workspace) -> Workspace:
    """The workspace with every file of a department that is rendered marked to be reported."""
    rendered = {file.name for department in workspace.departments if _wanted(department) for file in department.files}
    files = tuple(replace(file, reported=True) if file.name in rendered else file for file in workspace.files)
    return Workspace(files, workspace.departments)


def _wanted(department: Department) -> bool:
    return any(file.reported for file in department.files)


def _papers(workspace: Workspace, document: str) -> Iterator[Paper]:
    for department in workspace.departments:
        if _wanted(department):
            yield from VIEWS[document](department)


def _names(papers: tuple[Paper, ...], format: str) -> list[str]:
    """A file name for each paper: `department/title.docx`, with a number behind one that is taken already."""
    names: list[str] = []
    taken: set[str] = set()
    for paper in papers:
        stem = f"{safe_name(paper.folder)}/{safe_name(paper.name)}"
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
