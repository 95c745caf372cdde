"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesduty.results.finding import Severity
from salesduty.results.place import Place
from salesduty.results.repair import Repair
from salesduty.results.wording import Text
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Workspace

if TYPE_CHECKING:
    from salesduty.responsibility.responsibilities import Responsibilities


@dataclass(frozen=True, slots=True)
class Mention:
    """A second place that a hit rests on, and what it says there."""

    at: Place
    message: Text


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule found: where, the values for its message, and what else it rests on."""

    at: Place
    values: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Mention, ...] = ()
    severity: Severity | None = None
    """Where it is not that of the rule: an absence is less where nobody declared the need."""
    consequence: int = 0
    """How much depends on it, for ranking: money and customers before paper."""
    repair: Repair | None = None
    """What would mend it, where that can be told."""


@dataclass(frozen=True, slots=True)
class Example:
    """YAML that a rule is shown on: one file as text or bytes, or several by name.

    `finds` states every finding of the rule exactly, as `line:column message in Chinese`, with `name:` before
    it where there are several files.
    """

    files: str | bytes | Mapping[str, str | bytes]
    finds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What reading the hits of a rule by hand came to: `hits` were read, `right` of them are faults indeed."""

    hits: int
    right: int


DepartmentCheck = Callable[[Department, Settings], Iterator[Hit]]
Judgement = Callable[["Responsibilities", Settings], Iterator[Hit]]
CompanyJudgement = Callable[[Sequence["Responsibilities"], Settings], Iterator[Hit]]
WorkspaceCheck = Callable[[Workspace, Settings], Iterator[Hit]]
Wording = Callable[[Mapping[str, object]], Text]
"""Puts the values of a problem or mistake into words, where the sentence depends on them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `check` looks at one department, `check_workspace` at all, `kinds` names what reading a file found.

    `judge` looks at what the analysis makes of one department, `judge_company` at the departments of one company.

    `kinds` maps a kind of `Problem` or `Mistake` to the sentence that goes into the message as `{what}`, or to
    the function that makes it. `fixes` does so for the fix, as `{how}`, where it depends on the kind.
    `message` is filled with the values of the hit; `why` and `fix` are whole sentences. `source` tells where a practice
    comes from, where the rule claims one; `measured` how often a rule about wording was right on real texts.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    why: Text
    fix: Text
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    check: DepartmentCheck | None = None
    check_workspace: WorkspaceCheck | None = None
    judge: Judgement | None = None
    judge_company: CompanyJudgement | None = None
    kinds: Mapping[str, Text | Wording] = field(default_factory=dict)
    fixes: Mapping[str, Text | Wording] = field(default_factory=dict)
    source: Text | None = None
    measured: Measured | None = None
