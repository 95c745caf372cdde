"""What the process of a template from outside may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for each document, and `bytes` of memory for the whole process."""

    seconds: float = 60
    bytes: int = 2**30

    def for_posts(self, count: int) -> Limits:
        """Return limits that grow with a department of `count` posts: measured, 0.1 s and 0.8 MB for each, doubled and more."""
        return Limits(self.seconds + count * 0.3, self.bytes + count * 2**21)
