"""Lint: what the written fields say."""

from __future__ import annotations

from datetime import date

from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Progress, Source, load


def lint(source: Source = "roles", *, settings: Settings | None = None, progress: Progress | None = None) -> Report:
    """Return every finding about `source`, a path, several paths, or texts by file name; see `load`.

    `settings` default to today's date and the built-in thresholds. Raises `NotFound` for a path that does not exist.
    """
    settings = settings or Settings(today=date.today())
    with without_collector():
        return run(load(source, progress=progress), RULES, settings)
