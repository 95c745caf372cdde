"""The settings of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rules measure against. `today` decides what is overdue or expired.

    `widest_span` is the largest number of people that one person leads directly, by level of the superior.
    The figures widen from top to bottom as in Urwick's and later counts (about 5 to 8 at the top, 15 to 20 in
    the first line), with room to spare, because a finding must be worth acting on.
    `most_duties` are top-level duties of a post, `longest_duty` characters of one sentence, `most_actions` things that one
    sentence may ask for, from which number on it is several duties. `glossary` gives the word that the team wants and those that
    it replaces; `required` the fields that a post must have, by level, in their English spelling.
    """

    today: date
    fewest_kpis: int = 3
    most_kpis: int = 7
    most_duties: int = 12
    longest_duty: int = 80
    most_actions: int = 3
    glossary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"director": ("authorities",), "manager": ("authorities",)}
    )
    widest_span: Mapping[str, int] = field(default_factory=lambda: {"director": 10, "manager": 15, "supervisor": 20, "staff": 20})
