"""The rules that `lint` runs, which need nothing but what is written. A rule file that its family does not list fails a test."""

from __future__ import annotations

from salesduty.rules import accountability, cadences, kpis, references, reporting, segregation, structure, wordings
from salesduty.rules.rule import Rule

ABOUT_POSTS: tuple[Rule, ...] = (
    *references.RULES,
    *reporting.RULES,
    *kpis.RULES,
    *accountability.RULES,
    *segregation.RULES,
    *cadences.RULES,
)
"""Those about who holds what, which `check` runs too."""
RULES: tuple[Rule, ...] = (*structure.RULES, *wordings.RULES, *ABOUT_POSTS)
