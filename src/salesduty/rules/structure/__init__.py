"""STR: a file can be read, and says what has to be said."""

from __future__ import annotations

from salesduty.rules.rule import Rule
from salesduty.rules.structure import tab

RULES: tuple[Rule, ...] = (
    tab.RULE,
)
