"""The few fields that are worth asking about, as edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from salesduty.results.place import Span
from salesduty.results.wording import Text

Asked = Literal["gap", "overlap", "unread"]
"""A duty that may fill a gap, a duty that may be one of an overlap, a function or step whose name cannot be read."""
Why = Literal["alias", "lines", "taken", "nowhere", "unsure", "encoding", "changed", "unwritable", ""]
"""Why a file is left alone: see `source.edit`; its encoding cannot be kept; it has changed meanwhile; it may not be written."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing or several to write on one line of the design: `added` are the fields by their English keys.

    `added` is empty where only a person can know the value. `left` says why there is no edit, if there is none.
    `settles` are the messages of the findings that hang on the answer.
    """

    asked: Asked
    file: str
    span: Span
    address: str
    text: str
    added: Mapping[str, str]
    reason: Text
    otherwise: Text
    settles: tuple[Text, ...] = ()
    left: Why = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """A file as it would be: `diff` is a unified diff, `written` whether it has been written, `left` why not."""

    file: str
    before: str = field(repr=False)
    after: str = field(repr=False)
    diff: str = ""
    written: bool = False
    left: Why = ""


@dataclass(frozen=True, slots=True)
class Suggested:
    """All suggestions, those that settle the gravest first; `untried` is how many more questions were not looked into."""

    suggestions: tuple[Suggestion, ...]
    files: tuple[Edited, ...] = ()
    untried: int = 0
    writing: bool = False
