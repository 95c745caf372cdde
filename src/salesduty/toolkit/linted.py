"""A workspace, linted: the one place where lint's rules and those of the team meet what was loaded."""

from __future__ import annotations

from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.rulebook import check_profiles, with_team
from salesduty.workspace.entities import Workspace


def linted(workspace: Workspace, settings: Settings) -> Report:
    """Return what lint finds in `workspace`. Raises `BadSettings` where these name what does not exist."""
    rules = with_team(RULES, settings)
    check_profiles(workspace, settings)
    return run(workspace, rules, settings)
