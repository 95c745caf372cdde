"""Departments and what belongs to them, with the place and address of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from salesduty.model.appraisal import Appraisal
from salesduty.model.department import Department as Spec
from salesduty.model.kpi import Kpi, PostKpi
from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.results.place import Path, Place
from salesduty.workspace.file import File
from salesduty.workspace.placed import EVERYONE, Index, Party, Placed, T
from salesduty.workspace.references import references

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

    def kpi(self, ref: str) -> Placed[Kpi] | None:
        """Return the KPI definition that `ref` means, by id and then by name, or None."""
        return self._kpis_by_name.get(ref)

    def measure(self, kpi: PostKpi) -> PostKpi:
        """Return a post's KPI with what its definition says filled in; what the post says itself wins."""
        defined = self.kpi(kpi.ref) if kpi.ref else None
        if defined is None:
            return kpi
        given = {name: getattr(defined.value, name) for name in type(defined.value).model_fields}
        own = {name: getattr(kpi, name) for name in kpi.model_fields_set}
        return PostKpi.model_construct(**{**given, **own})

    @cached_property
    def _kpis_by_name(self) -> Mapping[str, Placed[Kpi]]:
        by_name = {placed.value.name: placed for placed in reversed(self.kpis)}
        return by_name | {placed.value.id: placed for placed in reversed(self.kpis) if placed.value.id}

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
    def words(self) -> Mapping[str, frozenset[str]]:
        """What the files of the department name, each word once, by the kind of reference."""
        found: dict[str, set[str]] = {"party": set(), "kpi": set(), "authority": set(), "system": set()}
        for reference in references(self):
            found[reference.kind].add(reference.ref)
        return {kind: frozenset(words) for kind, words in found.items()}

    @cached_property
    def unread_text(self) -> str:
        """The text of the files that could not be read, where something that seems to be missing may be written."""
        return "\n".join(file.text or "" for file in self.files if not file.readable)

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
        for length in (2, 1):
            entity = self._by_place.get((place.file, place.path[:length]))
            if entity is not None:
                return entity.address + _below(entity.value, place.path[length:])
        return self.id

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, Path], Placed[Part]]:
        return {(entity.place.file, entity.place.path): entity for entity in self.entities}  # type: ignore[misc]


_UNNAMED = frozenset(("duties", "steps"))


def _below(part: Part, path: Path) -> str:
    """The segments of an address that follow the address of `part`."""
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
        label = getattr(item, "id", None) or getattr(item, "ref", None) or f"#{step + 1}"
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
