"""The walk through a document: what each unit is, given what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from salesduty.intake.building.parts import Built, DutyPart, PostPart
from salesduty.intake.building.records import Records
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Put
from salesduty.intake.passage import Passage
from salesduty.intake.tables import Entry, Field, Record

_LONGEST_NAME = 20


def build(entries: Sequence[Entry], lexicon: Lexicon) -> Built:
    """Return what the entries of one document say."""
    walk = _Walk(lexicon)
    records = Records(walk.built, lexicon)
    for entry in entries:
        if isinstance(entry, Unit):
            walk.unit(entry)
        elif isinstance(entry, Record):
            walk.post = records.place(entry, walk.post)
        else:
            walk.field(entry)
    return walk.built


@dataclass(slots=True)
class _Walk:
    lexicon: Lexicon
    built: Built = field(default_factory=Built)
    post: PostPart | None = None
    section: str = ""
    open: list[tuple[int, DutyPart]] = field(default_factory=list)

    def field(self, field: Field) -> None:
        """Take in a label of a form with what is filled in."""
        if field.key == "name" and field.units:
            self.post = PostPart(field.units[0].body)
            self.built.posts.append(self.post)
        elif self.post is not None and field.key in ("department", "reports_to", "headcount", "level", "purpose"):
            self.post.fields.setdefault(field.key, []).extend(unit.body for unit in field.units)
        elif field.key:
            self.section = field.key
            self.open.clear()
            for unit in field.units:
                self.unit(unit)

    def unit(self, unit: Unit) -> None:
        """Take in the next unit."""
        if (key := self.lexicon.field(unit.body.text)) is not None:
            self.section = key
            self.open.clear()
            self.built.aside.append(Put(unit.body, "heading"))
        elif self._names_a_post(unit):
            self.post = PostPart(unit.body)
            self.built.posts.append(self.post)
            self.section = ""
            self.open.clear()
        elif self.post is None or not self.section:
            self.built.aside.append(Put(unit.body, "introduction"))
        elif self.section == "duties":
            self._duty(unit, self.post.duties)
        elif self.section in ("qualifications", "education", "experience", "skills", "traits", "certificates"):
            self.post.qualifications.append(("other" if self.section == "qualifications" else self.section, unit.body))
        elif self.section == "recruiting":
            self.built.aside.append(Put(unit.body, "recruiting"))

    def _duty(self, unit: Unit, top: list[DutyPart]) -> None:
        duty = DutyPart(unit.body, mark=unit.mark, label=unit.line.label)
        while self.open and self.open[-1][0] >= unit.depth:
            self.open.pop()
        (self.open[-1][1].children if self.open else top).append(duty)
        if unit.depth >= 0:
            self.open.append((unit.depth, duty))

    def _names_a_post(self, unit: Unit) -> bool:
        name: Passage = unit.body
        return len(name) <= _LONGEST_NAME and not unit.end.text.strip() and name.text.endswith(self.lexicon.endings)
