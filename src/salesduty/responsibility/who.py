"""Who holds what somebody asks for: a question read like a need, and all that the departments say to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from salesduty.model.kpi import PostKpi
from salesduty.model.process import Process, Step
from salesduty.model.values import CADENCES, cadence_label
from salesduty.responsibility.bearers import NO_PARTS, NODE, SAID, SURE, WORDS, Hit, hits, limit_of
from salesduty.responsibility.question import Asked, asked
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.answers import Answer, Carrier, Handed, Measured, Mention, Near, Subject, Timed, Who
from salesduty.results.coverage import PARTS as ORDER
from salesduty.text.nearest import nearest
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

_MOST_NEAR = 3
_SUBJECTS: tuple[Subject, ...] = ("post", "kpi", "area", "function", "step", "matter", "")
_OWN_NAMES: frozenset[Subject] = frozenset(("post", "kpi"))
"""What is called so in one department is not asked of the others."""


def who(question: str, departments: Sequence[Responsibilities]) -> Who:
    """Return what `departments` say to `question`: words of a person, the id or name of an area, the name of a thing."""
    read = [(found, asked(question, found)) for found in departments]
    if any(one.subject in _OWN_NAMES for _, one in read):
        read = [(found, one if one.subject in _OWN_NAMES else replace(one, subject="")) for found, one in read]
    every = [hits(one, found) for found, one in read]
    answers = [
        _answer(one, found, chosen) for (found, one), several in zip(read, every, strict=True) if (chosen := _chosen(several))
    ]
    held = any(answer.is_held for answer in answers)
    understood = [one for (_, one), several in zip(read, every, strict=True) if one.subject and (several or one.need.facets)]
    areas = dict.fromkeys(name for one in understood for name in one.areas)
    return Who(
        question=question,
        subject=min((one.subject for one in understood), key=_SUBJECTS.index, default=""),
        areas=tuple(areas),
        answers=tuple(answers),
        others=len(departments) - len(answers),
        nearest=() if held else _nearest(read, every),
        suggestions=() if held else _suggestions(question, departments),
    )


def _chosen(found: Sequence[Hit]) -> list[Hit]:
    """The hits down to the first tier in which somebody does more than support, less the doubtful ones beside sure ones."""
    owned = [hit for hit in found if hit.tier < NODE and hit.bearer.part not in NO_PARTS]
    last = min((hit.tier for hit in owned), default=WORDS)
    kept = [hit for hit in found if hit.tier <= last or (hit.tier == SAID and hit.bearer.part != "decide")]
    if any(hit.tier == last and _is_sure(hit) for hit in owned):
        kept = [hit for hit in kept if _is_sure(hit)]
    if any(hit.bearer.part == "decide" and hit.bearer.stated for hit in kept):
        # Nothing misleads more than a wrong name for who decides.
        kept = [hit for hit in kept if hit.bearer.part != "decide" or hit.bearer.stated or hit.literal]
    return kept


def _is_sure(hit: Hit) -> bool:
    return hit.literal or hit.bearer.stated or hit.bearer.confidence >= SURE


def _answer(one: Asked, found: Responsibilities, hits: Sequence[Hit]) -> Answer:
    department = found.department
    works = [hit for hit in hits if hit.work is not None]
    return Answer(
        department=department.id,
        name=department.name,
        bearers=tuple(sorted((hit.bearer for hit in hits), key=lambda bearer: ORDER.index(bearer.part))),
        handed=tuple(dict.fromkeys(handed for hit in works for handed in _handed(hit, department))),
        limits=tuple(dict.fromkeys(_limits(hits))),
        rhythms=tuple(dict.fromkeys(chain.from_iterable(map(_rhythms, works)))),
        measures=_measures(one, found, hits),
        mentions=tuple(dict.fromkeys(_mentions(one, found, works))),
        records=tuple(
            dict.fromkeys(
                chain((each for hit in works for each in _records(hit)), (each for hit in works for each in _outputs(hit)))
            )
        ),
    )


def _handed(hit: Hit, department: Department) -> Iterator[Handed]:
    """Where the result goes on to."""
    work, about = hit.work, hit.bearer.title
    inferred = hit.reading.recipients if hit.reading is not None else ()
    for ref in (work.to if work is not None else ()) or inferred:
        name = _called(ref, department)
        if name != hit.bearer.name:
            yield Handed("to", name, about)
    if isinstance(work, Step):
        for ref in work.inform:
            yield Handed("inform", _called(ref, department), about)
        if work.escalate_to:
            yield Handed("escalate", _called(work.escalate_to, department), about)


def _called(ref: str, department: Department) -> str:
    return next((party.name for party in department.parties(ref)), ref)


def _limits(hits: Iterable[Hit]) -> Iterator[Timed]:
    """In what time: promises and steps, then duties that say anything else."""
    hits = list(hits)
    yield from (Timed(hit.bearer.text, "", hit.bearer.name) for hit in hits if hit.bearer.kind == "promise")
    told = set()
    for hit in sorted(hits, key=lambda hit: (hit.bearer.at.file, hit.bearer.at.line)):
        if isinstance(hit.work, Step) and (limit := limit_of(hit.work, hit.reading)):
            told.add(_figure(limit))
            yield Timed(limit, hit.work.name)
    for hit in hits:
        limit = limit_of(hit.work, hit.reading) if hit.work is not None else ""
        if limit and not isinstance(hit.work, Step) and _figure(limit) not in told:
            yield Timed(limit, _own_title(hit), hit.bearer.name)


def _figure(limit: str) -> str:
    return normal(limit).replace(" ", "").removesuffix("内")


def _own_title(hit: Hit) -> str:
    """The title of a duty or a step; empty where it has none, since its sentence begins with the limit as like as not."""
    return str(getattr(hit.work, "title", None) or getattr(hit.work, "name", None) or "")


def _rhythms(hit: Hit) -> Iterator[Timed]:
    value = (
        hit.work.cadence
        if hit.work is not None and hit.work.cadence
        else (hit.reading.cadence if hit.reading is not None else "")
    )
    if value and value != "on-event":
        value = value if value in CADENCES else cadence_label(value)
        yield Timed(value, _own_title(hit), "" if isinstance(hit.work, Step) else hit.bearer.name)


def _records(hit: Hit) -> Iterable[str]:
    return hit.work.records if hit.work is not None else ()


def _outputs(hit: Hit) -> Iterable[str]:
    return hit.work.outputs if hit.work is not None else ()


def _measures(one: Asked, found: Responsibilities, hits: Iterable[Hit]) -> tuple[Measured, ...]:
    """The KPIs of those who hold it that are about it: by what drives them, by their names, or because a duty names them."""
    department = found.department
    named = {ref for hit in hits if hit.work is not None for ref in hit.work.kpis}
    posts = {hit.post.address: hit.post for hit in hits if hit.post is not None and hit.bearer.part not in NO_PARTS}
    carriers: dict[str, list[Carrier]] = {}
    targets: dict[str, str] = {}
    about: dict[str, bool] = {}
    for post in posts.values():
        for carried in post.value.kpis:
            kpi = department.measure(carried, post)
            name = kpi.name or carried.ref or ""
            if name not in about:
                about[name] = (
                    bool(one.posts) or not named.isdisjoint((carried.ref, kpi.id, name)) or _is_about(kpi, name, one, found)
                )
            if about[name]:
                carriers.setdefault(name, []).append(Carrier(post.value.name, carried.weight))
                targets.setdefault(name, kpi.target or "")
    return tuple(Measured(name, targets[name], tuple(several)) for name, several in carriers.items())


def _is_about(kpi: PostKpi, name: str, one: Asked, found: Responsibilities) -> bool:
    if kpi.drivers:
        return one.meets(kpi.drivers) or not one.nodes.isdisjoint(driver for driver in kpi.drivers if "." not in driver)
    if one.words in normal(name):
        return True
    return any(one.meets(claim.facets) for claim in sentence(name, found.vocabulary, found.matcher).main)


def _mentions(one: Asked, found: Responsibilities, works: Iterable[Hit]) -> Iterator[Mention]:
    if not one.posts:
        for need in found.needs:
            if need.kind == "function" and (one.meets(need.facets) or not one.nodes.isdisjoint(need.facets)):
                yield Mention("function", need.name)
    steps = {hit.bearer.at.address for hit in works if isinstance(hit.work, Step)}
    for process in found.department.processes:
        owner = _called(process.value.owner, found.department) if process.value.owner else ""
        for step in _named(process, steps):
            yield Mention("step", step.name, process.value.name, owner)


def _named(process: Placed[Process], addresses: set[str]) -> Iterator[Step]:
    for index, step in enumerate(process.value.steps):
        if f"{process.address}/{step.id or f'#{index + 1}'}" in addresses:
            yield step


def _nearest(read: Sequence[tuple[Responsibilities, Asked]], found_in: Sequence[Sequence[Hit]]) -> tuple[Near, ...]:
    """What comes nearest where nobody holds it: the best of what was left out."""
    every = [(hit, found.department.name) for (found, _), several in zip(read, found_in, strict=True) for hit in several]
    every.sort(key=lambda item: (item[0].tier, -item[0].bearer.confidence))
    return tuple(Near(name, hit.bearer) for hit, name in every[:_MOST_NEAR])


def _suggestions(question: str, departments: Iterable[Responsibilities]) -> tuple[str, ...]:
    """Names that look like what was asked: functions, steps, posts, KPIs, areas, then the words that are known."""
    names: dict[str, None] = {}
    words: Mapping[str, object] = {}
    for found in departments:
        department = found.department
        names |= dict.fromkeys(function.name for function in department.spec.functions)
        names |= dict.fromkeys(step.name for process in department.processes for step in process.value.steps)
        names |= dict.fromkeys(post.value.name for post in department.active_posts)
        names |= dict.fromkeys(kpi.value.name for kpi in department.kpis)
        names |= dict.fromkeys(node.name for node in found.vocabulary.areas.values())
        names |= dict.fromkeys(node.id for node in found.vocabulary.areas.values() if question.isascii())
        words = found.vocabulary.matcher.entries
    near = nearest(question, names)
    sharing = (word for word in words if len(word) > 1 and not set(word).isdisjoint(question))
    return near or nearest(normal(question), sharing, cutoff=0.66)
