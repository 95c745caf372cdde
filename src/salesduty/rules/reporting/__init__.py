"""ORG: posts, superiors and headcounts make up an organisation."""

from __future__ import annotations

from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
