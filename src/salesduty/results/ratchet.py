"""What a team has recorded as held, and what has become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from salesduty.results.wording import Text

Kind = Literal["function", "step", "area"]
Outcome = Literal["made", "kept", "raised", "fallen"]
"""The record was not there and has been made; is as it was; holds more now; is broken and left as it was."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A responsibility that was held when it was recorded. `by` are the names of the posts, `group` that of the process."""

    address: str
    kind: Kind
    name: str
    group: str = ""
    by: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What it is known by: its address, or its name where the address is only a position."""
        head, _, last = self.address.rpartition("/")
        return (self.kind, head, self.name) if last.startswith("#") else (self.kind, self.address)


@dataclass(frozen=True, slots=True)
class Lost:
    """A recorded responsibility that is no longer held, or no longer declared."""

    department: str
    entry: Entry
    declared: bool


Record = Mapping[str, tuple[Entry, ...]]
"""The recorded responsibilities by department id."""


@dataclass(frozen=True, slots=True)
class Ratcheted:
    """What came of comparing a check with the record in the file called `file`."""

    file: str
    outcome: Outcome
    lost: tuple[Lost, ...] = ()
    gained: tuple[Entry, ...] = ()
    recorded: int = 0
    """How many responsibilities the file holds now."""


class BadRecord(Exception):
    """A record that cannot be understood: in which file, where in it, and what is wrong."""

    def __init__(self, file: str, what: Text, line: int = 0, column: int = 0) -> None:
        super().__init__(file)
        self.file = file
        self.what = what
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Compared:
    """A record set against what is held now."""

    record: Record
    lost: tuple[Lost, ...] = ()
    gained: tuple[Entry, ...] = field(default=())
