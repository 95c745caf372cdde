"""Render: departments to the documents that people sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from salesduty.disk.fonts import font_folders
from salesduty.disk.output import Output
from salesduty.disk.packaged import stationery
from salesduty.renderers.catalogue import BOOK_RENDERERS, DRAWING_RENDERERS, RENDERERS
from salesduty.results.finding import ERROR, Report
from salesduty.results.stationery import Stationery
from salesduty.results.theme import Theme
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit import company
from salesduty.toolkit.check import is_reported
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.configure import settings_of
from salesduty.toolkit.filenames import USUAL, Names, pattern
from salesduty.toolkit.load import Progress, Source, load, settled
from salesduty.toolkit.press import printed
from salesduty.toolkit.rulebook import check_profiles
from salesduty.toolkit.theme import theme_of
from salesduty.toolkit.works import CHECK, Job, Jobs
from salesduty.toolkit.works import jobs as jobs_of
from salesduty.views.catalogue import BOOKS, DRAWN, JUDGED_BOOKS, JUDGED_VIEWS, VIEWS
from salesduty.workspace.entities import Workspace

DOCUMENTS = tuple(dict.fromkeys((*VIEWS, *JUDGED_VIEWS, *BOOKS, *JUDGED_BOOKS)))
FORMATS = (*RENDERERS, *DRAWING_RENDERERS, *BOOK_RENDERERS)


class UnknownChoice(ValueError):
    """A document or format that does not exist."""

    def __init__(self, kind: str, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no {kind} is called {given!r}; there are {', '.join(known)}")
        self.kind = kind
        self.given = given
        self.known = known


class NoSuchFormat(UnknownChoice):
    """A format that does not exist, or not for this document; `others` are the documents that it does exist for."""

    def __init__(self, given: str, document: str) -> None:
        super().__init__("format", given, formats_of(document))
        self.document = document
        self.others = tuple(each for each in DOCUMENTS if given in formats_of(each))


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
    font_paths: tuple[str | Path, ...] = (),
    theme: Theme | str | Path | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    name: str | None = None,
    jobs: int | None = 1,
    template: str | Path | None = None,
) -> tuple[Rendered, ...]:
    """Return the documents of every department in `source` (see `load`), written below `output` if it is given.

    `document` is one of DOCUMENTS, `format` one of `formats_of(document)`. Files whose bytes stay the same are not written
    again. `font_paths` are folders with fonts for formats that embed them, `theme` is how documents look: a `theme.yaml`, the
    folder of one, or its values. `name` is a pattern for the names of files, see `toolkit.filenames`. `jobs` is how many
    processes work at once; None decides by how long it takes. `progress` is told of posts. `settings` default to those of the
    settings file around `source`.

    `template` is a Word file or a folder of templates, see `toolkit.company`; a `theme.yaml` in the folder is used where `theme`
    is None. Nothing is written before all is rendered, one process with limits does it, and CannotTemplate, BadTemplate and
    FlawedTemplate may be raised.

    Raises UnknownChoice, `BadName`, `BadTheme`, `BadSettings`, `NotFound` for a path that does not exist, RenderRefused for
    departments with lint errors unless `despite_errors`, `CannotWrite`, and those of `results.missing`.
    """
    return tuple(
        renderings(
            source,
            document=document,
            format=format,
            output=output,
            despite_errors=despite_errors,
            font_paths=font_paths,
            theme=theme,
            settings=settings,
            progress=progress,
            name=name,
            jobs=jobs,
            template=template,
        )
    )


def renderings(
    source: Source = "roles",
    *,
    document: str = "handbook",
    format: str = "docx",
    output: str | Path | None = None,
    despite_errors: bool = False,
    font_paths: tuple[str | Path, ...] = (),
    theme: Theme | str | Path | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    name: str | None = None,
    jobs: int | None = 1,
    reading: Progress | None = None,
    template: str | Path | None = None,
) -> Iterator[Rendered]:
    """Yield the documents that `render` returns, each when it is done, so that no more than a few are held at a time.

    `reading` is told of files while they are read. What is wrong with the source or an option is raised at once.
    """
    _known("document", document, DOCUMENTS)
    if format not in formats_of(document):
        raise NoSuchFormat(format, document)
    names = Names(pattern(USUAL if name is None else name, format), format)
    own = None if template is None else company.template(template)
    if own is not None:
        company.refuse_others(own, document, format)
    used = _stationery(font_paths, own.theme if theme is None and own is not None else theme)
    source = settled(source)
    settings = settings or settings_of(source)
    with without_collector():
        workspace = load(source, progress=reading)
        check_profiles(workspace, settings)
        if not despite_errors:
            _refuse_errors(workspace, settings)
    filling = own is not None and own.word is not None
    wanted = jobs_of(workspace, document, format, settings, used.theme, names, filling=filling)
    works = ((job, job.work) for job in wanted.each)
    if own is not None:
        # All of it before the first is written: a template may fail at any of them.
        return _written(wanted, list(company.printed(works, own, document, format, used)), output, progress)
    return _written(wanted, printed(works, format, used, jobs), output, progress)


def _written(
    wanted: Jobs, done: Iterable[tuple[Job, bytes]], output: str | Path | None, progress: Progress | None
) -> Iterator[Rendered]:
    folder = Output(Path(output)) if output is not None else None
    for job, data in done:
        changed = folder.write(job.name, data) if folder is not None else True
        if progress is not None:
            progress(job.through, wanted.posts)
        yield Rendered(job.name, data, folder.path / job.name if folder is not None else None, changed)


def formats_of(document: str) -> tuple[str, ...]:
    """Return the formats that `document`, one of DOCUMENTS, can be rendered to."""
    papers = RENDERERS if document in VIEWS or document in JUDGED_VIEWS else ()
    drawings = DRAWING_RENDERERS if document in DRAWN else ()
    books = BOOK_RENDERERS if document in BOOKS or document in JUDGED_BOOKS or document == CHECK else ()
    return (*papers, *drawings, *books)


def _known(kind: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UnknownChoice(kind, given, known)


def _stationery(font_paths: tuple[str | Path, ...], theme: Theme | str | Path | None) -> Stationery:
    look = theme if isinstance(theme, Theme) else theme_of(theme) if theme is not None else Theme()
    return replace(stationery(), fonts=font_folders(font_paths), theme=look)


def _refuse_errors(workspace: Workspace, settings: Settings) -> None:
    report = run(_with_whole_departments(workspace), RULES, settings).at_least(ERROR)
    if report.findings:
        raise RenderRefused(report)


def _with_whole_departments(workspace: Workspace) -> Workspace:
    """The workspace with every file of a department that is rendered marked to be reported."""
    rendered = {file.name for department in workspace.departments if is_reported(department) for file in department.files}
    files = tuple(replace(file, reported=True) if file.name in rendered else file for file in workspace.files)
    return Workspace(files, workspace.departments)
