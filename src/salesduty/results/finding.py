"""Findings: what a check found, ready to be reported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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


_FIGURE = re.compile(r"[-+]?[0-9.,]+%?")

INFO, WARNING, ERROR = Severity.info, Severity.warning, Severity.error


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding rests on, and what it says there."""

    file: str
    span: Span
    address: str
    message: Text


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places that a finding is about."""

    file: str
    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with the place, the words and the remedy.

    `excerpt` is the source line that `span` starts on, `evidence` the values that the message was filled
    with, `about` the field inside the addressed thing that the finding is about, or what kind of trouble it is,
    `consequence` how much depends on it where findings are ranked, `repair` what `--fix` would do, `identity` the address
    with the words of what has no id in place of its position, so that it stays when something is put before it, and
    `edits` what `repair` does as places of the text, where they have been worked out (`toolkit.repairs.with_edits`).
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
    identity: str = ""
    edits: tuple[TextEdit, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash that stays when lines move, messages change or other names are suggested: 16 hexadecimal digits.

        It stays too when figures change (a sum that is wrong by less is still wrong) and when something without an id is put
        before what it is about. A sentence that is rewritten has another one.
        """
        rests_on = [f"{key}={value}" for key, value in sorted(self.evidence.items()) if _is_fact(key, value)]
        hashed = "\0".join((self.code, self.identity or self.address, self.about, *rests_on))
        return blake2b(hashed.encode(errors="replace"), digest_size=8).hexdigest()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key that findings are sorted by."""
        return (self.file, self.span.line, self.span.column, self.code, self.message.zh)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The places that the finding is about: an overlap, or two duties in one hand, lies on every side."""
        two_sided = self.code.startswith(("OVL", "SOD"))
        others = (Side(related.file, related.span, related.address) for related in self.related if two_sided)
        return (Side(self.file, self.span, self.address), *others)


def _is_fact(key: str, value: object) -> bool:
    """Whether an evidence value is what was found; sentences and suggestions come from salesduty, figures say how much."""
    if key == "near" or isinstance(value, (Text, int, float)):
        return False
    if isinstance(value, (list, tuple)):
        return not any(isinstance(item, Text) for item in value)
    return not isinstance(value, str) or _FIGURE.fullmatch(value) is None


@dataclass(frozen=True, slots=True)
class Scope:
    """How far a run looked: which files were reported, which rules ran, whether these were all files, which could not be read.

    `lacking` tells that some file, or a whole post or process in it, had to be left out, so that findings may be missing.
    """

    files: frozenset[str]
    rules: frozenset[str]
    whole: bool = True
    unread: tuple[str, ...] = ()
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, sorted by file and line, and how much was looked at."""

    findings: tuple[Finding, ...]
    departments: int = 0
    posts: int = 0
    files: int = 0
    scope: Scope | None = field(default=None, compare=False, repr=False)

    def count(self, severity: Severity) -> int:
        """Return the number of findings of just this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def at_least(self, severity: Severity) -> Report:
        """Return the report without what is less severe than `severity`."""
        return self.only(tuple(finding for finding in self.findings if finding.severity >= severity))

    def only(self, findings: tuple[Finding, ...]) -> Report:
        """Return the report with just these findings."""
        return replace(self, findings=findings)

    def part(self, findings: tuple[Finding, ...]) -> Report:
        """Return the report with these findings, which are a part: what is not among them may be there all the same."""
        scope = replace(self.scope, files=frozenset(), whole=False) if self.scope is not None else None
        return replace(self, findings=findings, scope=scope)
