"""What an analysis says of one department, as documents need it."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.coverage import Chart
from salesduty.results.finding import Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """The map of a department, and what is found in it, ranked: the findings of `check` and, where asked for, of `lint`.

    `unread` are files of the department of which a post or everything was left out, because it could not be read.
    """

    chart: Chart
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
