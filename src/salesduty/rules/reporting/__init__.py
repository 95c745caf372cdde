"""ORG: posts, superiors and headcounts make up an organisation."""

from __future__ import annotations

from salesduty.rules.reporting import (
    appraiser_not_superior,
    cycle,
    headcount_mismatch,
    headcount_missing,
    level_inversion,
    orphan_post,
    several_superiors,
    span_too_narrow,
    span_too_wide,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    cycle.RULE,
    several_superiors.RULE,
    orphan_post.RULE,
    span_too_wide.RULE,
    span_too_narrow.RULE,
    headcount_missing.RULE,
    headcount_mismatch.RULE,
    level_inversion.RULE,
    appraiser_not_superior.RULE,
)
