"""CAD: what has to happen when fits together. What written fields tell; the sentences are read in `judged`."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
