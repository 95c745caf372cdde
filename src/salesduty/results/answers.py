"""Answers to a director's two questions: who holds this, and what breaks when this post is empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from salesduty.results.coverage import Part

BearerKind = Literal["duty", "step", "authority", "promise", "meeting", "system", "signal", "name"]
"""By what somebody holds a thing: a duty, a part that a step names, a power, what the department names them for, the
name of the post alone."""
MentionKind = Literal["function", "process", "step"]
Subject = Literal["matter", "area", "function", "step", "kpi", "post", ""]
"""What a question was taken for; empty where it was not understood in any department."""
BreakKind = Literal["deputy", "approval", "duty", "step", "promise", "check", "meeting", "system", "signal", "kpi", "team"]
Weight = Literal["money", "customer", "other"]
"""What something that breaks is about; money comes before customers, and these before everything else."""
Rest = Literal["nobody", "deputy", "colleagues"]
"""Whom something rests on that only this post does: nobody, its deputy, the others who hold the same post."""


@dataclass(frozen=True, slots=True)
class At:
    """Where something is written. `line` counts from 1; 0 means that it was not worked out."""

    file: str
    line: int
    address: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who holds a thing, and the sentence that says so.

    `post` is the address of the post, empty for somebody outside the department; `title` a short name of the duty or the
    step, `words` the words of `text` that tell it. `stated` is whether fields say it rather than the sentence.
    """

    part: Part
    name: str
    post: str
    kind: BearerKind
    title: str
    text: str
    words: str
    stated: bool
    confidence: float
    at: At


@dataclass(frozen=True, slots=True)
class Handed:
    """Who gets the result, is told, or takes over what cannot be settled."""

    way: Literal["to", "inform", "escalate"]
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A time limit or a rhythm (a name of the model, or the words of the sentence), and what it is for."""

    value: str
    about: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A post that is measured by a KPI, with its weight in hundredths where it is written."""

    name: str
    weight: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """A KPI and who carries it."""

    name: str
    target: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A function of the department or a step of a process in which a thing appears. `owner` answers for a process."""

    kind: MentionKind
    name: str
    group: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one department says to a question. `bearers` come by part, the surest first."""

    department: str
    name: str
    bearers: tuple[Bearer, ...]
    handed: tuple[Handed, ...] = ()
    limits: tuple[Timed, ...] = ()
    rhythms: tuple[Timed, ...] = ()
    measures: tuple[Measured, ...] = ()
    mentions: tuple[Mention, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether somebody does more than support it or hear of it."""
        return any(bearer.part not in ("support", "inform") for bearer in self.bearers)


@dataclass(frozen=True, slots=True)
class Near:
    """What comes nearest to a thing that nobody holds."""

    department: str
    bearer: Bearer


@dataclass(frozen=True, slots=True)
class Who:
    """Everything that was found about a question. `others` counts the departments that have nothing.

    `areas` are what the question was read as, by name; `nearest` and `suggestions` help where nobody holds it.
    """

    question: str
    subject: Subject
    areas: tuple[str, ...]
    answers: tuple[Answer, ...]
    others: int
    nearest: tuple[Near, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether anybody holds it."""
        return any(answer.is_held for answer in self.answers)


Doubt = Literal["none", "unknown", "itself", "inactive", "outside", "level", "busy", "limit", "half"]
"""What stands against a deputy: none is named, nobody is called so, it is the post itself, it does not exist yet, it is
no post of the department, it stands two levels lower, it stands in for several, it may not approve as much, it is the
other half of a check."""


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who stands in, and what stands against it. `duties` and `people` tell the load, `for_others` whom else it stands in for."""

    name: str
    duties: int = 0
    people: int | None = None
    for_others: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def can(self) -> bool:
        """Whether the deputy can take over at all; what it may not do besides is told thing by thing."""
        return not {"none", "unknown", "itself", "inactive", "outside", "level"}.intersection(self.doubts)


@dataclass(frozen=True, slots=True)
class Break:
    """Something that breaks, or rests on one deputy or on colleagues.

    `what` names it in short, `text` is its sentence, `limit` its time limit or amount, `who` are those concerned: who waits
    for `outputs`, who is left without a superior, who would be on both sides of a check. `why` tells kinds of one sort apart:
    of a step what is missing (`do`, `decide`, `review`), of a check `performers` or `half`, of a deputy the doubt.
    """

    kind: BreakKind
    weight: Weight
    rests_on: Rest
    what: str
    text: str = ""
    limit: str = ""
    who: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    why: str = ""
    at: At | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """What the absence of one person in a post means for its department; the gravest first.

    `people` is None where the headcount is not written; `active` tells whether the post exists today.
    """

    department: str
    department_name: str
    post: str
    name: str
    people: int | None
    active: bool
    deputy: Deputy
    breaks: tuple[Break, ...] = field(default=())

    @property
    def broken(self) -> tuple[Break, ...]:
        """What nobody takes over."""
        return tuple(each for each in self.breaks if each.rests_on == "nobody")


@dataclass(frozen=True, slots=True)
class Absent:
    """The absences of every post that is called so."""

    asked: str
    absences: tuple[Absence, ...]

    @property
    def breaks(self) -> bool:
        """Whether anything breaks."""
        return any(absence.broken for absence in self.absences)
