"""Rules about what two hold at once."""

from __future__ import annotations

from salesduty.rules.overlaps import (
    between_departments,
    contact_contested,
    deliverable_twice,
    posts_alike,
    same_duty,
    scopes_intersect,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    same_duty.RULE,
    scopes_intersect.RULE,
    posts_alike.RULE,
    deliverable_twice.RULE,
    contact_contested.RULE,
    between_departments.RULE,
)
