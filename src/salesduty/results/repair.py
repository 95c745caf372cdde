"""What would mend a finding, told in terms of the model; the text edits are worked out from it when they are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.place import Place, Span
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
    """Another value, `words`, for the whole scalar at `at`, or another name for its key where `at` is on the key.

    A number that is put over a percentage keeps its sign: 40 over `30%` is written `40%`.
    """

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


@dataclass(frozen=True, slots=True)
class Retype:
    """Other characters in a file that cannot be read as it is: those from `start` up to `end` of its text, from 0.

    It is done only where the file can be read afterwards.
    """

    at: Place
    start: int
    end: int
    words: str


Step = Substitute | Put | Add | MoveLast | Retype


@dataclass(frozen=True, slots=True)
class Repair:
    """What would be done, in words and in steps, all of them in one file, and all or none.

    `safe` tells that no meaning is lost or changed by it, so that `--fix` may do it without being asked twice.
    """

    what: Text
    steps: tuple[Step, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class TextEdit:
    """`words` instead of the characters of `span`: what a program needs to do a repair by itself."""

    file: str
    span: Span
    words: str
