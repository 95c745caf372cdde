"""Import into definitions that are there: what is new, changed and gone; with `write` the new words go where the old ones are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from salesduty.disk.create import create
from salesduty.disk.documents import Paper, documents
from salesduty.disk.names import safe_name
from salesduty.disk.read import CannotRead, read_bytes
from salesduty.disk.write import CannotWrite
from salesduty.disk.write import write as put
from salesduty.intake.writing.desk import Desk, digest
from salesduty.intake.writing.duties import listed, split
from salesduty.intake.writing.leaves import grouped, key
from salesduty.intake.writing.posts import page
from salesduty.intake.writing.tree import Mapping as Table
from salesduty.intake.writing.tree import remark, written
from salesduty.model.fields import spellings
from salesduty.model.order import Keys, of_file
from salesduty.model.post import Post
from salesduty.model.reading import read
from salesduty.results.draft import Draft, DraftDuty, DraftPost
from salesduty.results.imported import Refused
from salesduty.results.merged import Merge, Merged
from salesduty.results.source_record import NAME, Source, read_record, values_lines
from salesduty.results.suggestion import Edited
from salesduty.source.edit import CannotEdit, edits
from salesduty.source.lists import content_end
from salesduty.source.parse import parse
from salesduty.source.splice import Splice, after_line, line_start, spliced
from salesduty.source.wishes import Whole
from salesduty.source.written import Written, composed, followed
from salesduty.toolkit import edited as disk
from salesduty.toolkit.importing import Progress, Wanted, read_drafts, style
from salesduty.toolkit.load import load
from salesduty.toolkit.pairing import There, paired
from salesduty.toolkit.pairing import written as duties_of
from salesduty.workspace.entities import Department, Placed, Workspace
from salesduty.workspace.file import File

_MOST_RECORDED = 100 * 2**20
"""Bytes of a record: a thousand documents of 20 kB have about 40 MB."""


@dataclass(slots=True)
class _Changes:
    """What is to be put into one file: other words, and new duties behind the others of a post."""

    whole: list[tuple[int, Whole]] = field(default_factory=list)
    added: list[tuple[int, Placed[Post], DraftDuty]] = field(default_factory=list)


def import_into(
    papers: Sequence[Paper] | Iterable[str | Path],
    folder: str | Path,
    wanted: Wanted | None = None,
    *,
    write: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> tuple[Merged, tuple[Refused, ...], int]:
    """Return what the documents come to beside the definitions in `folder`, which could not be read, and how many could.

    With `write` new words take the place of old ones and new posts and duties are added; what is gone is only told, and what was
    reworded on both sides is left as it is. Raises `NotFound`, `AlreadyThere` and `CannotWrite`.
    """
    several = tuple(papers)
    ready = [each for each in several if isinstance(each, Paper)]
    found = ready or documents(each for each in several if not isinstance(each, Paper))
    wanted = wanted or Wanted()
    merging = _Merging(Path(folder), load(folder), wanted)
    refused: list[Refused] = []
    count = 0
    for draft in read_drafts(found, wanted, jobs=jobs, progress=progress):
        if isinstance(draft, Refused):
            refused.append(draft)
        else:
            merging.take(draft)
            count += 1
    return merging.finish(write=write), tuple(refused), count


class _Merging:
    """Compares documents with the definitions of a folder."""

    def __init__(self, folder: Path, workspace: Workspace, wanted: Wanted) -> None:
        self._folder = folder
        self._workspace = workspace
        self._wanted = wanted
        self._record = read_record(self._recorded().decode(errors="replace"))
        self._departments = [each for each in workspace.departments if any(file.reported for file in each.files)]
        self._merges: list[Merge] = []
        self._unchanged = 0
        self._changes: dict[str, _Changes] = {}
        self._posts: dict[Path, bytes] = {}
        self._sources: list[tuple[str, Source]] = []
        self._origins: dict[int, tuple[tuple[str, Source], ...]] = {}

    def take(self, draft: Draft) -> None:
        """Compare one document."""
        for (name, edition), posts in grouped(draft).items():
            department = self._department(name, edition)
            for post in posts:
                there = self._post(post, department)
                if there is None or department is None:
                    self._new_post(post, draft.file, department)
                else:
                    self._compare(there, post, draft.file)

    def finish(self, *, write: bool) -> Merged:
        """Return the differences, and with `write` put them into the files."""
        left: list[str] = []
        texts: list[Edited] = []
        for name, changes in sorted(self._changes.items()):
            texts += self._edited(name, changes, left)
        files: list[str] = []
        if write:
            self._refuse_outside()
            create(self._posts)
            files += (path.as_posix() for path in self._posts)
            self._remember()
            for each in texts:
                done = disk.written(each, self._folder)
                files += [each.file] if done.written else []
                left += [each.file] if not done.written else []
        return Merged(self._folder.as_posix(), tuple(self._merges), self._unchanged, tuple(files), write, tuple(left))

    def _remember(self) -> None:
        """Note where the new words came from, behind what was noted before."""
        before = self._recorded()
        if before and self._sources:
            more = "".join(values_lines(self._sources))
            put(self._folder / NAME, before + more.encode(errors="replace"))

    def _recorded(self) -> bytes:
        """What was noted before; nothing where that is no ordinary file of the folder, or far too long."""
        try:
            found = read_bytes(self._folder / NAME, self._folder, _MOST_RECORDED)
        except CannotRead:
            return b""
        return found if len(found) <= _MOST_RECORDED else b""

    def _refuse_outside(self) -> None:
        """Raise CannotWrite where a link would lead a new post out of the folder."""
        root = os.path.realpath(self._folder)
        for path in self._posts:
            if not Path(os.path.realpath(path.parent)).is_relative_to(root):
                raise CannotWrite(str(path), "outside")

    def _department(self, name: str, edition: int) -> Department | None:
        """The department that a document speaks of: the one of its name, or the only one."""
        named = [each for each in self._departments if name and key(each.name) == key(name)]
        known = named or (self._departments if len(self._departments) == 1 or not name else [])
        return known[min(edition, len(known) - 1)] if known else None

    def _post(self, post: DraftPost, department: Department | None) -> Placed[Post] | None:
        if department is None:
            return None
        wished = key(str(post.name))
        for each in department.posts:
            if wished in {key(each.value.name), *map(key, each.value.aliases)}:
                return each
        said = {key(str(duty.text)) for duty in post.duties}
        for each in department.posts:
            own = {key((duty.title or "") + (duty.text or "")) for duty in each.value.duties}
            if len(said & own) * 2 > max(len(said), len(own)):
                return each
        return None

    def _new_post(self, post: DraftPost, file: str, department: Department | None) -> None:
        home = Path(department.place.file).parent if department is not None else self._folder
        made = page(post, file, style(self._wanted))
        path = home / "posts" / f"{safe_name(made.name)}.yaml"
        number = 1
        while path in self._posts or path.exists():
            number += 1
            path = path.with_name(f"{safe_name(made.name)}-{number}.yaml")
        head = "".join(f"{remark(words)}\n" for words in made.comments)
        self._posts[path] = (head + made.text).encode()
        self._merges.append(Merge("new-post", made.name, "", "", path.as_posix(), 0, file, post.name.line))

    def _compare(self, there: Placed[Post], post: DraftPost, file: str) -> None:
        name = there.value.name
        own = duties_of(there.value.duties, (*there.place.path, "duties"), there.address)
        every = [each for duty in post.duties for _, each in duty.walk()]
        pairs = paired(own, every, self._record, file)
        self._unchanged += pairs.same
        changes = self._changes.setdefault(there.place.file, _Changes())
        source = self._workspace.file(there.place.file)

        def merge(kind: str, each: There | None, duty: DraftDuty | None) -> Merge:
            line = source.span(replace(there.place, path=each.path)).line if each is not None else 0
            old = "：".join(filter(None, (each.title, each.text))) if each is not None else ""
            new = str(duty.text) if duty is not None else ""
            at = duty.text.line if duty is not None else 0
            return Merge(kind, name, old, new, there.place.file, line, file, at)  # type: ignore[arg-type]

        for each, duty in pairs.changed:
            origin = Source(file, duty.text.line, digest(duty.text), duty.text.where)
            self._origins[len(self._merges)] = ((each.address, origin),)
            changes.whole += ((len(self._merges), wish) for wish in _wishes(each, duty))
            self._merges.append(merge("changed", each, duty))
        self._merges += (merge("kept", each, duty) for each, duty in pairs.kept)
        for duty in pairs.new:
            changes.added.append((len(self._merges), there, replace(duty, children=())))
            self._merges.append(merge("new", None, duty))
        self._merges += (merge("gone", each, None) for each in pairs.gone)

    def _edited(self, name: str, changes: _Changes, left: list[str]) -> list[Edited]:
        """The file with all that can be put into it; what cannot is told in `left`."""
        file = self._workspace.file(name)
        text = file.text
        if text is None or not (changes.whole or changes.added):
            return []
        root = composed(text)
        groups = [(_in_file(root, file, wish),) for _, wish in changes.whole]
        splices: list[Splice] = []
        for (number, _), outcome in zip(changes.whole, edits(text, groups, spellings()) if groups else (), strict=False):
            if isinstance(outcome, CannotEdit) or not outcome:
                left.append(name)
            else:
                splices += outcome
                self._sources += self._origins.get(number, ())
        after = spliced(text, splices)
        for post, duties in _by_post(changes.added):
            longer = _with_duties(after, file.reading.in_file(post.place.path), duties, self._desk(name))
            if longer is None:
                left.append(name)
            else:
                after = longer
        return [Edited(name, text, after)] if after != text else []

    def _desk(self, name: str) -> Desk:
        return Desk(name, style(replace(self._wanted, proposals=False)))


def _in_file(root: Written, file: File, wish: Whole) -> Whole:
    """The wish where its words stand in the file: a plain sentence has no key of its own."""
    path = file.reading.in_file(wish.path)
    try:
        alone = followed(root, path[:-1], spellings()).value.kind == "scalar"
    except CannotEdit:
        alone = False
    return replace(wish, path=path[:-1] if alone else path)


def _by_post(added: Sequence[tuple[int, Placed[Post], DraftDuty]]) -> list[tuple[Placed[Post], list[DraftDuty]]]:
    found: dict[str, tuple[Placed[Post], list[DraftDuty]]] = {}
    for _, post, duty in added:
        found.setdefault(post.address, (post, []))[1].append(duty)
    return list(found.values())


def _wishes(there: There, duty: DraftDuty) -> list[Whole]:
    """The new words, title and text each in its place, where the places are those that there were."""
    title, text = split(duty)
    if there.title and there.text and title and text:
        pairs = (("title", there.title, title), ("text", there.text, text))
        return [Whole((*there.path, field), new) for field, old, new in pairs if old != new]
    if there.title and not there.text:
        return [Whole((*there.path, "title"), str(duty.text))]
    return [Whole((*there.path, "text"), text or title if not there.title else str(duty.text))]


def _with_duties(text: str, path: tuple[str | int, ...], duties: Sequence[DraftDuty], desk: Desk) -> str | None:
    """The text with more duties behind those of the post at `path`; None where that cannot be proved to be all that changed."""
    try:
        found = followed(composed(text), (*path, "duties"), spellings())
    except CannotEdit:
        return None
    before = parse(text).data
    if found.value.kind != "list" or found.value.style or not found.value.items or before is None:
        return None
    column = found.value.start - line_start(text, found.value.start)
    keys: Keys = "en" if found.key is not None and found.key.value.isascii() else "zh"
    lines = written(Table({"duties": listed(duties, desk, "")}), of_file(keys)).split("\n")[1:-1]
    at = after_line(text, _end(text, found.value))
    gap = "" if text[:at].endswith(("\n", "\r")) else "\n"
    after = text[:at] + gap + "".join(f"{' ' * column}{line[2:]}\n" for line in lines) + text[at:]
    again = parse(after)
    if again.data is None:
        return None
    one, other = read(before), read(again.data)
    return after if len(other.mistakes) == len(one.mistakes) and _grew(one.document, other.document, len(duties)) else None


def _end(text: str, value: Written) -> int:
    """Where the last character of a list is."""
    end = content_end(value)
    while end > value.start and text[end - 1] in "\r\n ":
        end -= 1
    return end


def _grew(before: object, after: object, by: int) -> bool:
    """Whether two documents are the same but for `by` duties that one post has more, behind the others."""
    one = [*getattr(before, "post", ()), *getattr(before, "posts", ())]
    other = [*getattr(after, "post", ()), *getattr(after, "posts", ())]
    if len(one) != len(other):
        return False
    more = 0
    for old, new in zip(one, other, strict=True):
        if new.duties[: len(old.duties)] != old.duties or old.model_copy(update={"duties": ()}) != new.model_copy(
            update={"duties": ()}
        ):
            return False
        more += len(new.duties) - len(old.duties)
    return more == by
