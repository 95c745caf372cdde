"""A check to text: the map of who holds what, then the findings. A new form is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.reporters.catalogue import REPORTERS
from salesduty.reporters.checks import json, text
from salesduty.reporters.look import Look, Piece, Reporter
from salesduty.results.coverage import Checked

CheckReporter = Callable[[Checked, Look], Iterator[Piece]]


def _findings_by(report: Reporter) -> CheckReporter:
    """The findings alone, as lint reports them: a map has no line in a pull request."""
    return lambda checked, look: report(checked.report, look)


CHECK_REPORTERS: Mapping[str, CheckReporter] = {
    **{form: _findings_by(report) for form, report in REPORTERS.items()},
    "text": text.report,
    "json": json.report,
}
