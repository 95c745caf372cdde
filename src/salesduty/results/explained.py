"""How one duty was read: every field with what it rests on, what it covers, and how it stands to other duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from salesduty.results.coverage import Part, State
from salesduty.results.place import Span
from salesduty.results.wording import Text

Characters = tuple[int, int]
"""From which character of the sentence up to which, counted from 0; two equal ones where no word tells."""
Source = Literal["written", "sentence", "title", "post", "usual"]
"""Whether a value stands in its field, or was told by the sentence, by its title, by the name of the post, or by nothing."""
Role = Literal["main", "purpose", "input"]


@dataclass(frozen=True, slots=True)
class Told:
    """A field as read; `field` is its key. `certainty` is 0 to 1, and 1 for what is written."""

    field: str
    value: Text
    certainty: float
    source: Source
    span: Characters = (0, 0)
    words: str = ""


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause as read. `area` is empty where the words tell none; `others` are areas that may be meant as well."""

    role: Role
    words: str
    span: Characters
    area: str
    name: str
    action: Text
    certainty: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covers:
    """A function, step or required area that the duty holds, alone or with others."""

    kind: Literal["function", "step", "area"]
    name: str
    group: str
    address: str
    part: Part
    confidence: float
    state: State


@dataclass(frozen=True, slots=True)
class Compared:
    """Another duty that is the same responsibility, or another level of it; `why` is the kind of reason."""

    relation: Literal["conflict", "layered"]
    post: str
    address: str
    text: str
    why: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Explained:
    """One duty: `read` are its fields in the order of the model, `met` is how many duties it was compared with."""

    department: str
    post: str
    address: str
    file: str
    span: Span
    text: str
    read: tuple[Told, ...]
    clauses: tuple[ClauseRead, ...]
    covers: tuple[Covers, ...]
    compared: tuple[Compared, ...]
    met: int
    title: str = ""
