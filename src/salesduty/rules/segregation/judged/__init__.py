"""SOD, from SOD050 on: what the sentences of duties tell about work that must be kept apart."""

from __future__ import annotations

from salesduty.rules.rule import Rule
from salesduty.rules.segregation.judged import (
    approve_ship,
    bad_debt,
    collect_record,
    credit_approve,
    do_approve,
    draft_review,
    negotiate_sign,
    own_pair,
    return_record,
    sell_invoice,
    sell_take_cash,
)

RULES: tuple[Rule, ...] = (
    negotiate_sign.RULE,
    sell_invoice.RULE,
    sell_take_cash.RULE,
    credit_approve.RULE,
    approve_ship.RULE,
    draft_review.RULE,
    do_approve.RULE,
    collect_record.RULE,
    return_record.RULE,
    bad_debt.RULE,
    own_pair.RULE,
)
