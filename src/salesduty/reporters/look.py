"""What a reporter is told besides the report, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from salesduty.reporters.harmless import is_utf8
from salesduty.results.about import About
from salesduty.results.finding import WARNING, Report, Severity
from salesduty.results.wording import Lang

NARROWEST = 40
"""A narrower window gets lines of this many columns; it wraps them itself."""

Style = Literal["", "error", "warning", "info", "good", "place", "code", "strong", "quiet"]


class Piece(NamedTuple):
    """A stretch of text that looks the same throughout. The text holds no control characters but line ends."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Look:
    r"""How a report is to look: in which language, in how many columns, down to which severity.

    `encoding` is what the text will be written in: what it cannot write is written out as `\u…` before widths
    are measured. `version` is salesduty's own. `about` explains the rules by their codes, for reports that carry it along.
    """

    lang: Lang = "zh"
    width: int = 100
    show: Severity = WARNING
    encoding: str = "utf-8"
    version: str = ""
    about: Mapping[str, About] = field(default_factory=dict)

    @property
    def columns(self) -> int:
        """The columns that lines are fitted into."""
        return max(self.width, NARROWEST)

    @property
    def ascii_only(self) -> bool:
        """Whether text for programs has to do without everything but ASCII."""
        return not is_utf8(self.encoding)


Reporter = Callable[[Report, Look], Iterator[Piece]]


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text of `pieces` without their styles."""
    return "".join(piece.text for piece in pieces)
