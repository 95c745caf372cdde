"""KPI: what is measured can be measured."""

from __future__ import annotations

from salesduty.rules.rule import Rule
from salesduty.rules.kpis import weights

RULES: tuple[Rule, ...] = (
    weights.RULE,
)
