"""What is to be set: the papers and books of a document, one at a time, each with what its file is called after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from salesduty.model.choices import NumberingStyle
from salesduty.renderers.catalogue import BOOK_RENDERERS
from salesduty.results.book import Book
from salesduty.results.judged import Judged
from salesduty.results.paper import Paper
from salesduty.results.theme import Theme
from salesduty.settings.settings import Settings
from salesduty.text.printable import printable
from salesduty.toolkit.check import is_reported, judged
from salesduty.views.catalogue import BOOKS, JUDGED_BOOKS, JUDGED_VIEWS, VIEWS
from salesduty.workspace.entities import Department, Workspace

Work = Paper | Book

TITLES: Mapping[str, str] = {
    "handbook": "岗位责任制",
    "post": "岗位说明书",
    "agreement": "岗位责任书",
    "scorecard": "绩效考核表",
    "raci": "职责分工表",
    "chart": "组织结构图",
    "process": "流程与交接",
    "onboarding": "新员工须知",
    "check": "职责检查报告",
}
"""What each document is called in Chinese."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be set. `called` are the values that its name is made from; `through` is how many of all posts are done
    when it is."""

    work: Work
    called: Mapping[str, str]
    through: int


@dataclass(frozen=True, slots=True)
class Jobs:
    """All documents to be set, to be gone through once, and how many posts they are about."""

    posts: int
    each: Iterator[Job]


def jobs(workspace: Workspace, document: str, format: str, settings: Settings, theme: Theme) -> Jobs:
    """Return what is to be set of every department that is reported: papers or, for a format of workbooks, books.

    Only one of them is there at a time.
    """
    wanted = tuple(department for department in workspace.departments if is_reported(department))
    weights = [max(1, len(department.posts)) for department in wanted]
    return Jobs(sum(weights), _jobs(wanted, weights, _works(workspace, wanted, document, format, settings, theme)))


def _jobs(wanted: Iterable[Department], weights: Iterable[int], works: Iterable[Iterator[Work]]) -> Iterator[Job]:
    before = 0
    for department, weight, several in zip(wanted, weights, works, strict=True):
        source = _digest(department)
        ahead, number = next(several, None), 0
        while ahead is not None:
            work, ahead, number = ahead, next(several, None), number + 1
            done = weight if ahead is None else min(number, weight)
            yield Job(replace(work, source=source), _called(work, department), before + done)
        before += weight


def _works(
    workspace: Workspace, wanted: tuple[Department, ...], document: str, format: str, settings: Settings, theme: Theme
) -> Iterator[Iterator[Work]]:
    """The papers or books of each department."""
    plain: Mapping[str, Callable[[Department], Iterator[Work]]] = BOOKS if format in BOOK_RENDERERS else VIEWS
    if document in plain:
        for department in wanted:
            yield plain[document](_numbered(department, theme))
        return
    judging: Mapping[str, Callable[[Department, Judged], Iterator[Work]]]
    judging = JUDGED_BOOKS if format in BOOK_RENDERERS else JUDGED_VIEWS
    for department, found in zip(wanted, judged(workspace, settings), strict=True):
        yield judging[document](_numbered(department, theme), found)


def _numbered(department: Department, theme: Theme) -> Department:
    """The department with the numbering that the theme wants."""
    if theme.numbering is None:
        return department
    numbering = department.spec.numbering.model_copy(update={"style": NumberingStyle(theme.numbering)})
    return replace(department, spec=department.spec.model_copy(update={"numbering": numbering}))


def _called(work: Work, department: Department) -> Mapping[str, str]:
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


def _digest(department: Department) -> str:
    """A hash of the files that a department is made from, the same whatever ends their lines: 32 hexadecimal digits."""
    hashed = blake2b(digest_size=16)
    for file in sorted(department.files, key=lambda file: file.name):
        text = "\n".join((file.text or "").splitlines())
        hashed.update(f"{len(text)}\n{text}".encode(errors="replace"))
    return hashed.hexdigest()
