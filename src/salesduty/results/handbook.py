"""The handbook of rules: entries, sections and what a question about rules is answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from salesduty.results.finding import Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text

Command = Literal["lint", "check"]
Mending = Literal["no", "safe", "unsafe"]
"""Whether `--fix` does it, and then whether it has to be told `--unsafe-fixes`."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a rule says about an example, and where. `fix` is there where it depends on what is wrong."""

    file: str
    span: Span
    message: Text
    fix: Text | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """An example: its files, each a name and a text, and all that the rule says about them."""

    files: tuple[tuple[str, str], ...]
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A rule on one line; `says` is its message as the first bad example has it."""

    code: str
    name: str
    severity: Severity
    says: Text


@dataclass(frozen=True, slots=True)
class Entry(Line):
    """All that the handbook has on a rule.

    `fix` is None where the remedy depends on what is wrong; then every mark has its own. `hits` of the rule on real texts were
    read, and `right` of them were faults; both are 0 where nobody measured. `thresholds` are the settings that the rule goes by.
    """

    family: str
    commands: tuple[Command, ...]
    why: Text
    fix: Text | None
    bad: tuple[Shown, ...]
    good: tuple[Shown, ...]
    source: Text | None = None
    hits: int = 0
    right: int = 0
    mending: Mending = "no"
    thresholds: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A family of rules; `entries` are lines or whole entries, `count` is how many rules it has."""

    prefix: str
    title: Text
    about: Text
    count: int
    entries: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, and what the handbook has on it: one entry, or the best hits, or sections."""

    asked: str
    entries: tuple[Entry, ...] = ()
    hits: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()
