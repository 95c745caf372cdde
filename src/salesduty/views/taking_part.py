"""Who does what in each step of a process: the ground for its drawing and its list of hand-offs."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.model.process import Process, Step
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.order import in_reporting_order
from salesduty.workspace.entities import Department, Placed

NOBODY = "未写明岗位"
"""The lane of steps that name nobody."""
DECIDES = "决定"
_MINOR = frozenset(("协助", "接收", "提供"))
"""What a party does beside the work itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """A step: its `holder` is the first who does it or, where nobody is said to, who decides; `others` are the rest who
    take part, each with what they do. `receivers` are those it is handed to.
    """

    number: int
    name: str
    sla: str
    address: str
    holder: str
    decides: bool
    others: tuple[tuple[str, tuple[str, ...]], ...]
    receivers: frozenset[str]

    def marks(self, before: Part | None, after: Part | None, *, whole: bool) -> dict[str, tuple[str, ...]]:
        """Return who stands beside the holder and as what; a sequence of steps says who hands over to the next already.

        Without `whole`, those are left out who only help, give or get something.
        """
        found = {}
        for party, roles in self.others:
            said = tuple(
                role
                for role in roles
                if (whole or role not in _MINOR)
                and not (role == "接收" and after is not None and party == after.holder)
                and not (role == "提供" and before is not None and party == before.holder)
            )
            if said:
                found[party] = said
        return found


def parts(process: Placed[Process], department: Department) -> tuple[Part, ...]:
    """Return who takes part in each step of `process`."""
    return tuple(_part(number, step, process, department) for number, step in enumerate(process.value.steps, 1))


def _part(number: int, step: Step, process: Placed[Process], department: Department) -> Part:
    roles: dict[str, list[str]] = {}
    decider = (step.accountable,) if step.accountable else ()
    named = (
        ("执行", step.do),
        ("审核", step.review),
        (DECIDES, decider),
        ("协助", step.support),
        ("接收", step.to),
        ("提供", step.from_),
    )
    for role, refs in named:
        for party in dict.fromkeys(naming.party(department, ref) for ref in refs):
            roles.setdefault(party, []).append(role)
    working = [party for party, found in roles.items() if not _MINOR.issuperset(found)]
    holder = working[0] if working else NOBODY
    return Part(
        number,
        printable(step.name),
        printable(step.sla or ""),
        naming.anchor(f"{process.address}/{step.id or f'#{number}'}"),
        holder,
        DECIDES in roles.get(holder, ()),
        tuple((party, tuple(found)) for party, found in roles.items() if party != holder),
        frozenset(party for party, found in roles.items() if "接收" in found),
    )


def rank(department: Department) -> dict[str, int]:
    """Return the place of each post among the lanes, by its name: that of reporting order."""
    return {printable(placed.value.name): place for place, placed in enumerate(in_reporting_order(department))}
