"""What is to be set: the papers and books of a document, one at a time, each with what its file is called after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from salesduty.model.choices import NumberingStyle
from salesduty.renderers.catalogue import BOOK_RENDERERS, RENDERERS
from salesduty.renderers.checks import CHECK_RENDERERS
from salesduty.results.book import Book
from salesduty.results.coverage import Checked
from salesduty.results.finding import WARNING, Finding, Report
from salesduty.results.judged import Judged
from salesduty.results.paper import Paper
from salesduty.results.site import Index, Page
from salesduty.results.theme import Theme
from salesduty.settings.settings import Settings
from salesduty.text.printable import printable
from salesduty.toolkit import site
from salesduty.toolkit.check import is_reported, judged, mapped
from salesduty.toolkit.filenames import Names
from salesduty.views import naming
from salesduty.views.catalogue import BOOKS, JUDGED_BOOKS, JUDGED_VIEWS, VIEWS
from salesduty.views.department_paper import department_title
from salesduty.views.documents import TITLES
from salesduty.views.filling import filled
from salesduty.workspace.entities import Department, Workspace


@dataclass(frozen=True, slots=True)
class CheckBook:
    """What is found in one department, for the workbook that `check` makes of it."""

    checked: Checked
    folder: str
    name: str
    title: str
    document: str = "check"
    post: str = ""
    cycle: str = ""
    source: str = ""


Sheet = Paper | Book | CheckBook
Work = Sheet | Page | Index

CHECK = "check"


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be set, the name of its file, and how many of all posts are done when it is."""

    work: Work
    name: str
    through: int


@dataclass(frozen=True, slots=True)
class Jobs:
    """All documents to be set, to be gone through once, and how many posts they are about."""

    posts: int
    each: Iterator[Job]


def jobs(
    workspace: Workspace,
    document: str,
    format: str,
    settings: Settings,
    theme: Theme,
    names: Names,
    *,
    filling: bool = False,
) -> Jobs:
    """Return what is to be set of every department that is reported: papers or, for a format of workbooks, books.

    Only one of them is there at a time; but pages of a site stay, because the index behind them tells of all. With `filling`,
    papers carry the values for a Word file of a company.
    """
    workspace = _numbered(workspace, theme)
    wanted = tuple(department for department in workspace.departments if is_reported(department))
    posts = sum(map(_weight, wanted))
    if (document, format) == site.PAGES:
        return Jobs(posts, _pages(wanted, site.pages(workspace, settings), names))
    if filling:
        return Jobs(posts, _jobs(wanted, map(filled(document), wanted), names, theme))
    return Jobs(posts, _jobs(wanted, _works(workspace, wanted, document, format, settings), names, theme))


def _jobs(wanted: Iterable[Department], works: Iterable[Iterator[Sheet]], names: Names, theme: Theme) -> Iterator[Job]:
    before = 0
    for department, several in zip(wanted, works, strict=True):
        source, weight = department.source, _weight(department)
        ahead, number = next(several, None), 0
        while ahead is not None:
            work, ahead, number = ahead, next(several, None), number + 1
            done = weight if ahead is None else min(number, weight)
            yield Job(_covered(replace(work, source=source), theme), names.name(_called(work, department)), before + done)
        before += weight


def _pages(wanted: Sequence[Department], pages: Iterable[Page], names: Names) -> Iterator[Job]:
    several, done = len(wanted) > 1, 0
    if several:
        names.keep(site.INDEX)
    listed = []
    for department, page in zip(wanted, pages, strict=True):
        name, done = names.name(_called(page.paper, department)), done + _weight(department)
        placed = replace(page, paper=replace(page.paper, source=department.source))
        listed.append((name, placed))
        yield Job(site.at_home(placed, name) if several else placed, name, done)
    if several:
        yield Job(Index(tuple(listed)), site.INDEX, done)


def _weight(department: Department) -> int:
    return max(1, len(department.posts))


def _works(
    workspace: Workspace, wanted: tuple[Department, ...], document: str, format: str, settings: Settings
) -> Iterator[Iterator[Sheet]]:
    """The papers or books of each department."""
    plain: Mapping[str, Callable[[Department], Iterator[Sheet]]] = BOOKS if format in BOOK_RENDERERS else VIEWS
    if document in plain:
        yield from map(plain[document], wanted)
        return
    if document == CHECK and format in CHECK_RENDERERS and format not in RENDERERS:
        yield from map(_check_book, wanted, judged(workspace, settings))
        return
    judging: Mapping[str, Callable[[Department, Judged], Iterator[Sheet]]]
    judging = JUDGED_BOOKS if format in BOOK_RENDERERS else JUDGED_VIEWS
    # Only the report tells what is found; the others are made of the map alone.
    known = judged if document == CHECK else mapped
    yield from map(judging[document], wanted, known(workspace, settings))


def _check_book(department: Department, found: Judged) -> Iterator[Sheet]:
    """The workbook of one department, with what `check` shows where nothing else is asked for."""
    title = department_title(department, CHECK)
    findings = tuple(_from_the_root(finding, department) for finding in found.findings)
    report = Report(findings, 1, len(department.posts), len(department.files)).at_least(WARNING)
    yield CheckBook(Checked(report, (found.chart,), found.unread), department.id, title, title)


def _from_the_root(finding: Finding, department: Department) -> Finding:
    """The finding with files counted from the root of the workspace: where it lies on a disk is nobody's business."""
    related = tuple(replace(each, file=naming.file(each.file, department)) for each in finding.related)
    return replace(finding, file=naming.file(finding.file, department), related=related)


def _numbered(workspace: Workspace, theme: Theme) -> Workspace:
    """The workspace with the numbering that the theme wants."""
    if theme.numbering is None:
        return workspace
    style = NumberingStyle(theme.numbering)
    departments = []
    for department in workspace.departments:
        numbering = department.spec.numbering.model_copy(update={"style": style})
        departments.append(replace(department, spec=department.spec.model_copy(update={"numbering": numbering})))
    return Workspace(workspace.files, tuple(departments))


def _covered(work: Sheet, theme: Theme) -> Sheet:
    """The work with or without a cover, as the theme wants."""
    return replace(work, cover=theme.cover) if isinstance(work, Paper) and theme.cover is not None else work


def _called(work: Sheet, department: Department) -> Mapping[str, str]:
    spec = department.spec
    return {
        "department": work.folder,
        "department-name": printable(spec.name),
        "company": printable(spec.company or ""),
        "post": work.post,
        "document": TITLES.get(work.document, work.title),
        "title": work.title,
        "name": work.name,
        "number": printable(spec.document_no or ""),
        "version": printable(spec.version or ""),
        "effective": printable(spec.effective or ""),
        "cycle": work.cycle,
    }
