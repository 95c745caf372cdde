"""Files to departments: the nearest `department:` above a file owns what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from salesduty.model.appraisal import Appraisal
from salesduty.model.department import Department as Spec
from salesduty.model.kpi import Kpi
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.results.place import Place
from salesduty.workspace.entities import Department, Index, Party, Placed, Workspace
from salesduty.workspace.file import File
from salesduty.workspace.placed import split_names

Folder = tuple[str, ...]


def resolve(files: Iterable[File], root_name: str = "roles") -> Workspace:
    """Return the workspace that `files` make up; the order in which they are given does not matter.

    A folder without `department:` is a department named after it: the first folder below the root, or
    `root_name` for files that lie in the root itself.
    """
    ordered = tuple(sorted(files, key=lambda file: (file.folder, file.name)))
    folders = {file.folder for file in ordered if file.document.department is not None}
    owned: dict[Folder, list[File]] = {}
    for file in ordered:
        if file.roles and file.document.names_somebody:
            owned.setdefault(_owner(file.folder, folders), []).append(file)
    departments = [_department(folder, tuple(owned[folder]), root_name) for folder in sorted(owned)]
    return Workspace(ordered, _acquainted(departments))


def joined(workspaces: Sequence[Workspace]) -> Workspace:
    """Return several workspaces, each already resolved on its own, as one."""
    if len(workspaces) == 1:
        return workspaces[0]
    return Workspace(
        tuple(file for workspace in workspaces for file in workspace.files),
        tuple(department for workspace in workspaces for department in workspace.departments),
    )


def _owner(folder: Folder, declared: set[Folder]) -> Folder:
    for length in range(len(folder), -1, -1):
        if folder[:length] in declared:
            return folder[:length]
    return folder[:1]


def _department(folder: Folder, files: tuple[File, ...], root_name: str) -> Department:
    declaring = next((file for file in files if file.document.department is not None), None)
    fallback = folder[-1] if folder else root_name
    spec = declaring.document.department if declaring is not None else None
    label = (spec.id if spec is not None else None) or fallback
    return Department(
        id=label,
        spec=spec or Spec(name=fallback),
        place=Place((declaring or files[0]).name, ("department",) if declaring else ()),
        folder=folder,
        declared=declaring is not None,
        posts=_posts(files, label),
        kpis=_kpis(files, label),
        processes=_processes(files, label),
        appraisals=_appraisals(files, label),
        files=files,
    )


def _posts(files: Sequence[File], department: str) -> tuple[Placed[Post], ...]:
    return tuple(
        Placed(post, Place(file.name, (key, index)), f"{department}/{segment(post)}")
        for file in files
        for key, posts in (("post", file.document.post), ("posts", file.document.posts))
        for index, post in enumerate(posts)
    )


def _kpis(files: Sequence[File], department: str) -> tuple[Placed[Kpi], ...]:
    return tuple(
        Placed(kpi, Place(file.name, (key, index)), f"{department}/kpis/{segment(kpi)}")
        for file in files
        for key, kpis in (("kpi", file.document.kpi), ("kpis", file.document.kpis))
        for index, kpi in enumerate(kpis)
    )


def _processes(files: Sequence[File], department: str) -> tuple[Placed[Process], ...]:
    return tuple(
        Placed(process, Place(file.name, (key, index)), f"{department}/processes/{segment(process)}")
        for file in files
        for key, processes in (("process", file.document.process), ("processes", file.document.processes))
        for index, process in enumerate(processes)
    )


def _appraisals(files: Sequence[File], department: str) -> tuple[Placed[Appraisal], ...]:
    return tuple(
        Placed(file.document.appraisal, Place(file.name, ("appraisal",)), f"{department}/appraisal")
        for file in files
        if file.document.appraisal is not None
    )


def segment(entity: Post | Kpi | Process) -> str:
    """Return the last part of an entity's address: its id, or its name where it has none."""
    return (entity.id or entity.name).replace("/", "／")


def _acquainted(departments: Sequence[Department]) -> tuple[Department, ...]:
    """Each department with those around it and the indices that its references are looked up in."""
    own = {department.folder: _own_index(department) for department in departments}
    elsewhere = _elsewhere(departments)
    known: dict[Folder, Department] = {}
    # What encloses a folder sorts before it.
    for department in departments:
        circles = _around(department.folder, own)
        inside = tuple(own[folder] for folder in circles)
        outer = tuple(known[folder] for folder in circles[1:])
        known[department.folder] = replace(department, inside=inside, elsewhere=elsewhere, outer=outer)
    return tuple(known.values())


def _around(folder: Folder, known: Mapping[Folder, Index]) -> list[Folder]:
    return [folder[:length] for length in range(len(folder), -1, -1) if folder[:length] in known]


def _own_index(department: Department) -> Index:
    """Whom a name means inside the department: an id before a name, a name before an alias, a post before an outsider."""
    company = department.spec.company
    posts = [Party("post", placed.value.name, placed.address, company, placed) for placed in department.posts]
    index: dict[str, tuple[Party, ...]] = {}
    _add(index, ((party.post.value.id, party) for party in posts if party.post and party.post.value.id))
    _add(index, ((party.name, party) for party in posts))
    _add(index, ((alias, party) for party in posts if party.post for alias in party.post.value.aliases))
    outsiders = [
        (outside, Party("outside", outside.name, f"{department.id}/outside/{outside.name}", company))
        for outside in department.spec.outside
    ]
    called = [(name, party) for outside, party in outsiders for name in (outside.name, *outside.aliases)]
    _add(index, called)
    # Several names run together by Chinese commas are found by a rule; those who name one of them are not to blame.
    _add(index, ((part, party) for name, party in called for part in split_names(name)))
    _add(
        index, ((name, Party("department", department.name, department.id, company)) for name in (department.name, department.id))
    )
    return index


def _elsewhere(departments: Sequence[Department]) -> Index:
    index: dict[str, tuple[Party, ...]] = {}
    for department in departments:
        itself = Party("department", department.name, department.id, department.spec.company)
        _add(index, ((name, itself) for name in {department.id, department.name}), layered=False)
        for placed in department.posts:
            party = Party("post", placed.value.name, placed.address, department.spec.company, placed)
            _add(index, ((name, party) for name in {placed.address, placed.value.name}), layered=False)
    return index


def _add(index: dict[str, tuple[Party, ...]], names: Iterable[tuple[str | None, Party]], *, layered: bool = True) -> None:
    """Add names to `index`. When `layered`, a name that an earlier call has added keeps its meaning."""
    before = frozenset(index) if layered else frozenset()
    added: set[tuple[str, str, int]] = set()
    for name, party in names:
        # Two posts at one address are two; comparing them field by field would take a second for a few hundred.
        if name and name not in before and (key := (name, party.address, id(party.post))) not in added:
            added.add(key)
            index[name] = (*index.get(name, ()), party)
