"""What is being built: like a draft, of passages, and not yet finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from salesduty.intake.noise import Put
from salesduty.intake.passage import EMPTY, Passage


@dataclass(slots=True)
class DutyPart:
    """A duty on its way into `DraftDuty`. `details` are what columns of its own say, by the keys of the model's fields."""

    text: Passage
    title: Passage = EMPTY
    mark: Passage = EMPTY
    label: str = ""
    children: list[DutyPart] = field(default_factory=list)
    details: list[tuple[str, Passage]] = field(default_factory=list)

    def passages(self) -> Iterator[Passage]:
        """Yield all that it claims."""
        yield from (self.text, self.title, self.mark)
        yield from (each for _, each in self.details)
        for child in self.children:
            yield from child.passages()


@dataclass(slots=True)
class KpiPart:
    """A KPI on its way: `fields` by the names of `DraftKpi`."""

    name: Passage
    fields: dict[str, Passage] = field(default_factory=dict)
    scoring: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class StepPart:
    """A step of a process on its way: `fields` by the names of `DraftStep`."""

    name: Passage
    fields: dict[str, list[Passage]] = field(default_factory=dict)
    children: list[DutyPart] = field(default_factory=list)


@dataclass(slots=True)
class ProcessPart:
    """A process on its way."""

    name: Passage
    steps: list[StepPart] = field(default_factory=list)
    purpose: Passage = EMPTY


@dataclass(slots=True)
class PostPart:
    """A post on its way: `fields` by the names of `DraftPost` for whatever is words alone."""

    name: Passage
    part: str = ""
    name_inferred: bool = False
    fields: dict[str, list[Passage]] = field(default_factory=dict)
    duties: list[DutyPart] = field(default_factory=list)
    authorities: list[DutyPart] = field(default_factory=list)
    qualifications: list[tuple[str, Passage]] = field(default_factory=list)
    relations: list[tuple[str, Passage]] = field(default_factory=list)
    kpis: list[KpiPart] = field(default_factory=list)


@dataclass(slots=True)
class Built:
    """All that was built of one document, and what of its words became structure or was put aside."""

    posts: list[PostPart] = field(default_factory=list)
    department: dict[str, list[Passage]] = field(default_factory=dict)
    functions: list[DutyPart] = field(default_factory=list)
    processes: list[ProcessPart] = field(default_factory=list)
    kpis: list[KpiPart] = field(default_factory=list)
    aside: list[Put] = field(default_factory=list)
