"""Lint: what the written fields say."""

from __future__ import annotations

from datetime import date

from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Overlay, Progress, Source, load, settled


def lint(
    source: Source = "roles",
    *,
    settings: Settings | None = None,
    overlay: Overlay | None = None,
    since: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return every finding about `source`, a path, several paths, or texts by file name, and `overlay`; see `load`.

    `settings` default to today's date and the built-in thresholds. With `since`, a revision of git, only what has been caused
    or touched since then. Raises `NotFound` for a path that does not exist, and `NoHistory` where git cannot tell.
    """
    settings = settings or Settings(today=date.today())
    with without_collector():
        source = settled(source)
        workspace = load(source, overlay=overlay, progress=progress)
        report = run(workspace, RULES, settings)
        if since is None:
            return report
        from salesduty.toolkit.changed import past

        before = past(workspace, source, since)
        return before.caused(report, run(before.workspace, RULES, settings)) if before is not None else report.part(())
