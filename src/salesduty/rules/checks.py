"""The rules that `check` runs: who holds what. What only reads the form of files is left to `lint`."""

from __future__ import annotations

from salesduty.rules import gaps, kpis, overlaps, references, reporting
from salesduty.rules.catalogue import RULES
from salesduty.rules.rule import Rule

CHECKS: tuple[Rule, ...] = (*references.RULES, *reporting.RULES, *kpis.RULES, *gaps.RULES, *overlaps.RULES)
ALL: tuple[Rule, ...] = (*RULES, *gaps.RULES, *overlaps.RULES)
"""Every rule of both commands."""
