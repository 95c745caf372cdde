"""ACC, from ACC050 on: what the sentences of duties tell about who decides and who does."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
