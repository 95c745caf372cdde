"""Findings: what a check found, ready to be reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import blake2b

from salesduty.results.place import Span
from salesduty.results.repair import Repair, TextEdit
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
    with, `about` the field inside the addressed thing that the finding is about, or what kind of trouble it is,
    `consequence` how much depends on it where findings are ranked, `repair` what `--fix` would do and
    `edits` the same as places of the text, where they have been worked out (`toolkit.repairs.with_edits`).
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
    about: str = ""
    consequence: int = 0
    repair: Repair | None = None
    edits: tuple[TextEdit, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash that stays when lines move, sentences change or other names are suggested: 16 hexadecimal digits."""
        rests_on = [f"{key}={value}" for key, value in sorted(self.evidence.items()) if _is_fact(key, value)]
        hashed = "\0".join((self.code, self.address, self.about, *rests_on))
        return blake2b(hashed.encode(errors="replace"), digest_size=8).hexdigest()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key that findings are sorted by."""
        return (self.file, self.span.line, self.span.column, self.code, self.message.zh)


def _is_fact(key: str, value: object) -> bool:
    """Whether an evidence value comes from the file; sentences and suggestions come from salesduty."""
    return key != "near" and not isinstance(value, Text)


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
