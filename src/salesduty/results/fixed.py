"""What `--fix` has done, or would do."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.finding import Report
from salesduty.results.suggestion import Edited
from salesduty.results.wording import Text

ID = "id"
"""Stands for the code of a rule where an id was given, which no rule asks for."""


@dataclass(frozen=True, slots=True)
class Done:
    """One repair that was done in `file`, for which rule, and what it was."""

    file: str
    code: str
    name: str
    what: Text


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files as they are now, what was done in them, and the report on what is left.

    `more` is how many of these findings could be fixed too, if what is not safe were allowed. `writing` tells whether the
    files were to be written; `written` and `left` of each tell what became of it.
    """

    report: Report
    files: tuple[Edited, ...] = ()
    done: tuple[Done, ...] = ()
    more: int = 0
    writing: bool = False

    @property
    def written(self) -> tuple[Edited, ...]:
        """The files that were written, or would be."""
        return tuple(file for file in self.files if not file.left)

    def kept(self) -> tuple[Done, ...]:
        """Return what was done in the files that were written, or would be."""
        names = {file.file for file in self.written}
        return tuple(done for done in self.done if done.file in names)
