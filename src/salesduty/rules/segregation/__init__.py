"""SOD: what one and the same post must not do. What written fields tell; the sentences are read in `judged`."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
