"""What the gap rules about promises, approvals, measures and deputies ask of a department first."""

from __future__ import annotations

from salesduty.responsibility.house import Demand, demands
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.wording import Text
from salesduty.rules.left_out import all_read as files_read
from salesduty.rules.left_out import left_out
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Mention

_RULED = Text("部门规定：{text}", "the department's own rule: {text}")


def all_read(found: Responsibilities) -> bool:
    """Tell whether every duty of the department could be read, so that what is not among them is nobody's."""
    lost = left_out(found.department)
    return files_read(found.department) and not any("duties" in place.path or "steps" in place.path for place in lost)


def house_rules(found: Responsibilities) -> tuple[Demand, ...]:
    """Return what the rules of the department itself demand."""
    return demands(found.department, found.matcher) if found.department.spec.rules else ()


def ruled(demand: Demand) -> Mention:
    """Return the house rule that a finding rests on."""
    return Mention(demand.place, _RULED.filled({"text": quoted(demand.text)}))
