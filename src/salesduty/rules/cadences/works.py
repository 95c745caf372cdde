"""Every duty and every step of a department, with whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.duty import Duty, Work
from salesduty.model.process import Step
from salesduty.results.place import Place
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


def written(department: Department) -> Iterator[Written]:
    """Yield every duty of the posts that are not retired, however deep, and every step of every process."""
    for post in department.posts:
        if post.value.status != "retired":
            yield from _duties(post.value.duties, post / "duties", post.value.name)
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            place = process / "steps" / index
            yield Written(step, place, process.value.name)
            yield from _duties(step.duties, place / "duties", process.value.name)


def _duties(duties: tuple[Duty, ...], place: Place, owner: str) -> Iterator[Written]:
    for index, duty in enumerate(duties):
        yield Written(duty, place / index, owner)
        if duty.duties:
            yield from _duties(duty.duties, place / index / "duties", owner)
