"""What came of trying the rules of a team on their own examples."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.finding import Severity
from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class ProvedRule:
    """A rule, how many good and bad examples it has, and whether each holds."""

    code: str
    name: str
    severity: Severity
    good: int
    bad: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Proved:
    """The rules that could be understood, the files that were read, and what is wrong, each as `file:line:column` and why."""

    rules: tuple[ProvedRule, ...]
    files: tuple[str, ...]
    wrong: tuple[tuple[str, Text], ...] = ()
