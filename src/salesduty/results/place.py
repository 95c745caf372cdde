"""Where something stands: in a file, and on its lines."""

from __future__ import annotations

from dataclasses import dataclass

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A value inside a file: `path` are the field names and list indices (from 0) that lead to it.

    `on_key` points at the key that the value stands under instead of at the value.
    """

    file: str
    path: Path = ()
    on_key: bool = False

    def __truediv__(self, step: Step) -> Place:
        """Return the place one step further in: `place / "kpis" / 2`."""
        return Place(self.file, (*self.path, step))

    @property
    def key(self) -> Place:
        """The same place, pointing at the key."""
        return Place(self.file, self.path, on_key=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; lines and columns count from 1, columns in characters, the end is just past the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


FIRST = Span(1, 1, 1, 1)
"""The very start of a file, where a finding about the whole file stands."""
