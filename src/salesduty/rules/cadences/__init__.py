"""CAD: meetings, reports and time limits that fit each other. What written fields tell; the sentences are read in `judged`."""

from __future__ import annotations

from salesduty.rules.cadences import cadence_contradicted, limit_contradicted, meeting_incomplete
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (meeting_incomplete.RULE, limit_contradicted.RULE, cadence_contradicted.RULE)
