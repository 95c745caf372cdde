"""Fields that stand in a file with nothing behind them."""

from __future__ import annotations

from salesduty.model.fields import spellings
from salesduty.results.place import Place
from salesduty.workspace.entities import Department


def left_blank(department: Department, at: Place) -> bool:
    """Tell whether the file of `at` leaves a field of that name empty; STR015 says so where it stands."""
    name = at.path[-1]
    blank = (
        str(problem.values["key"])
        for file in department.files
        if file.name == at.file
        for problem in file.problems
        if problem.kind == "empty-value"
    )
    return any(name == key or name in spellings().get(key, ()) for key in blank)
