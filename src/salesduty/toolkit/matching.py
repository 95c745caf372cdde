"""Which department, post or process of the definitions a document means."""

from __future__ import annotations

from collections.abc import Sequence, Set

from salesduty.intake.writing.leaves import key
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.toolkit.incoming import Incoming, Page
from salesduty.toolkit.pairing import plain, said, things
from salesduty.workspace.entities import Department, Placed


def department_of(found: Incoming, there: Sequence[Department], taken: Set[str]) -> Department | None:
    """Return the department that a document speaks of: by name and id, by name, by most of its posts; None for a new one."""
    free = [each for each in there if each.id not in taken] or list(there)
    if found.named:
        same = [each for each in free if key(each.name) == key(found.name)]
        same = [each for each in same if each.id == found.id] or same or [each for each in free if each.id == found.id]
        if same:
            return same[0]
    names = {key(page.part.name) for page in found.posts if isinstance(page.part, Post)}
    shares = [(len(names & _called(each)), each) for each in free]
    best = max(shares, key=lambda share: share[0], default=None)
    if best is not None and names and best[0] * 2 >= len(names):
        return best[1]
    return there[0] if len(there) == 1 and not found.named else None


def posts_of(found: Sequence[Page], there: Sequence[Placed[Post]]) -> list[tuple[Page, Placed[Post] | None]]:
    """Return for each post of documents the one that is written, None for a new one; renamed ones are known by their duties."""
    free = list(there)
    given: dict[int, Placed[Post]] = {}

    def take(number: int, old: Placed[Post]) -> None:
        given[number] = old
        if old in free:
            free.remove(old)

    pages = [(number, page.part) for number, page in enumerate(found) if isinstance(page.part, Post)]
    for number, post in pages:
        same = [each for each in free if key(post.name) in _names(each.value)]
        same.sort(key=lambda each: (each.value.id != post.id, key(each.value.name) != key(post.name)))
        if same:
            take(number, same[0])
    for number, post in pages:
        if number not in given and (again := [each for each in there if key(post.name) in _names(each.value)]):
            # Another document describes it too.
            take(number, again[0])
    for number, post in pages:
        if number not in given and (old := _by_duties(post, free)) is not None:
            take(number, old)
    return [(page, given.get(number)) for number, page in enumerate(found)]


def process_of(found: Process, there: Sequence[Placed[Process]]) -> Placed[Process] | None:
    """Return the process of that name, or of that id."""
    same = [each for each in there if key(each.value.name) == key(found.name)]
    return next(iter(same or [each for each in there if each.value.id and each.value.id == found.id]), None)


def _called(department: Department) -> set[str]:
    return {name for post in department.posts for name in _names(post.value)}


def _names(post: Post) -> set[str]:
    return {key(post.name), *map(key, post.aliases)}


def _by_duties(post: Post, free: Sequence[Placed[Post]]) -> Placed[Post] | None:
    """The post that has most of the same duties."""
    duties = {plain(said(each.part)) for each in things(post.duties, ())}
    best: tuple[int, Placed[Post]] | None = None
    for each in free:
        own = {plain(said(one.part)) for one in things(each.value.duties, ())}
        shared = len(duties & own)
        if shared * 2 > max(len(duties), len(own)) and (best is None or shared > best[0]):
            best = (shared, each)
    return best[1] if best is not None else None
