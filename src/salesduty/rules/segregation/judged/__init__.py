"""SOD, from SOD050 on: what the sentences of duties tell about work that must be kept apart."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
