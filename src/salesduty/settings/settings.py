"""The settings of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from salesduty.settings.paths import Base
from salesduty.settings.selection import Selection


@dataclass(frozen=True, slots=True)
class RulesFile:
    """A file of a team's own rules: its name for people, and its bytes."""

    name: str
    data: bytes


Place = tuple[str, int, int]
"""A file, or an option, with line and column; these are 0 where they are not known."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rules measure against. `today` decides what is overdue or expired.

    `widest_span` is the largest number of people that one person leads directly, by level of the superior.
    The figures widen from top to bottom as in Urwick's and later counts (about 5 to 8 at the top, 15 to 20 in
    the first line), with room to spare, because a finding must be worth acting on.
    `most_duties` are top-level duties of a post, `longest_duty` characters of one sentence, `most_actions` things that one
    sentence may ask for, from which number on it is several duties. `required` are the fields that a post must have, by level,
    in their English spelling.
    `most_doers` may do one step without a word on who does which part. `most_decided` is the largest share of the steps of a
    department that one post may decide, asked from `fewest_decisions` steps on.
    In a department of at most `fewest_posts_to_separate` posts, work that should be kept apart is a note instead of a warning.
    Targets of people may exceed that of the team by the share `targets_over` before it is told; to fall short of it never may.

    `glossary` are the words that a team writes, each with the other words for the same thing that it does not want to see.
    `profile` is that of departments that name none; `profiles` says so by the files that they are declared in, as globs,
    the first that holds. `team` are files of rules that the team has written itself.
    """

    today: date
    fewest_kpis: int = 3
    most_kpis: int = 7
    most_duties: int = 12
    longest_duty: int = 80
    most_actions: int = 3
    most_doers: int = 2
    most_decided: float = 0.7
    fewest_decisions: int = 10
    fewest_posts_to_separate: int = 3
    targets_over: float = 0.3
    required: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"director": ("authorities",), "manager": ("authorities",)}
    )
    widest_span: Mapping[str, int] = field(default_factory=lambda: {"director": 10, "manager": 15, "supervisor": 20, "staff": 20})
    glossary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    profile: str = ""
    profiles: tuple[tuple[str, str], ...] = ()
    selection: Selection = field(default_factory=Selection)
    base: Base = field(default_factory=Base)
    team: tuple[RulesFile, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    """Where the words stand that name rules or profiles, for telling which of them is unknown."""
