"""Every rule, in the order of its code. A rule file that its family does not list fails a test."""

from __future__ import annotations

from salesduty.rules import kpis, references, reporting, structure
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (*structure.RULES, *references.RULES, *reporting.RULES, *kpis.RULES)
