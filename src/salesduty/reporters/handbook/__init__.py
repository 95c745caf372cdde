"""The handbook of rules to text: for a terminal, for programs, for a page. A new form is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.reporters.handbook import json, markdown, text
from salesduty.reporters.look import Look, Piece
from salesduty.results.handbook import Answer

HandbookReporter = Callable[[Answer, Look], Iterator[Piece]]

HANDBOOK_REPORTERS: Mapping[str, HandbookReporter] = {"text": text.report, "json": json.report, "markdown": markdown.report}
