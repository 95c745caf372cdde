"""Findings: what a check found, ready to be reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import blake2b

from salesduty.results.place import Span
from salesduty.results.wording import Text


class Severity(IntEnum):
    """How much a finding matters: worth knowing, somebody must act, contradictory or unusable."""

    info = 1
    warning = 2
    error = 3


INFO, WARNING, ERROR = Severity.info, Severity.warning, Severity.error


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding rests on, and what it says there."""

    file: str
    span: Span
    address: str
    message: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with the place, the words and the remedy.

    `excerpt` is the source line that `span` starts on, `evidence` the values that the message was filled
    with, `path` the field inside the addressed thing that the finding is about.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    fix: Text
    file: str
    span: Span
    address: str
    excerpt: str = ""
    related: tuple[Related, ...] = ()
    evidence: Mapping[str, object] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """A hash that stays when lines move or words of the message change: 16 hexadecimal digits."""
        rests_on = "\0".join(f"{key}={self.evidence[key]}" for key in sorted(self.evidence))
        return blake2b(f"{self.code}\0{self.address}\0{rests_on}".encode(errors="replace"), digest_size=8).hexdigest()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key that findings are sorted by."""
        return (self.file, self.span.line, self.span.column, self.code, self.message.zh)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, sorted by file and line, and how much was looked at."""

    findings: tuple[Finding, ...]
    departments: int = 0
    posts: int = 0
    files: int = 0

    def count(self, severity: Severity) -> int:
        """Return the number of findings of just this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def at_least(self, severity: Severity) -> Report:
        """Return the report without what is less severe than `severity`."""
        kept = tuple(finding for finding in self.findings if finding.severity >= severity)
        return Report(kept, self.departments, self.posts, self.files)
