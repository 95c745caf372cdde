"""WRD: a sentence says one thing, plainly."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
