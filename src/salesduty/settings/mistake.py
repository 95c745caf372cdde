"""What is wrong with settings or with a file of rules that they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: in which file or option, on which line and column (from 1; 0 where that is not known), and what it is."""

    file: str
    what: Text
    line: int = 0
    column: int = 0

    @property
    def place(self) -> str:
        """The place as `file:line:column`, as far as it is known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


def in_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Return `mistakes` in the order of their places."""
    return tuple(sorted(mistakes, key=lambda mistake: (mistake.file, mistake.line, mistake.column)))


class BadSettings(Exception):
    """Settings that cannot be used; `mistakes` are all that were found, in the order of their places."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("; ".join(f"{mistake.place} {mistake.what.en}" for mistake in mistakes))
        self.mistakes = in_order(mistakes)
