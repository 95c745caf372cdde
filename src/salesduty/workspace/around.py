"""Which departments lie within another."""

from __future__ import annotations

from salesduty.workspace.entities import Department, Workspace


def within(workspace: Workspace, department: Department) -> tuple[Department, ...]:
    """Return the departments whose folders lie inside that of `department`, however deep."""
    return tuple(other for other in workspace.departments if any(outer is department for outer in other.outer))
