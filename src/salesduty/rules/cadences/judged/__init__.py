"""CAD, from CAD050 on: what the sentences of duties tell about times that contradict each other."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
