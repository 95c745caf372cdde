"""Every duty of a department with its number: those of posts, and those below functions and steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.duty import Duty
from salesduty.model.post import Post
from salesduty.model.process import Step
from salesduty.text.printable import printable
from salesduty.views.order import in_reporting_order
from salesduty.workspace.entities import Department, Placed


@dataclass(frozen=True, slots=True)
class Entry:
    """A duty. `number` counts below what holds it, 2.1 for the first part of the second; `within` is the number it is part of.

    `holder` is the name of the post, or of the function or step (with its process) where `post` is None; `kind` is what it is.
    """

    kind: str
    holder: str
    post: Placed[Post] | None
    number: str
    within: str
    address: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class Placing:
    """A step, where it stands, and the name of its process."""

    process: str
    number: int
    address: str
    step: Step


def entries(department: Department) -> Iterator[Entry]:
    """Yield every duty: of posts in reporting order, then of functions, then of steps."""
    for placed in in_reporting_order(department):
        yield from _below("岗位", placed.value.duties, printable(placed.value.name), placed, placed.address)
    for number, function in enumerate(department.spec.functions, 1):
        address = f"{department.id}/functions/{function.id or f'#{number}'}"
        yield from _below("部门职能", function.duties, printable(function.name), None, address)
    for placing in steps(department):
        yield from _below(
            "流程环节", placing.step.duties, f"{placing.process}：{printable(placing.step.name)}", None, placing.address
        )


def steps(department: Department) -> Iterator[Placing]:
    """Yield every step of every process."""
    for process in department.processes:
        for number, step in enumerate(process.value.steps, 1):
            yield Placing(printable(process.value.name), number, f"{process.address}/{step.id or f'#{number}'}", step)


def _below(
    kind: str, duties: Sequence[Duty], holder: str, post: Placed[Post] | None, base: str, within: str = ""
) -> Iterator[Entry]:
    for number, duty in enumerate(duties, 1):
        address, counted = f"{base}/{duty.id or f'#{number}'}", f"{within}.{number}" if within else str(number)
        yield Entry(kind, holder, post, counted, within, address, duty)
        yield from _below(kind, duty.duties, holder, post, address, counted)
