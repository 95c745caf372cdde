"""A check to text: the map of who holds what, then the findings. A new form is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.reporters import github
from salesduty.reporters.checks import json, text
from salesduty.reporters.look import Look, Piece
from salesduty.results.coverage import Checked

CheckReporter = Callable[[Checked, Look], Iterator[Piece]]


def _annotations(checked: Checked, look: Look) -> Iterator[Piece]:
    """The findings alone: a map has no line in a pull request."""
    return github.report(checked.report, look)


CHECK_REPORTERS: Mapping[str, CheckReporter] = {"text": text.report, "json": json.report, "github": _annotations}
