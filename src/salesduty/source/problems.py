"""What can be wrong with a file before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_BYTES = 10_000_000
"""A larger file is not read: 10 MB is about two thousand post descriptions."""
MOST_VALUES = 1_000_000
"""More keys and values than this are refused; a file of MOST_BYTES that people wrote holds about 700,000."""
MOST_DEPTH = 100
"""Deeper nesting is refused; ten levels of duties need about thirty."""
MOST_ALIASED = 20_000
"""How many values the aliases of one file may add to it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the text: what kind, between which characters (counted from 0), with which words."""

    kind: str
    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)


class Unreadable(Exception):
    """The rest of the text cannot be read; carries the problem. Never leaves this package."""

    def __init__(self, kind: str, start: int, end: int, **values: object) -> None:
        super().__init__(kind)
        self.problem = Problem(kind, start, end, values)
