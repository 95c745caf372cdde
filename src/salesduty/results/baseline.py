"""What a team has recorded as found before, so that only what is new is reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from salesduty.results.finding import Report
from salesduty.results.ratchet import BadRecord

Outcome = Literal["kept", "shrunk", "refused"]
"""The baseline is as it was; is smaller now, because findings are gone; would be, but cannot be written."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A finding, or `count` of the same kind, that was there when the baseline was written.

    `fingerprint` is what it is known by. `file`, relative to the folder of the baseline, tells which run may find it gone;
    `code`, `address` and `message` tell a reviewer what it is.
    """

    code: str
    address: str
    file: str
    message: str
    fingerprint: str
    count: int = 1


Baseline = tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class Baselined:
    """A report without what the baseline in `file` holds, and what became of the baseline.

    `hidden` findings are in it, `gone` were in it and are there no more, `left` it holds now.
    """

    report: Report
    file: str
    outcome: Outcome
    hidden: int = 0
    gone: int = 0
    left: int = 0


class BadBaseline(BadRecord):
    """A baseline that cannot be understood."""


class NoBaseline(Exception):
    """A baseline that does not exist."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file
