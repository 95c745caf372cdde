"""Rules about what nobody holds."""

from __future__ import annotations

from salesduty.rules.gaps import (
    approval_without_approver,
    area_uncovered,
    authority_missing,
    complaint_adrift,
    deputy_missing,
    duty_without_kpi,
    function_unowned,
    hand_off_unlimited,
    handed_to_nobody,
    input_unmade,
    kpi_without_duty,
    output_unneeded,
    post_without_duty,
    promise_without_receiver,
    report_unaddressed,
    scope_hole,
    step_unowned,
    supported_only,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    function_unowned.RULE,
    step_unowned.RULE,
    supported_only.RULE,
    area_uncovered.RULE,
    handed_to_nobody.RULE,
    hand_off_unlimited.RULE,
    output_unneeded.RULE,
    input_unmade.RULE,
    report_unaddressed.RULE,
    complaint_adrift.RULE,
    promise_without_receiver.RULE,
    kpi_without_duty.RULE,
    duty_without_kpi.RULE,
    approval_without_approver.RULE,
    authority_missing.RULE,
    deputy_missing.RULE,
    post_without_duty.RULE,
    scope_hole.RULE,
)
