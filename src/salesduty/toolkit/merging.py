"""Departments of documents beside those of a folder: differences, told one by one, and put into files where that is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

from salesduty.disk.names import safe_name
from salesduty.disk.write import CannotWrite
from salesduty.intake.writing.desk import digest
from salesduty.intake.writing.leaves import key
from salesduty.model.kpi import PostKpi
from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.responsibility.called import free
from salesduty.results.merged import Kind, Merge, Merged
from salesduty.results.place import Path as Steps
from salesduty.results.place import Place
from salesduty.results.source_record import NAME, Source, digests, values_lines
from salesduty.results.suggestion import Edited
from salesduty.results.wording import Text
from salesduty.source.grown import Added
from salesduty.source.wishes import Whole
from salesduty.toolkit.comparing import Change, Comparing, new_items
from salesduty.toolkit.incoming import Incoming, Page
from salesduty.toolkit.matching import department_of, posts_of, process_of
from salesduty.toolkit.meaning import field_of, meant, sources, title, without_overrides
from salesduty.toolkit.merge_edits import Plan, applied, write_all
from salesduty.toolkit.moves import with_moves
from salesduty.toolkit.pairing import Base, paired, plain, things
from salesduty.workspace.entities import Department, Placed, Workspace

_WRITTEN: tuple[Kind, ...] = ("new-department", "new-post", "new-process", "renamed", "new", "changed", "moved")


class Merging:
    """Compares what documents say with the definitions of a folder. `record` is what is known of earlier imports; `parts` are
    documents that leave out much, so that nothing is gone because they do not say it.
    """

    def __init__(self, folder: Path, workspace: Workspace, record: str | None, parts: Set[str]) -> None:
        self._folder = folder
        self._workspace = workspace
        self._known = digests(record) if record is not None else None
        self._record = record or ""
        self._departments = [each for each in workspace.departments if any(file.reported for file in each.files)]
        self._parts = parts
        self._missing: dict[str, list[dict[Steps, Merge]]] = {}
        self._taken: set[str] = set()
        self._merges: list[Merge] = []
        self._unchanged = 0
        self._plans: dict[str, Plan] = {}
        self._new: dict[Path, bytes] = {}
        self._sources: list[tuple[str, Source]] = []

    def take(self, found: Incoming) -> None:
        """Compare one department."""
        there = department_of(found, self._departments, self._taken)
        if there is None:
            self._new_department(found)
            return
        self._taken.add(there.id)
        start = len(self._merges)
        self._posts(found, there)
        for page in found.processes:
            self._process(page, there)
        self._kpis(found, there)
        if found.department is not None:
            self._department(found.department, there, start)
        for page in found.others:
            for appraisal in there.appraisals[:1]:
                self._entity(page, appraisal, there, "")
        self._tell_gone()

    def finish(self, *, write: bool) -> Merged:
        """Return the differences, and with `write` put them into the files."""
        self._merges, places = with_moves(self._merges)
        for plan in self._plans.values():
            plan.edits = [(places[number], edit) for number, edit in plan.edits if number in places]
        failed: set[int] = set()
        texts: list[Edited] = []
        for name, plan in sorted(self._plans.items()):
            file = self._workspace.file(name)
            after, not_done = applied(file, plan)
            failed |= not_done
            if file.text is not None and after != file.text:
                texts.append(Edited(name, file.text, after))
        merges = tuple(
            replace(each, writes=each.kind in _WRITTEN and number not in failed) for number, each in enumerate(self._merges)
        )
        left = tuple(dict.fromkeys(self._merges[number].file for number in sorted(failed)))
        files: tuple[str, ...] = ()
        if write and (texts or self._new):
            self._refuse_outside()
            stopped = write_all(self._new, texts, self._remembered(failed), self._folder)
            left = stopped or left
            files = () if stopped else (*(path.as_posix() for path in self._new), *(each.file for each in texts))
        return Merged(self._folder.as_posix(), merges, self._unchanged, files, write, left)

    def _refuse_outside(self) -> None:
        """Raise CannotWrite where a link would lead a new file out of the folder."""
        root = os.path.realpath(self._folder)
        for path in (*self._new, self._folder / NAME):
            if not Path(os.path.realpath(path.parent)).is_relative_to(root):
                raise CannotWrite(str(path), "outside")

    def _remembered(self, failed: Iterable[int]) -> tuple[Path, bytes]:
        """The record with what was taken from the documents now; what was not put in is new the next time."""
        undone = {plain(self._merges[number].new) for number in failed}
        undone |= {plain(each.new) for each in self._merges if each.kind == "kept"}
        dropped = {digest(each.new) for each in self._merges if plain(each.new) in undone}
        more = "".join(values_lines((address, source) for address, source in self._sources if source.digest not in dropped))
        return self._folder / NAME, (self._record + more).encode(errors="replace")

    def _posts(self, found: Incoming, there: Department) -> None:
        given = posts_of(found.posts, there.posts)
        for page, old in given:
            if old is None:
                self._new_file(page, there, "new-post")
                continue
            new = page.part
            if isinstance(new, Post) and key(new.name) not in {key(old.value.name), *map(key, old.value.aliases)}:
                self._renamed(page, new, old, there)
            self._entity(page, old, there, old.value.name, frozenset(("name",)))
        self._tell_gone()
        self._gone_posts(found, [old for _, old in given if old is not None], there)

    def _renamed(self, page: Page, new: Post, old: Placed[Post], there: Department) -> None:
        base = self._base(old.address)
        if base.has(new.name):
            return
        kind: Kind = "renamed" if base.known is None or base.has(old.value.name) else "kept"
        if kind == "renamed":
            self._plan(old.place.file, Whole((*old.place.path, "name"), new.name))
        self._tell(kind, old.value.name, page, old.place / "name", "name", old.value.name, new.name, there)

    def _gone_posts(self, found: Incoming, matched: list[Placed[Post]], there: Department) -> None:
        """Posts that were imported from the documents that are imported again, or from those that these take the place of."""
        if self._known is None:
            return
        files = {origin.file for file in found.files for origin in file.origins}
        for each in matched:
            files |= {name for names in self._known.get(each.address, {}).values() for name in names}
        addresses = {each.address for each in matched}
        for each in there.posts:
            own = {name for names in self._known.get(each.address, {}).values() for name in names}
            if each.address not in addresses and own and own <= files:
                self._merges.append(self._merge("gone", there, each.value.name, "post", each.place, each.value.name, "", None))

    def _process(self, page: Page, there: Department) -> None:
        old = process_of(page.part, there.processes) if isinstance(page.part, Process) else None
        if old is None:
            self._new_file(page, there, "new-process")
        else:
            self._entity(page, old, there, old.value.name)

    def _kpis(self, found: Incoming, there: Department) -> None:
        """KPIs of the department, which may lie in several files."""
        if not found.kpis:
            return
        first = found.kpis[0]
        if not there.kpis:
            for page in found.kpis:
                self._tell("new", "", page, there.place, "kpis", "", getattr(page.part, "name", ""), there)
            self._file(Path(there.place.file).parent / "kpis.yaml", first.file.text)
            self._remember(first, there.id)
            return
        base = self._base(there.id)
        old = list(things([each.value for each in there.kpis], ()))
        known = [without_overrides(each.part, there) for each in found.kpis]
        pairs = paired(old, list(things(known, ("kpis",))), base)
        comparing = self._comparing(first, base, there)
        for one, other in pairs.pairs:
            placed = there.kpis[one.index]
            moved = replace(one, within=placed.place.path[:-1], index=int(placed.place.path[-1]))
            self._changes(comparing.pair(moved, other), first, placed.place, there, "")
        last = there.kpis[-1].place
        new = [each for each in pairs.new if there.kpi(each.words) is None]
        for change in new_items(new, first.file.text, last.path):
            self._changes((change,), first, last, there, "")
        self._unchanged += comparing.unchanged
        self._remember(first, there.id)

    def _department(self, page: Page, there: Department, start: int) -> None:
        if not there.declared:
            return
        placed = Placed(there.spec, there.place, there.id)
        skip = frozenset(("name",)) if key(there.name) == key(getattr(page.part, "name", "")) else frozenset[str]()
        if not self._names(page):
            skip = frozenset(("name",))
        self._entity(page, placed, there, "", skip)
        self._outside(page, there, start)

    def _names(self, page: Page) -> bool:
        """Whether documents name the department, or the folder did."""
        return any(origin.address == page.address for origin in page.origins)

    def _outside(self, page: Page, there: Department, start: int) -> None:
        """Parties that are named by what is new and known to nobody here."""
        new = "\n".join(each.new for each in self._merges[start:]) + "".join(
            data.decode(errors="replace") for data in self._new.values()
        )
        names = [each for each in getattr(page.part, "outside", ()) if each.name in new and not there.parties(each.name)]
        own = [key(each) for merge in self._merges[start:] if merge.kind in ("new-post", "renamed") for each in (merge.new,)]
        names = [each for each in names if key(each.name) not in own]
        if names:
            comparing = Comparing(page.file.text, Base(), str.__eq__)
            for change in comparing.lists(there.spec.outside, names, ("department", "outside"), ("department", "outside")):
                if change.kind == "new":
                    self._changes((change,), page, there.place, there, "")

    def _entity(
        self,
        page: Page,
        old: Placed[Any],
        there: Department,
        owner: str,
        skip: frozenset[str] = frozenset(),
    ) -> None:
        comparing = self._comparing(page, self._base(old.address), there)
        self._changes(comparing.parts(old.value, page.part, old.place.path, page.path, skip), page, old.place, there, owner)
        self._unchanged += comparing.unchanged
        self._remember(page, old.address)

    def _comparing(self, page: Page, base: Base, there: Department) -> Comparing:
        def same(one: str, other: str) -> bool:
            return bool(meant(one, there) & meant(other, there))

        def measured(part: Part) -> Part:
            return there.measure(part) if isinstance(part, PostKpi) else part

        names = {each.value.id: each.value.name for each in there.kpis if each.value.id}
        return Comparing(page.file.text, base, same, measured, names)

    def _changes(self, changes: Iterable[Change], page: Page, place: Place, there: Department, owner: str) -> None:
        missing: dict[Steps, Merge] = {}
        for change in changes:
            if change.kind == "gone":
                told = Place(place.file, change.path)
                missing[change.path] = self._merge("gone", there, owner, field_of(change.path), told, change.old, "", page)
                continue
            for edit in change.edits:
                self._plan(place.file, edit)
            field = field_of(change.at if change.kind == "new" else change.path)
            at = Place(place.file, change.path)
            self._tell(change.kind, owner, page, at, field, change.old, change.new, there)

        if not {origin.file for origin in page.origins} <= self._parts:
            self._missing.setdefault(f"{place.file} {place.path}", []).append(missing)

    def _tell_gone(self) -> None:
        """Tell what none of the documents about a post says any more."""
        for several in self._missing.values():
            for path, merge in several[0].items():
                if all(path in each for each in several[1:]):
                    self._merges.append(merge)
        self._missing.clear()

    def _plan(self, file: str, edit: Whole | Added) -> None:
        self._plans.setdefault(file, Plan()).edits.append((len(self._merges), edit))

    def _tell(self, kind: Kind, owner: str, page: Page, place: Place, field: str, old: str, new: str, there: Department) -> None:
        self._merges.append(self._merge(kind, there, owner, field, place, old, new, page))

    def _merge(
        self, kind: Kind, there: Department, owner: str, field: str, place: Place, old: str, new: str, page: Page | None
    ) -> Merge:
        document, at = page.place(new) if page is not None else ("", 0)
        line = self._workspace.file(place.file).span(place).line
        return Merge(kind, there.name, owner, title(field, place.path), field, old, new, place.file, line, document, at)

    def _new_department(self, found: Incoming) -> None:
        ids = {each.id for each in self._workspace.departments}
        given = found.id if found.id not in ids else free(found.id, ids)
        folder = free(safe_name(found.name), {each.name for each in self._folder.iterdir()} if self._folder.is_dir() else set())
        for file in found.files:
            text = file.text
            path = self._folder / folder / file.name.partition("/")[2]
            if given != found.id and path.name == "department.yaml":
                text = text.replace(f": {found.id}\n", f": {given}\n", 1)
            self._new[path] = text.encode(errors="replace")
            self._sources += sources(file.origins, found.id, given)
        first = found.department or next(iter(found.posts), None)
        document, at = first.place(found.name) if first is not None else ("", 0)
        target = (self._folder / folder).as_posix()
        title = Text("部门", "department")
        self._merges.append(Merge("new-department", found.name, "", title, "department", "", found.name, target, 0, document, at))

    def _new_file(self, page: Page, there: Department, kind: Kind) -> None:
        home = Path(there.place.file).parent
        part = page.part
        name, given = str(getattr(part, "name", "")), str(getattr(part, "id", ""))
        of_kind: Iterator[str | None] = iter(each.value.id for each in (there.posts if kind == "new-post" else there.processes))
        ids = {each for each in of_kind if each}
        text = page.file.text
        if given in ids:
            other = free(given, ids)
            text = text.replace(f": {given}\n", f": {other}\n", 1)
            given = other
        path = self._file(home / page.file.name.partition("/")[2], text)
        address = f"{there.id}/{given}" if kind == "new-post" else f"{there.id}/processes/{given}"
        self._remember(page, address)
        document, at = page.place(name)
        title = Text("岗位", "post") if kind == "new-post" else Text("流程", "process")
        field = "post" if kind == "new-post" else "process"
        self._merges.append(Merge(kind, there.name, name, title, field, "", name, path.as_posix(), 0, document, at))

    def _file(self, path: Path, text: str) -> Path:
        """Add a file, under a name that nothing has yet."""
        wished, number = path, 1
        while path in self._new or path.exists():
            number += 1
            path = wished.with_name(f"{wished.stem}-{number}{wished.suffix}")
        self._new[path] = text.encode(errors="replace")
        return path

    def _remember(self, page: Page, address: str) -> None:
        self._sources += sources(page.origins, page.address, address)

    def _base(self, address: str) -> Base:
        """What was imported before of a post, a process, a department; of all that is there no more where its id is another."""
        if self._known is None:
            return Base()
        if address in self._known:
            return Base(self._known[address].keys())
        there = {placed.address for each in self._departments for placed in each.entities}
        lost = [known for each, known in self._known.items() if each not in there]
        return Base(frozenset(digest for known in lost for digest in known))
