"""Departments and what belongs to them, with the place and address of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as changed
from functools import cached_property
from hashlib import blake2b

from salesduty.model.appraisal import Appraisal
from salesduty.model.department import Department as Spec
from salesduty.model.department import System
from salesduty.model.kpi import Kpi, PostKpi
from salesduty.model.part import Part
from salesduty.model.post import Authority, Post
from salesduty.model.process import Process, Step
from salesduty.results.place import Path, Place
from salesduty.text.normal import normal
from salesduty.workspace.digest import digest
from salesduty.workspace.file import File
from salesduty.workspace.placed import EVERYONE, Index, Party, Placed, T
from salesduty.workspace.references import references
from salesduty.workspace.sentences import Sentences, sentences

__all__ = ["EVERYONE", "Department", "Index", "Party", "Placed", "T", "Workspace"]


@dataclass(frozen=True)
class Department:
    """A department with everything that belongs to it. `declared` is False for a folder without `department:`."""

    id: str
    spec: Spec
    place: Place
    folder: tuple[str, ...]
    declared: bool
    posts: tuple[Placed[Post], ...]
    kpis: tuple[Placed[Kpi], ...]
    processes: tuple[Placed[Process], ...]
    appraisals: tuple[Placed[Appraisal], ...]
    files: tuple[File, ...]
    inside: tuple[Index, ...] = field(repr=False, default=())
    """Who can be named here without saying where: own posts and outside parties, then those of the departments around it."""
    elsewhere: Index = field(repr=False, default_factory=dict)
    """Who else can be named: departments, `department/post` addresses, and posts of the same company by name."""
    outer: tuple[Department, ...] = field(repr=False, compare=False, default=())
    """The departments whose folders enclose that of this one, the nearest first."""

    @property
    def name(self) -> str:
        """The name that people know the department by."""
        return self.spec.name

    def parties(self, ref: str) -> tuple[Party, ...]:
        """Return everybody whom `ref` may mean: one where it is right, none where nobody is called that."""
        for index in self.inside:
            if found := index.get(ref):
                return found
        found = tuple(
            party
            for party in self.elsewhere.get(ref, ())
            if "/" in ref or party.kind == "department" or self._is_colleague(party)
        )
        return tuple(filter(self._is_colleague, found)) or found

    def _is_colleague(self, party: Party) -> bool:
        return party.company is not None and party.company == self.spec.company

    def post(self, ref: str) -> Placed[Post] | None:
        """Return the post of this department that `ref` means, or None."""
        own = {placed.address for placed in self.posts}
        return next((party.post for party in self.parties(ref) if party.post and party.address in own), None)

    @property
    def circles(self) -> tuple[Department, ...]:
        """The department and those around it, the nearest first."""
        return (self, *self.outer)

    def kpi(self, ref: str, post: Placed[Post] | None = None) -> Placed[Kpi] | Placed[PostKpi] | None:
        """Return the KPI that `ref` means, by id and then by name, or None.

        Definitions go before KPIs that posts define in place, what is nearer before what is further out, and
        what `post`, where the reference stands, defines in place before what other posts do.
        """
        found = self._defined(ref, post)
        return found or next((circle.kpis_renamed[ref] for circle in self.circles if ref in circle.kpis_renamed), None)

    @property
    def kpi_words(self) -> frozenset[str]:
        """Every id and name that `kpi` knows."""
        indices = ((circle.kpis_by_name, circle.kpis_in_place, circle.kpis_renamed) for circle in self.circles)
        return frozenset[str]().union(*(words for several in indices for words in several))

    def measure(self, kpi: PostKpi, post: Placed[Post] | None = None) -> PostKpi:
        """Return a post's KPI with what its definition says filled in; what the post says itself wins."""
        return _filled(kpi, self.kpi(kpi.ref, post)) if kpi.ref else kpi

    @cached_property
    def kpis_by_name(self) -> Mapping[str, Placed[Kpi]]:
        """The KPI definitions of the department; an id goes before a name."""
        by_name = {placed.value.name: placed for placed in reversed(self.kpis)}
        return by_name | {placed.value.id: placed for placed in reversed(self.kpis) if placed.value.id}

    @cached_property
    def kpis_in_place(self) -> Mapping[str, Placed[PostKpi]]:
        """The KPIs that posts define in place; the first of a name counts."""
        return _by_id_and_name(placed for post in self.posts for placed in _listed(post) if placed.value.ref is None)

    @cached_property
    def kpis_renamed(self) -> Mapping[str, Placed[PostKpi]]:
        """The KPIs that posts refer to and call by an id or a name of their own, with what is said elsewhere filled in."""
        return _by_id_and_name(
            changed(placed, value=_filled(placed.value, defined))
            for post in self.posts
            for placed in _listed(post)
            if placed.value.ref is not None and (defined := self._defined(placed.value.ref, post)) is not None
            if placed.value.id or placed.value.name
        )

    def _defined(self, ref: str, post: Placed[Post] | None) -> Placed[Kpi] | Placed[PostKpi] | None:
        for circle in self.circles:
            if (found := circle.kpis_by_name.get(ref)) is not None:
                return found
        own = _by_id_and_name(placed for placed in _listed(post) if placed.value.ref is None) if post is not None else {}
        if ref in own:
            return own[ref]
        return next((circle.kpis_in_place[ref] for circle in self.circles if ref in circle.kpis_in_place), None)

    def system(self, ref: str) -> System | None:
        """Return the system that `ref` means, here or in a department around this one, or None."""
        return next((circle.systems_by_name[ref] for circle in self.circles if ref in circle.systems_by_name), None)

    @property
    def system_words(self) -> frozenset[str]:
        """Every id and name that `system` knows."""
        return frozenset(word for circle in self.circles for word in circle.systems_by_name)

    @cached_property
    def systems_by_name(self) -> Mapping[str, System]:
        """The systems that the department lists; an id goes before a name."""
        by_name = {system.name: system for system in reversed(self.spec.systems)}
        return by_name | {system.id: system for system in reversed(self.spec.systems) if system.id}

    def accountable(self, step: Step) -> Placed[Post] | None:
        """Return the post that decides in a step of a process; None where nobody or no post does."""
        found = self.parties(step.accountable)[:1] if step.accountable else ()
        return found[0].post if found else None

    def authority(self, ref: str, post: Placed[Post] | None = None) -> Authority | None:
        """Return the authority of `post` that `ref` means; without a post, that of any post of the department."""
        holders = self.posts if post is None else (post,)
        held = (authority for holder in holders for authority in holder.value.authorities)
        return next((authority for authority in held if ref in (authority.id, authority.text)), None)

    @cached_property
    def active_posts(self) -> tuple[Placed[Post], ...]:
        """The posts that exist today."""
        return tuple(placed for placed in self.posts if placed.value.status == "active")

    def superiors(self, post: Placed[Post]) -> tuple[Party, ...]:
        """Return whom `post` reports to, as far as they are known."""
        return tuple(party for ref in post.value.reports_to for party in self.parties(ref)[:1])

    @cached_property
    def reports(self) -> Mapping[str, tuple[Placed[Post], ...]]:
        """The active posts that report to each post, by the superior's address."""
        found: dict[str, list[Placed[Post]]] = {}
        for placed in self.active_posts:
            for address in dict.fromkeys(party.address for party in self.superiors(placed) if party.post is not None):
                if address != placed.address:
                    found.setdefault(address, []).append(placed)
        return {address: tuple(posts) for address, posts in found.items()}

    @cached_property
    def source(self) -> str:
        """A digest of the texts of the department's files, which changes when one of them does."""
        return digest(self.files)

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """What the files of the department name, each word once, by the kind of reference."""
        found: dict[str, set[str]] = {"party": set(), "kpi": set(), "authority": set(), "system": set()}
        for reference in references(self):
            found[reference.kind].add(reference.ref)
        return {kind: frozenset(words) for kind, words in found.items()}

    @cached_property
    def sentences(self) -> Sentences:
        """What the duties and steps of the department say, sentence by sentence."""
        return sentences(self.spec, self.place, self.posts, self.processes)

    @property
    def entities(self) -> Iterator[Placed[Spec] | Placed[Post] | Placed[Kpi] | Placed[Process] | Placed[Appraisal]]:
        """The department itself and everything in it."""
        if self.declared:
            yield Placed(self.spec, self.place, self.id)
        yield from self.posts
        yield from self.kpis
        yield from self.processes
        yield from self.appraisals

    def address_of(self, place: Place) -> str:
        """Return the address of what stands at `place`: `department/post/duty-id`, `#3` for the third without an id."""
        return self._reached(place, _position)

    def identity_of(self, place: Place) -> str:
        """Return the address of what stands at `place` with the words of what has no id in place of its position.

        It stays when something is put before it or when what is around it is reworded.
        """
        head, unnamed, last = self._reached(place, _words).rpartition("~")
        return re.sub("~[0-9a-f]*", "~", head) + unnamed + last

    def _reached(self, place: Place, unnamed: Callable[[Part, int], str]) -> str:
        for length in (2, 1):
            entity = self._by_place.get((place.file, place.path[:length]))
            if entity is not None:
                return entity.address + _below(entity.value, place.path[length:], unnamed)
        return self.id

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, Path], Placed[Part]]:
        return {(entity.place.file, entity.place.path): entity for entity in self.entities}  # type: ignore[misc]


def _listed(post: Placed[Post]) -> Iterator[Placed[PostKpi]]:
    """The KPIs that a post carries, each with its place and address."""
    for index, kpi in enumerate(post.value.kpis):
        yield Placed(kpi, post / "kpis" / index, f"{post.address}/kpis/{kpi.id or kpi.ref or f'#{index + 1}'}")


def _by_id_and_name(kpis: Iterable[Placed[PostKpi]]) -> Mapping[str, Placed[PostKpi]]:
    found: dict[str, Placed[PostKpi]] = {}
    for placed in kpis:
        for name in (placed.value.id, placed.value.name):
            if name is not None:
                found.setdefault(name, placed)
    return found


def _filled(kpi: PostKpi, defined: Placed[Kpi] | Placed[PostKpi] | None) -> PostKpi:
    """A post's KPI with what `defined` says about the measure; weights are each post's own."""
    if defined is None:
        return kpi
    given = {name: getattr(defined.value, name) for name in Kpi.model_fields}
    own = {name: getattr(kpi, name) for name in kpi.model_fields_set}
    return PostKpi.model_construct(**{**given, **own})


_UNNAMED = frozenset(("duties", "steps"))
_SAYING = ("name", "title", "text", "rule", "post")
"""What tells one thing without an id from another, the most telling first."""
_NO_WORD = re.compile(r"[\W_]+")


def _position(_: Part, index: int) -> str:
    return f"#{index + 1}"


def _words(part: Part, _: int = 0) -> str:
    """Return a segment for what has no id that rests on what it says, however that is spaced, spelt or punctuated."""
    said = next((value for name in _SAYING if isinstance(value := getattr(part, name, None), str)), "")
    plain = _NO_WORD.sub("", normal(said))
    return f"~{blake2b(plain.encode(errors='replace'), digest_size=6).hexdigest()}"


def _below(part: Part, path: Path, unnamed: Callable[[Part, int], str]) -> str:
    """The segments of an address that follow the address of `part`; `unnamed` makes that of something without an id."""
    address = ""
    value: object = part
    for index, step in enumerate(path):
        if isinstance(step, str):
            value = getattr(value, step, None) or getattr(value, step + "_", None)
            continue
        item = value[step] if isinstance(value, tuple) and step < len(value) else None
        if not isinstance(item, Part):
            break
        field_name = str(path[index - 1])
        label = getattr(item, "id", None) or getattr(item, "ref", None) or unnamed(item, step)
        address += f"/{label}" if field_name in _UNNAMED else f"/{field_name}/{label}"
        value = item
    return address


@dataclass(frozen=True)
class Workspace:
    """Every file below one root, and the departments that they make up."""

    files: tuple[File, ...]
    departments: tuple[Department, ...]

    @cached_property
    def _files_by_name(self) -> Mapping[str, File]:
        return {file.name: file for file in self.files}

    def file(self, name: str) -> File:
        """Return the file called `name`; KeyError if there is none."""
        return self._files_by_name[name]

    @cached_property
    def _owners(self) -> Mapping[str, Department]:
        return {file.name: department for department in self.departments for file in department.files}

    def owner(self, file: str) -> Department | None:
        """Return the department that the file called `file` belongs to."""
        return self._owners.get(file)
