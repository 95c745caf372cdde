"""Who holds what: the map that a check of gaps and overlaps draws, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from salesduty.results.finding import Report
from salesduty.results.wording import Text

Part = Literal["decide", "do", "review", "support", "inform"]
"""What a post has to do with a thing: it decides, does, reviews, supports, or is told."""
PARTS: tuple[Part, ...] = ("decide", "do", "review", "support", "inform")
PART_NAMES: Mapping[Part, Text] = {
    "decide": Text("决定", "decides"),
    "do": Text("执行", "does"),
    "review": Text("审核", "reviews"),
    "support": Text("协助", "supports"),
    "inform": Text("知会", "is told"),
}
"""What each part is called."""
State = Literal["owned", "supported-only", "gap", "optional"]
"""`optional` is an area that nothing requires and nobody holds."""
RACI: Mapping[Part, str] = {"decide": "A", "do": "R", "review": "C", "support": "S", "inform": "I"}
"""The letters of the matrix: accountable, responsible, consulted before it goes on, supports, informed."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A duty, or a role in a step, by which a post holds something.

    `address` is of the duty (of the post where a step names it), `post` of the post, `name` what the post is called.
    `text` is the sentence, `words` the words that it was recognised by, `confidence` 0 to 1; 1 is written in a field.
    """

    address: str
    post: str
    name: str
    part: Part
    action: str
    confidence: float
    text: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that may have to be held: an area of the taxonomy, a declared function, a step of a process.

    `area` is the id of the area, function or step, `group` the name of the process for a step. `areas` are the
    areas that a function or a step was read as. `ladder` names the posts of several levels that hold it one above
    the other, the highest first, as in 销售总监 制定 → 大区经理 分解; empty where there are not several levels.
    """

    department: str
    kind: Literal["area", "function", "step"]
    area: str
    name: str
    required: bool
    state: State
    holders: tuple[Holder, ...] = ()
    group: str = ""
    areas: tuple[str, ...] = ()
    ladder: tuple[str, ...] = ()
    address: str = ""

    def parts(self, post: str) -> tuple[Part, ...]:
        """Return what the post at the address `post` has to do with this, the weightiest first."""
        held = {holder.part for holder in self.holders if holder.post == post}
        return tuple(part for part in PARTS if part in held)


@dataclass(frozen=True, slots=True)
class Chart:
    """The map of one department: its rows, and its posts (address, name, level or empty) in order."""

    department: str
    name: str
    posts: tuple[tuple[str, str, str], ...]
    rows: tuple[Row, ...]

    @property
    def owned(self) -> int:
        """How many of the required rows are owned."""
        return sum(row.required and row.state == "owned" for row in self.rows)

    @property
    def required(self) -> int:
        """How many rows are required."""
        return sum(row.required for row in self.rows)


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: findings ranked by consequence, and a map for each reported department."""

    report: Report
    charts: tuple[Chart, ...] = field(default=())
    unread: tuple[str, ...] = ()
    """The files of which a post or everything was left out, because it could not be read: the outcome is incomplete."""
