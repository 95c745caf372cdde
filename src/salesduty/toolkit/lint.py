"""Lint: what the written fields say."""

from __future__ import annotations

from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.configure import settings_of
from salesduty.toolkit.load import Progress, Source, load
from salesduty.toolkit.rulebook import check_profiles, with_team


def lint(source: Source = "roles", *, settings: Settings | None = None, progress: Progress | None = None) -> Report:
    """Return every finding about `source`, a path, several paths, or texts by file name; see `load`.

    `settings` default to those of the settings file around `source`, see `configure`. Raises `NotFound` for a path that
    does not exist, and `BadSettings` for settings that cannot be used.
    """
    settings = settings or settings_of(source)
    with without_collector():
        rules = with_team(RULES, settings)
        workspace = load(source, progress=progress)
        check_profiles(workspace, settings)
        return run(workspace, rules, settings)
