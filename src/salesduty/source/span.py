"""Where a value stands: on which lines, and on which path of keys and indices."""

from __future__ import annotations

from dataclasses import dataclass

Step = str | int
Path = tuple[Step, ...]
"""Field names and list indices (from 0) that lead to a value inside a file."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; lines and columns count from 1, columns in characters, the end is just past the last one."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def lines(self) -> range:
        """The lines that it stands on; what ends before the first character of a line does not stand on that one."""
        last = self.end_line - (self.end_column == 1 and self.end_line > self.line)
        return range(self.line, last + 1)


FIRST = Span(1, 1, 1, 1)
"""The very start of a file, where a finding about the whole file stands."""
