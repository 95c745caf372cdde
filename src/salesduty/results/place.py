"""Where something stands: in which file, on which path, on which lines."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.source.span import FIRST, Path, Span, Step

__all__ = ["FIRST", "Path", "Place", "Span", "Step"]


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
