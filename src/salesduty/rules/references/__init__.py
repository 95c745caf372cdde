"""REF: whatever is named exists."""

from __future__ import annotations

from salesduty.rules.rule import Rule
from salesduty.rules.references import unknown_party

RULES: tuple[Rule, ...] = (
    unknown_party.RULE,
)
