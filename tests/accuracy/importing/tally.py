"""What was found, missed and too much, by kind, for one document or for all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from accuracy.importing.values import share

KINDS = (
    "posts",
    "duties",
    "duties anywhere",
    "nesting",
    "department duties",
    "qualifications",
    "authorities",
    "kpi fields",
    "facts",
    "steps",
    "promises",
)


@dataclass(slots=True)
class Tally:
    """What was found, missed and too much of one kind; the texts are kept for those who look into it."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.missed + other.missed, self.extra + other.extra)

    @property
    def labelled(self) -> int:
        return self.found + len(self.missed)

    @property
    def precision(self) -> float:
        """The share of what was imported that is labelled."""
        return share(self.found, self.found + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of what is labelled that was imported."""
        return share(self.found, self.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return share(2 * self.precision * self.recall, self.precision + self.recall, nothing=0.0)


@dataclass(slots=True)
class Score:
    """How one document, or all together, were read: a tally a kind; noise let in; and whether no character got lost."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    noise: Tally = field(default_factory=Tally)
    """`extra` is the noise let in, `found` counts the noise kept out."""
    strange: Tally = field(default_factory=Tally)
    """`extra` is what resembles nothing in the label, `found` counts the other imported items."""
    lost: Counter[str] = field(default_factory=Counter)
    characters: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            {kind: self.kinds[kind] + other.kinds[kind] for kind in KINDS},
            self.noise + other.noise,
            self.strange + other.strange,
            self.lost + other.lost,
            self.characters + other.characters,
        )

    def figures(self) -> dict[str, float]:
        """Return the figures that are kept and compared; shares, rounded to three digits."""
        return {
            **{kind: round(tally.f1, 3) for kind, tally in self.kinds.items()},
            "noise let in": round(self.noise_share, 3),
            "strange items": round(self.strange_share, 3),
            "conserved": round(self.conserved, 4),
        }

    @property
    def noise_share(self) -> float:
        """The share of the labelled noise that stands in some value."""
        return share(len(self.noise.extra), self.noise.found + len(self.noise.extra), nothing=0.0)

    @property
    def strange_share(self) -> float:
        """The share of the imported items that resemble nothing in the label."""
        return share(len(self.strange.extra), self.strange.found + len(self.strange.extra), nothing=0.0)

    @property
    def conserved(self) -> float:
        """The share of the characters that are in the result or in what was left out; 1 where the text is not known."""
        return 1 - share(self.lost.total(), self.characters, nothing=0.0)
