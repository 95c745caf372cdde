"""REF: whatever is named exists."""

from __future__ import annotations

from salesduty.rules.references import unknown_party
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_party.RULE,
)
