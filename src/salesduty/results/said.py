"""A text of a document that the model says itself, and where it says it."""

from __future__ import annotations


class Said(str):
    """A printed line that knows which text of the model it prints: a `str` like any other to whoever does not ask.

    `key` is the address and the field, as in `general/sales-manager/plan#text`; several lines of one text have the same
    key. What stands before `start` is a label of ours, as in `时限：`. Cutting or joining one gives a plain `str`.
    """

    __slots__ = ("key", "start")
    key: str
    start: int

    def __new__(cls, text: str, key: str, start: int = 0) -> Said:
        """Make the line `text` of the model's text `key`, of which the first `start` characters are not the model's."""
        line = super().__new__(cls, text)
        line.key = key
        line.start = start
        return line

    def __getnewargs__(self) -> tuple[str, str, int]:  # type: ignore[override]
        """Return what a copy, or a pickle that goes to another process, is made from."""
        return (str(self), self.key, self.start)
