"""Which departments lie around or within another."""

from __future__ import annotations

from salesduty.workspace.entities import Department, Workspace


def around(workspace: Workspace, department: Department) -> tuple[Department, ...]:
    """Return the departments whose folders enclose that of `department`, the nearest first."""
    by_index = {id(other.inside[0]): other for other in workspace.departments if other.inside}
    return tuple(by_index[id(index)] for index in department.inside[1:] if id(index) in by_index)


def within(workspace: Workspace, department: Department) -> tuple[Department, ...]:
    """Return the departments whose folders lie inside that of `department`, however deep."""
    own = department.inside[:1]
    return tuple(other for other in workspace.departments if any(index is own[0] for index in other.inside[1:] if own))
