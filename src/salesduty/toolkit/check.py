"""Check: who holds what, where it is missing, where two hold the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from salesduty.responsibility.chart import chart
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.coverage import Chart, Checked
from salesduty.results.finding import Finding, Report
from salesduty.results.judged import Judged
from salesduty.rules.checks import CHECKS
from salesduty.rules.left_out import left_out
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.configure import settings_of
from salesduty.toolkit.load import Progress, Source, load, settled
from salesduty.toolkit.rulebook import check_profiles, checked_team
from salesduty.toolkit.vocabulary import vocabulary
from salesduty.workspace.entities import Department, Workspace
from salesduty.workspace.profiles import with_profiles


def check(
    source: Source = "roles",
    *,
    settings: Settings | None = None,
    since: str | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Return the gaps, overlaps and maps of every department in `source`; see `load`.

    The findings come ranked by consequence; with `since`, a revision of git, only those that have been caused or touched since
    then. `settings` default to those of the settings file around `source`, see `configure`. Raises `NotFound` for a path that
    does not exist, `NoHistory` where git cannot tell, and `BadSettings` for settings that cannot be used.
    """
    settings = settings or settings_of(source)
    with without_collector():
        source = settled(source)
        checked_team(settings)
        workspace = load(source, progress=progress)
        check_profiles(workspace, settings)
        workspace = with_profiles(workspace, settings)
        charts: list[Chart] = []
        report = run(workspace, CHECKS, settings, _charting(analyse(workspace), charts))
        if since is not None:
            from salesduty.toolkit.changed import past

            before = past(workspace, source, since)
            old = run(before.workspace, CHECKS, settings, analyse(before.workspace)) if before is not None else None
            report = before.caused(report, old) if before is not None and old is not None else report.part(())
        return Checked(_ranked(report), tuple(charts), unread(workspace))


def judged(workspace: Workspace, settings: Settings) -> tuple[Judged, ...]:
    """Return what the analysis says of each reported department of `workspace`, in their order.

    What lies between two departments is said of both.
    """
    charts: list[Chart] = []
    workspace = with_profiles(workspace, settings)
    report = _ranked(run(workspace, CHECKS, settings, _charting(analyse(workspace), charts)))
    unreadable = unread(workspace)
    reported = (department for department in workspace.departments if is_reported(department))
    found = []
    for drawn, files in zip(charts, ({file.name for file in each.files} for each in reported), strict=True):
        own = tuple(finding for finding in report.findings if any(side.file in files for side in finding.sides))
        found.append(Judged(drawn, own, tuple(name for name in unreadable if name in files)))
    return tuple(found)


def mapped(workspace: Workspace, settings: Settings) -> tuple[Judged, ...]:
    """Return the map of each reported department of `workspace`, in their order, without looking for anything in it.

    Of a large department that takes a small part of the time.
    """
    analysed = analyse(with_profiles(workspace, settings))
    return tuple(Judged(chart(found), ()) for found in analysed if is_reported(found.department))


def analyse(workspace: Workspace) -> Iterator[Responsibilities]:
    """Yield every department of `workspace` as the analysis sees it: its posts by address, since their order says nothing."""
    for department in workspace.departments:
        posts = tuple(sorted(department.posts, key=lambda post: post.address))
        yield Responsibilities(replace(department, posts=posts), vocabulary(workspace, department))


def _charting(analysed: Iterable[Responsibilities], charts: list[Chart]) -> Iterator[Responsibilities]:
    """The departments one by one, so that no more than one is held; the map of each is made when the rules are done with it."""
    for found in analysed:
        yield found
        if is_reported(found.department):
            charts.append(chart(found))


def unread(workspace: Workspace) -> tuple[str, ...]:
    """Return the files of which everything, or a whole post or process, had to be left out."""
    lost = {place.file for department in workspace.departments for place in left_out(department) if len(place.path) == 1}
    return tuple(file.name for file in workspace.files if file.name in lost or not file.readable)


def is_reported(department: Department) -> bool:
    """Tell whether any file of `department` was asked for."""
    return any(file.reported for file in department.files)


def _ranked(report: Report) -> Report:
    """The same report, the gravest and weightiest first."""

    def rank(finding: Finding) -> tuple[object, ...]:
        return (-finding.severity, -finding.consequence, *finding.order)

    return report.only(tuple(sorted(report.findings, key=rank)))
