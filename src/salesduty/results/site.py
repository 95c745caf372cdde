"""A department as a page to search and click through, and the page that leads to all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesduty.results.drawing import Drawing
from salesduty.results.finding import Severity
from salesduty.results.paper import Matrix, Paper


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, in words for a reader: what is wrong, what to do, by which rule, and `place`, the file and line."""

    severity: Severity
    message: str
    fix: str
    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: what `kind` of thing it is, how it is called, what it says, whose it is, and its anchor."""

    kind: str
    title: str
    text: str
    within: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """A department: its handbook, its chart in as many drawings as it takes, who has what to do with what, and what was found.

    `notes` are all findings, each with the anchors of the paper that it is about; none means the department as a whole.
    `figures` are words with counts, told at the top. `open` are the anchors of the rows of `matrix` that nobody holds though
    somebody should. `home` is the way from the page to the index of its site, empty for a page alone.
    """

    name: str
    paper: Paper
    drawings: tuple[Drawing, ...] = ()
    matrix: Matrix | None = None
    open: frozenset[str] = frozenset()
    notes: tuple[tuple[Note, tuple[str, ...]], ...] = ()
    figures: tuple[tuple[str, int], ...] = ()
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    home: str = ""

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the gravest first."""
        return {kind: sum(note.severity is kind for note, _ in self.notes) for kind in sorted(Severity, reverse=True)}


@dataclass(frozen=True, slots=True)
class Index:
    """All pages of a site, each with the name of its file, as in `general/销售部岗位责任制.html`."""

    pages: tuple[tuple[str, Page], ...]
