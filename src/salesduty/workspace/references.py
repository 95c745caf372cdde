"""Every place where one thing names another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from salesduty.model.department import Department as Spec
from salesduty.model.duty import Duty, Work
from salesduty.model.kpi import Measure
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.results.place import Path, Place
from salesduty.workspace.placed import EVERYONE, Placed

if TYPE_CHECKING:
    from salesduty.workspace.entities import Department

Kind = Literal["party", "kpi", "authority", "system"]

_NAMING = frozenset(("from_", "to", "shared_with", "kpis", "systems", "authority", "duties"))
"""The fields of a duty that name something; most duties are a sentence and have none."""


class Reference(NamedTuple):
    """`ref` at `path` of `file` names a party, a KPI, an authority or a system.

    `post` is the post it stands in or, within a step of a process, the one that decides there, if any.
    """

    kind: Kind
    ref: str
    file: str
    path: Path
    post: Placed[Post] | None = None

    @property
    def place(self) -> Place:
        """Where it is written; made when somebody asks, because nearly all references are right."""
        return Place(self.file, self.path)


def references(department: Department) -> Iterator[Reference]:
    """Yield every reference that the files of `department` make."""
    if department.declared:
        yield from _of_spec(department.spec, department.place.file, department.place.path)
    for post in department.posts:
        yield from _of_post(post, post.place.file, post.place.path)
    for kpi in department.kpis:
        yield from _of_measure(kpi.value, kpi.place.file, kpi.place.path)
    for process in department.processes:
        yield from _of_process(process.value, process.place.file, process.place.path, department)
    for appraisal in department.appraisals:
        file, path = appraisal.place.file, appraisal.place.path
        for index, cycle in enumerate(appraisal.value.cycles):
            yield from _parties(cycle.posts, file, (*path, "cycles", index, "posts"), everyone=True)


def _of_spec(spec: Spec, file: str, path: Path) -> Iterator[Reference]:
    for index, function in enumerate(spec.functions):
        yield from _of_duties(function.duties, file, (*path, "functions", index, "duties"), None)
    for index, meeting in enumerate(spec.meetings):
        at = (*path, "meetings", index)
        yield from _party(meeting.chair, file, (*at, "chair"))
        yield from _parties(meeting.attendees, file, (*at, "attendees"), everyone=True)
    for index, system in enumerate(spec.systems):
        yield from _party(system.owner, file, (*path, "systems", index, "owner"))
    for index, promise in enumerate(spec.promises):
        yield from _party(promise.receiver, file, (*path, "promises", index, "receiver"))
    for index, signal in enumerate(spec.signals):
        at = (*path, "signals", index)
        yield from _party(signal.owner, file, (*at, "owner"))
        yield from _parties(signal.proposes, file, (*at, "proposes"))


def _of_post(placed: Placed[Post], file: str, path: Path) -> Iterator[Reference]:
    post = placed.value
    yield from _parties(post.reports_to, file, (*path, "reports_to"))
    yield from _parties(post.appraised_by, file, (*path, "appraised_by"))
    yield from _party(post.deputy, file, (*path, "deputy"))
    yield from _of_duties(post.duties, file, (*path, "duties"), placed)
    for index, kpi in enumerate(post.kpis):
        if kpi.ref is not None:
            yield Reference("kpi", kpi.ref, file, (*path, "kpis", index, "ref"), placed)
        yield from _of_measure(kpi, file, (*path, "kpis", index))


def _of_measure(measure: Measure, file: str, path: Path) -> Iterator[Reference]:
    for index, share in enumerate(measure.split):
        yield Reference("party", share.post, file, (*path, "split", index, "post"))


def _of_process(process: Process, file: str, path: Path, department: Department) -> Iterator[Reference]:
    yield from _party(process.owner, file, (*path, "owner"))
    for index, step in enumerate(process.steps):
        at = (*path, "steps", index)
        yield from _party(step.accountable, file, (*at, "accountable"))
        yield from _parties(step.do, file, (*at, "do"))
        yield from _parties(step.review, file, (*at, "review"))
        yield from _parties(step.support, file, (*at, "support"))
        yield from _parties(step.inform, file, (*at, "inform"), everyone=True)
        yield from _party(step.escalate_to, file, (*at, "escalate_to"))
        yield from _of_work(step, file, at, department.accountable(step))


def _of_duties(duties: Sequence[Duty], file: str, path: Path, post: Placed[Post] | None) -> Iterator[Reference]:
    for index, duty in enumerate(duties):
        if not duty.model_fields_set.isdisjoint(_NAMING):
            yield from _of_work(duty, file, (*path, index), post)


def _of_work(work: Work, file: str, path: Path, post: Placed[Post] | None) -> Iterator[Reference]:
    yield from _parties(work.from_, file, (*path, "from"), everyone=True)
    yield from _parties(work.to, file, (*path, "to"), everyone=True)
    yield from _parties(work.shared_with, file, (*path, "shared_with"))
    for index, ref in enumerate(work.kpis):
        yield Reference("kpi", ref, file, (*path, "kpis", index), post)
    for index, ref in enumerate(work.systems):
        yield Reference("system", ref, file, (*path, "systems", index), post)
    if work.authority is not None:
        yield Reference("authority", work.authority, file, (*path, "authority"), post)
    if work.duties:
        yield from _of_duties(work.duties, file, (*path, "duties"), post)


def _party(ref: str | None, file: str, path: Path) -> Sequence[Reference]:
    return () if ref is None else (Reference("party", ref, file, path),)


def _parties(refs: Sequence[str], file: str, path: Path, *, everyone: bool = False) -> Sequence[Reference]:
    return [Reference("party", ref, file, (*path, index)) for index, ref in enumerate(refs) if not (everyone and ref in EVERYONE)]
