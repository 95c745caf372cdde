"""What would mend a finding, told in terms of the model; the text edits are worked out from it when they are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.place import Place
from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class Substitute:
    """Other words inside the sentence at `at`: the characters from `start` up to `end`, counted from 0 in its value."""

    at: Place
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Put:
    """Another value, `words`, for the whole scalar at `at`."""

    at: Place
    words: str


@dataclass(frozen=True, slots=True)
class Add:
    """A field `key`, in its English spelling, for the mapping or the sentence at `at`."""

    at: Place
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class MoveLast:
    """The list item at `at` goes behind all others of its list."""

    at: Place


Step = Substitute | Put | Add | MoveLast


@dataclass(frozen=True, slots=True)
class Repair:
    """What would be done, in words and in steps.

    `safe` tells that no meaning is lost or changed by it, so that `--fix` may do it without being asked twice.
    """

    what: Text
    steps: tuple[Step, ...]
    safe: bool = True
