"""CAD, from CAD050 on: what sentences tell about when reports are due, how fast steps are and what was promised."""

from __future__ import annotations

from salesduty.rules.cadences.judged import limits_differ, report_after_meeting, reports_slower_above, step_slower_than_promise
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    report_after_meeting.RULE,
    reports_slower_above.RULE,
    step_slower_than_promise.RULE,
    limits_differ.RULE,
)
