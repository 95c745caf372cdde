"""REF: whatever is named exists."""

from __future__ import annotations

from salesduty.rules.references import (
    ambiguous,
    own_deputy,
    retired_post,
    unknown_authority,
    unknown_kpi,
    unknown_party,
    unknown_rule,
    unknown_system,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_party.RULE,
    unknown_kpi.RULE,
    unknown_authority.RULE,
    unknown_system.RULE,
    ambiguous.RULE,
    own_deputy.RULE,
    unknown_rule.RULE,
    retired_post.RULE,
)
