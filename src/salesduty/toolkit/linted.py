"""A workspace, linted: the one place where lint's rules meet what was loaded."""

from __future__ import annotations

from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def linted(workspace: Workspace, settings: Settings) -> Report:
    """Return what lint finds in `workspace`."""
    return run(workspace, RULES, settings)
