"""Check: who holds what, where it is missing, where two hold the same."""

from __future__ import annotations

from datetime import date

from salesduty.responsibility.chart import chart
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.coverage import Checked
from salesduty.results.finding import Finding, Report
from salesduty.rules.checks import CHECKS
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Progress, Source, load
from salesduty.toolkit.vocabulary import vocabulary
from salesduty.workspace.entities import Department, Workspace


def check(source: Source = "roles", *, settings: Settings | None = None, progress: Progress | None = None) -> Checked:
    """Return the gaps, overlaps and maps of every department in `source`; see `load`.

    The findings come ranked by consequence. Raises `NotFound` for a path that does not exist.
    """
    settings = settings or Settings(today=date.today())
    with without_collector():
        workspace = load(source, progress=progress)
        analysed = analyse(workspace)
        report = run(workspace, CHECKS, settings, analysed)
        return Checked(_ranked(report), tuple(chart(each) for each in analysed if is_reported(each.department)))


def analyse(workspace: Workspace) -> tuple[Responsibilities, ...]:
    """Return every department of `workspace` as the analysis sees it."""
    return tuple(Responsibilities(department, vocabulary(workspace, department)) for department in workspace.departments)


def is_reported(department: Department) -> bool:
    """Tell whether any file of `department` was asked for."""
    return any(file.reported for file in department.files)


def _ranked(report: Report) -> Report:
    """The same report, the gravest and weightiest first."""

    def rank(finding: Finding) -> tuple[object, ...]:
        return (-finding.severity, -finding.consequence, *finding.order)

    return Report(tuple(sorted(report.findings, key=rank)), report.departments, report.posts, report.files)
