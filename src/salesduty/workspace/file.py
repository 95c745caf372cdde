"""One file as it was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from salesduty.model.document import Document
from salesduty.model.fields import spellings
from salesduty.model.reading import Reading
from salesduty.results.place import Path, Place, Span
from salesduty.source.node import Lines, Places
from salesduty.source.parse import locate
from salesduty.source.problems import Problem


@dataclass(frozen=True)
class File:
    """A file of the workspace. `folder` are the folders from the root of the workspace to it.

    `text` is None where the bytes are no text; `reading` is empty where the text is no YAML. `readable` tells
    whether the whole text was understood as YAML, `roles` whether it says anything that salesduty knows,
    `reported` whether findings in it are wanted or it was only loaded for others to refer to.
    """

    name: str
    folder: tuple[str, ...] = ()
    text: str | None = None
    reading: Reading = field(default_factory=lambda: Reading(Document()))
    problems: tuple[Problem, ...] = ()
    readable: bool = True
    roles: bool = True
    reported: bool = True
    partial: str = ""
    """What can be shown of bytes that are no text or too many, so that a finding has a line and names in them are known."""
    later: Callable[[], str | None] | None = field(default=None, repr=False, compare=False)
    """Gives the text of a file that is known by its outline only."""

    @property
    def document(self) -> Document:
        """What the file says, as far as it can be understood."""
        return self.reading.document

    @cached_property
    def places(self) -> Places:
        """Where everything stands; worked out at the first question, because most files have nothing to say."""
        text = self.later() if self.later is not None else self.text
        return locate(text) if text is not None else Places(Lines(self.partial), None)

    def span(self, place: Place) -> Span:
        """Return the lines and columns of `place`."""
        path = self.reading.in_file(place.path)
        return self._in_split(path) or self.places.span(path, spellings(), on_key=place.on_key)

    def _in_split(self, path: Path) -> Span | None:
        """The place of a share that is written as `split: {post: share}`, where the path of the model says split, 0, post."""
        if len(path) < 3 or path[-3] != "split" or not isinstance(path[-2], int):
            return None
        return self.places.pair(path[:-2], spellings(), path[-2], on_key=path[-1] == "post")

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1."""
        return self.places.lines.line(number)
