"""ACC, from ACC050 on: what the sentences of duties tell about who decides and who does."""

from __future__ import annotations

from salesduty.rules.accountability.judged import (
    approval_without_authority,
    approval_without_limit,
    approver_without_deputy,
    authority_contested,
    authority_without_duty,
    need_only_decided,
    need_undecided,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    need_undecided.RULE,
    authority_contested.RULE,
    need_only_decided.RULE,
    approval_without_authority.RULE,
    authority_without_duty.RULE,
    approval_without_limit.RULE,
    approver_without_deputy.RULE,
)
