"""KPI: what is measured can be measured."""

from __future__ import annotations

from salesduty.rules.kpis import (
    cycle_misfit,
    no_cycle,
    no_formula,
    no_source,
    no_target,
    no_unit,
    only_outcome,
    only_process,
    shared_without_split,
    split,
    target_of_nobody,
    targets_off_sum,
    too_few,
    too_many,
    unused,
    weight_missing,
    weights,
)
from salesduty.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    weights.RULE,
    weight_missing.RULE,
    too_few.RULE,
    too_many.RULE,
    no_target.RULE,
    no_unit.RULE,
    no_formula.RULE,
    no_source.RULE,
    no_cycle.RULE,
    cycle_misfit.RULE,
    only_process.RULE,
    only_outcome.RULE,
    unused.RULE,
    shared_without_split.RULE,
    split.RULE,
    target_of_nobody.RULE,
    targets_off_sum.RULE,
)
