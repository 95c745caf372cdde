"""What an existing document says about responsibilities, each text with the place it was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


class Quoted(str):
    """Words of a document, cut out of it as they stand: a `str` like any other to whoever does not ask where.

    `line` counts from 1: the line of a text file, the paragraph of a Word file, the row of a sheet. `where` says it in words
    where a number is not enough to find it, as in `Sheet1!B4`. Cutting or joining one gives a plain `str`.
    """

    __slots__ = ("line", "where")
    line: int
    where: str

    def __new__(cls, text: str, line: int, where: str = "") -> Quoted:
        """Make the words `text` that begin in `line`."""
        words = super().__new__(cls, text)
        words.line = line
        words.where = where
        return words

    def __getnewargs__(self) -> tuple[str, int, str]:  # type: ignore[override]
        """Return what a copy, or a pickle that goes to another process, is made from."""
        return (str(self), self.line, self.where)


@dataclass(frozen=True, slots=True)
class DraftDuty:
    """A duty, or a function of a department: the whole sentence with its heading, and what is below it.

    `title` is the heading again where there is one that can be told from the rest, `number` what the document counts it by
    (`（一）`, `8.1.2`, `职责一`), empty for none. `details` are what a table says of it in columns of their own: keys of the
    model's fields (`acceptance`, `cadence`, `sla`, `outputs`, `records`, `to`) with texts as written.
    """

    text: Quoted
    title: Quoted | None = None
    number: str = ""
    children: tuple[DraftDuty, ...] = ()
    details: tuple[tuple[str, Quoted], ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, DraftDuty]]:
        """Yield this duty and all below it in the order of the document, each with its depth from here."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class DraftKpi:
    """A KPI as a document has it. `weight` and `target` are as written (`30%`, `30 分`)."""

    name: Quoted
    weight: Quoted | None = None
    target: Quoted | None = None
    scoring: tuple[Quoted, ...] = ()
    definition: Quoted | None = None
    formula: Quoted | None = None
    source: Quoted | None = None
    cycle: Quoted | None = None
    kind: Quoted | None = None


@dataclass(frozen=True, slots=True)
class DraftStep:
    """A step of a process: what is done, by whom, to whom it goes, within what time."""

    name: Quoted
    text: Quoted | None = None
    do: tuple[Quoted, ...] = ()
    to: tuple[Quoted, ...] = ()
    sla: Quoted | None = None
    outputs: tuple[Quoted, ...] = ()
    children: tuple[DraftDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftProcess:
    """A process with its steps in order."""

    name: Quoted
    steps: tuple[DraftStep, ...] = ()
    purpose: Quoted | None = None


@dataclass(frozen=True, slots=True)
class DraftPost:
    """A post. `part` tells documents in one file apart; `department` is what the text names, not an id.

    Lists keep the order of the document. `qualifications` and `relations` map the English keys of the model's fields
    (`education`, `skills`, `other` …; `internal`, `external`) to texts. `name_inferred` says that no heading names the post.
    """

    name: Quoted
    part: str = ""
    department: Quoted | None = None
    name_inferred: bool = False
    aliases: tuple[Quoted, ...] = ()
    group: Quoted | None = None
    level: Quoted | None = None
    reports_to: tuple[Quoted, ...] = ()
    subordinates: tuple[Quoted, ...] = ()
    headcount: Quoted | None = None
    purpose: tuple[Quoted, ...] = ()
    duties: tuple[DraftDuty, ...] = ()
    authorities: tuple[DraftDuty, ...] = ()
    qualifications: tuple[tuple[str, Quoted], ...] = ()
    relations: tuple[tuple[str, Quoted], ...] = ()
    kpis: tuple[DraftKpi, ...] = ()
    deputy: Quoted | None = None
    rules: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftDepartment:
    """A department: what a document says of it besides its posts. `control` maps keys such as `version` to texts."""

    name: Quoted | None = None
    company: Quoted | None = None
    headcount: Quoted | None = None
    purpose: tuple[Quoted, ...] = ()
    control: Mapping[str, Quoted] = field(default_factory=dict)
    meetings: tuple[Quoted, ...] = ()
    promises: tuple[Quoted, ...] = ()
    rules: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Characters that became no value, and why: `reason` is a key of `results/reasons.py`."""

    text: str
    line: int
    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one document says. Every character of it is in a value, or in `left_out`.

    `size` counts the characters of the document that are no white space, `kind` is the format it was read as, `notes` are
    keys with words of what a person should know about the reading (`encoding: GB18030`, `macros`).

    A document that salesduty made itself says more than a draft has room for: `exact` is all of it, as data in the keys of a YAML
    file (`department`, `posts`, `processes`, `kpis`, `appraisal`), ids and references included. The draft is its outline then.
    """

    file: str
    kind: str
    size: int
    department: DraftDepartment
    posts: tuple[DraftPost, ...] = ()
    department_duties: tuple[DraftDuty, ...] = ()
    processes: tuple[DraftProcess, ...] = ()
    kpis: tuple[DraftKpi, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    exact: Mapping[str, Any] | None = None
