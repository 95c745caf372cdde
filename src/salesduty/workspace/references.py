"""Every place where one thing names another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from salesduty.model.department import Department as Spec
from salesduty.model.duty import Duty, Work
from salesduty.model.kpi import Measure
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.results.place import Place
from salesduty.workspace.entities import EVERYONE, Department, Placed

Kind = Literal["party", "kpi", "authority", "system"]


@dataclass(frozen=True, slots=True)
class Reference:
    """`ref` at `place` names a party, a KPI, an authority or a system; `post` is the post it stands in, if any."""

    kind: Kind
    ref: str
    place: Place
    post: Placed[Post] | None = None


def references(department: Department) -> Iterator[Reference]:
    """Yield every reference that the files of `department` make."""
    if department.declared:
        yield from _of_spec(department.spec, department.place)
    for post in department.posts:
        yield from _of_post(post)
    for kpi in department.kpis:
        yield from _of_measure(kpi.value, kpi.place)
    for process in department.processes:
        yield from _of_process(process)
    for appraisal in department.appraisals:
        for index, cycle in enumerate(appraisal.value.cycles):
            yield from _parties(cycle.posts, appraisal / "cycles" / index / "posts", everyone=True)


def _of_spec(spec: Spec, place: Place) -> Iterator[Reference]:
    for index, function in enumerate(spec.functions):
        yield from _of_duties(function.duties, place / "functions" / index / "duties", None)
    for index, meeting in enumerate(spec.meetings):
        at = place / "meetings" / index
        yield from _party(meeting.chair, at / "chair")
        yield from _parties(meeting.attendees, at / "attendees", everyone=True)
    for index, system in enumerate(spec.systems):
        yield from _party(system.owner, place / "systems" / index / "owner")
    for index, signal in enumerate(spec.signals):
        at = place / "signals" / index
        yield from _party(signal.owner, at / "owner")
        yield from _parties(signal.proposes, at / "proposes")


def _of_post(post: Placed[Post]) -> Iterator[Reference]:
    yield from _parties(post.value.reports_to, post / "reports_to")
    yield from _party(post.value.deputy, post / "deputy")
    yield from _of_duties(post.value.duties, post / "duties", post)
    for index, kpi in enumerate(post.value.kpis):
        at = post / "kpis" / index
        if kpi.ref is not None:
            yield Reference("kpi", kpi.ref, at / "ref", post)
        yield from _of_measure(kpi, at)


def _of_measure(measure: Measure, place: Place) -> Iterator[Reference]:
    for index, share in enumerate(measure.split):
        yield Reference("party", share.post, place / "split" / index / "post")


def _of_process(process: Placed[Process]) -> Iterator[Reference]:
    yield from _party(process.value.owner, process / "owner")
    for index, step in enumerate(process.value.steps):
        at = process / "steps" / index
        yield from _party(step.accountable, at / "accountable")
        for field in ("do", "review", "support"):
            yield from _parties(getattr(step, field), at / field)
        yield from _parties(step.inform, at / "inform", everyone=True)
        yield from _party(step.escalate_to, at / "escalate_to")
        yield from _of_work(step, at, None)


def _of_duties(duties: Sequence[Duty], place: Place, post: Placed[Post] | None) -> Iterator[Reference]:
    for index, duty in enumerate(duties):
        yield from _of_work(duty, place / index, post)


def _of_work(work: Work, place: Place, post: Placed[Post] | None) -> Iterator[Reference]:
    yield from _parties(work.from_, place / "from", everyone=True)
    yield from _parties(work.to, place / "to", everyone=True)
    yield from _parties(work.shared_with, place / "shared_with")
    for index, ref in enumerate(work.kpis):
        yield Reference("kpi", ref, place / "kpis" / index, post)
    for index, ref in enumerate(work.systems):
        yield Reference("system", ref, place / "systems" / index, post)
    if work.authority is not None and post is not None:
        yield Reference("authority", work.authority, place / "authority", post)
    yield from _of_duties(work.duties, place / "duties", post)


def _party(ref: str | None, place: Place) -> Iterator[Reference]:
    if ref is not None:
        yield Reference("party", ref, place)


def _parties(refs: Sequence[str], place: Place, *, everyone: bool = False) -> Iterator[Reference]:
    for index, ref in enumerate(refs):
        if not (everyone and ref in EVERYONE):
            yield Reference("party", ref, place / index)
