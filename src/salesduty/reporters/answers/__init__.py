"""Answers to text: who holds a thing, what breaks when a post is empty. A new form is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.reporters.answers import absent, json, who
from salesduty.reporters.look import Look, Piece
from salesduty.results.answers import Absent, Who

WhoReporter = Callable[[Who, Look], Iterator[Piece]]
AbsentReporter = Callable[[Absent, Look], Iterator[Piece]]

WHO_REPORTERS: Mapping[str, WhoReporter] = {"text": who.report, "json": json.who}
ABSENT_REPORTERS: Mapping[str, AbsentReporter] = {"text": absent.report, "json": json.absent}
