"""ACC: somebody decides, somebody does, and their powers fit. What written fields tell; the sentences are read in `judged`."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
