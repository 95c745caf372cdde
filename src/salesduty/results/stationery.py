"""What a paper is set with: templates, a theme, fonts."""

from __future__ import annotations

from dataclasses import dataclass, field

from salesduty.results.templates import Templates
from salesduty.results.theme import Theme


@dataclass(frozen=True)
class Stationery:
    """The templates and the look of documents; `fonts` are folders in which a format that embeds fonts looks first."""

    templates: Templates
    theme: Theme = field(default_factory=Theme)
    fonts: tuple[str, ...] = ()
