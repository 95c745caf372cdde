"""What a rule says of itself, for reports that carry the explanation along."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.finding import Severity
from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class About:
    """A rule by its name and its usual severity: why it matters and what to do, in whole sentences."""

    name: str
    severity: Severity
    why: Text
    fix: Text
