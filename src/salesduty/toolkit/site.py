"""The pages of departments, and the index that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from salesduty.renderers.site import index, page
from salesduty.results.finding import Finding
from salesduty.results.judged import Judged
from salesduty.results.site import Index, Page
from salesduty.results.stationery import Stationery
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import is_reported, judged
from salesduty.views import site as view
from salesduty.workspace.entities import Workspace

PAGES = ("handbook", "html")
"""The document and the format that are made as pages."""
INDEX = "index.html"
"""What the page that leads to all others is called."""


def pages(workspace: Workspace, settings: Settings) -> Iterator[Page]:
    """Yield the page of every reported department of `workspace`, with what lint and check say of it."""
    departments = [department for department in workspace.departments if is_reported(department)]
    # A department may be asked for by one of its files; its page tells of all of them.
    whole = {file.name for department in departments for file in department.files}
    files = tuple(replace(file, reported=file.reported or file.name in whole) for file in workspace.files)
    workspace = Workspace(files, workspace.departments)
    written = run(workspace, RULES, settings).findings
    for department, found in zip(departments, judged(workspace, settings), strict=True):
        names = {file.name for file in department.files}
        own = (finding for finding in written if finding.file in names)
        yield view.page(department, Judged(found.chart, _together(found.findings, own)))


def at_home(page: Page, name: str) -> Page:
    """Return `page`, whose file is called `name`, with the way to the index."""
    return replace(page, home="../" * name.count("/") + INDEX)


def rendered(work: Page | Index, stationery: Stationery) -> bytes:
    """Return a page, or the index, as a file."""
    return index.render(work, stationery) if isinstance(work, Index) else page.render(work, stationery)


def _together(found: tuple[Finding, ...], written: Iterator[Finding]) -> tuple[Finding, ...]:
    """All findings, the gravest first; what both lint and check say is said once."""
    known = {(each.code, each.address, each.message.zh): each for each in (*found, *written)}
    return tuple(sorted(known.values(), key=lambda each: (-each.severity, -each.consequence, *each.order)))
