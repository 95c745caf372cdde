"""The rules that `check` runs: who holds what. What only reads the form and the words of files is left to `lint`."""

from __future__ import annotations

from salesduty.rules import gaps, overlaps
from salesduty.rules.accountability import judged as accountability
from salesduty.rules.cadences import judged as cadences
from salesduty.rules.catalogue import ABOUT_POSTS, RULES
from salesduty.rules.rule import Rule
from salesduty.rules.segregation import judged as segregation
from salesduty.rules.structure import unused_suppression

READING: tuple[Rule, ...] = (*accountability.RULES, *segregation.RULES, *cadences.RULES, *gaps.RULES, *overlaps.RULES)
"""Those that read the sentences of duties."""
CHECKS: tuple[Rule, ...] = (*ABOUT_POSTS, *READING, unused_suppression.RULE)
"""What `check` runs; that a comment hides nothing any more it says of its own rules alone."""
ALL: tuple[Rule, ...] = (*RULES, *READING)
"""Every rule of both commands."""
