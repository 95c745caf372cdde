"""SOD: what one and the same post must not do. What written fields tell; the sentences are read in `judged`."""

from __future__ import annotations

from salesduty.rules.rule import Rule
from salesduty.rules.segregation import (
    empty_side,
    one_signature,
    own_appraiser,
    own_reviewer,
    too_few_performers,
    waiver_without_control,
)

RULES: tuple[Rule, ...] = (
    own_reviewer.RULE,
    too_few_performers.RULE,
    own_appraiser.RULE,
    waiver_without_control.RULE,
    one_signature.RULE,
    empty_side.RULE,
)
