"""ACC: somebody decides, somebody does, and their powers fit. What written fields tell; the sentences are read in `judged`."""

from __future__ import annotations

from salesduty.rules.accountability import (
    beyond_authority,
    decider_below_doer,
    everybody_informed,
    many_doers,
    nobody_decides,
    nobody_does,
    one_decides_too_much,
    several_decide,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    nobody_decides.RULE,
    several_decide.RULE,
    nobody_does.RULE,
    many_doers.RULE,
    everybody_informed.RULE,
    beyond_authority.RULE,
    decider_below_doer.RULE,
    one_decides_too_much.RULE,
)
