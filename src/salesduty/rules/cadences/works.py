"""Every duty and every step of a department, with whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.duty import Duty, Work
from salesduty.model.process import Step
from salesduty.results.place import Path, Place
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.workspace.entities import Department


@dataclass(frozen=True, slots=True)
class Written:
    """A duty or a step, where it stands, and the name of its post or process."""

    work: Work
    place: Place
    owner: str

    @property
    def name(self) -> str:
        """What it is called: a step by its name, a duty by its title or its sentence."""
        if isinstance(self.work, Step):
            return self.work.name
        title = self.work.title if isinstance(self.work, Duty) else None
        return title or self.work.text or ""

    @property
    def subject(self) -> Text:
        """How a message names it."""
        what, whose = quoted(self.name), quoted(self.owner)
        if isinstance(self.work, Step):
            return Text(f"流程{whose}的环节{what}", f"the step {what} of {whose}")
        return Text(f"{whose}的职责{what}", f"the duty {what} of {whose}")


def written(department: Department, field: str = "") -> Iterator[Written]:
    """Yield every duty of the posts that are not retired, however deep, and every step of every process, if it writes `field`."""
    for post in department.posts:
        if post.value.status != "retired":
            yield from _duties(post.value.duties, post.place.file, (*post.place.path, "duties"), post.value.name, field)
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            place = process / "steps" / index
            if not field or field in step.model_fields_set:
                yield Written(step, place, process.value.name)
            if step.duties:
                yield from _duties(step.duties, place.file, (*place.path, "duties"), process.value.name, field)


def _duties(duties: tuple[Duty, ...], file: str, path: Path, owner: str, field: str) -> Iterator[Written]:
    for index, duty in enumerate(duties):
        if not field or field in duty.model_fields_set:
            yield Written(duty, Place(file, (*path, index)), owner)
        if duty.duties:
            yield from _duties(duty.duties, file, (*path, index, "duties"), owner, field)
