"""A draft as what a workspace is put together from: light enough that a thousand of them can be held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from salesduty.intake.writing.departments import Said, Sheet, process
from salesduty.intake.writing.desk import Style
from salesduty.intake.writing.exact import pages, sheets
from salesduty.intake.writing.exact import said as said_of
from salesduty.intake.writing.posts import Page, page
from salesduty.results.draft import Draft, DraftDepartment, DraftPost, LeftOut
from salesduty.results.imported import DepartmentOutline, Outline, PostOutline
from salesduty.results.reasons import REASONS
from salesduty.text.normal import normal

_MOST_DOUBTS = 50


@dataclass(frozen=True, slots=True)
class Twig:
    """What a document says of one department: posts, what else it says, processes.

    `name` is empty where it is not named. `edition` counts documents in one file that describe the same posts again.
    """

    name: str
    edition: int
    pages: tuple[Page, ...]
    said: Said
    processes: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document, ready to be put into a workspace beside others."""

    file: str
    outline: Outline
    twigs: tuple[Twig, ...]
    left_out: tuple[LeftOut, ...]


def leaf(draft: Draft, style: Style) -> Leaf:
    """Return `draft` as pages for a workspace."""
    if draft.exact:
        twig = Twig(
            str(draft.department.name or ""),
            0,
            pages(draft.exact, draft.file, style),
            said_of(draft),
            sheets(draft.exact, draft.file, style),
        )
        return Leaf(draft.file, outline(draft), (twig,), draft.left_out)
    groups = grouped(draft)
    main = _main(draft, groups)
    twigs = []
    unnamed = count(1)
    for (name, edition), posts in groups.items():
        names = frozenset(str(post.name) for post in posts)
        made = tuple(page(post, draft.file, style, names - {str(post.name)}, 1 if post.name else next(unnamed)) for post in posts)
        said = Said(draft.file, DraftDepartment())
        processes: tuple[Sheet, ...] = ()
        if (name, edition) == main:
            said = Said(draft.file, draft.department, draft.department_duties, draft.kpis)
            processes = tuple(process(each, draft.file, style) for each in draft.processes)
        twigs.append(Twig(name, edition, made, said, processes))
    return Leaf(draft.file, outline(draft), tuple(twigs), draft.left_out)


def grouped(draft: Draft) -> dict[tuple[str, int], list[DraftPost]]:
    """Return the posts of a document by the department that they belong to, empty for none that is named, and its edition.

    A part of a file that describes again what an earlier part did is another document about a department of that name.
    """
    own = str(draft.department.name or "")
    named = {str(post.department) for post in draft.posts if post.department}
    usual = own or (next(iter(named)) if len(named) == 1 else "")
    seen: dict[tuple[str, str], int] = {}
    groups: dict[tuple[str, int], list[DraftPost]] = {}
    for name, posts in _by_part(draft.posts, usual):
        names = Counter(key(str(post.name)) for post in posts)
        edition = max(seen.get((name, each), 0) for each in names)
        for post in posts:
            # A post that its own part describes twice goes to the next edition by itself.
            own_edition = max(edition, seen.get((name, key(str(post.name))), 0))
            if post.name:
                seen[name, key(str(post.name))] = own_edition + 1
            groups.setdefault((name, own_edition), []).append(post)
    if not groups or ((own, 0) not in groups and _speaks_of_itself(draft)):
        groups[usual, 0] = []
    return groups


def _speaks_of_itself(draft: Draft) -> bool:
    """Whether a document that names its department says of it more than the name."""
    unnamed = replace(draft.department, name=None)
    return bool(draft.department.name) and (
        unnamed != DraftDepartment() or bool(draft.department_duties or draft.processes or draft.kpis)
    )


def _by_part(posts: tuple[DraftPost, ...], usual: str) -> Iterator[tuple[str, list[DraftPost]]]:
    """The posts of each part of a file with the department that they belong to; one by one where there are no parts."""
    found: dict[tuple[str, str, int], list[DraftPost]] = {}
    for number, post in enumerate(posts):
        found.setdefault((post.part, str(post.department or usual), -1 if post.part else number), []).append(post)
    for (_, name, _), several in found.items():
        yield name, several


def _main(draft: Draft, groups: dict[tuple[str, int], list[DraftPost]]) -> tuple[str, int]:
    """The department that a document speaks of as a whole."""
    own = str(draft.department.name or "")
    return (own, 0) if (own, 0) in groups else next(iter(groups))


def key(name: str) -> str:
    """Return what two spellings of one name have in common."""
    return "".join(normal(name).split())


def outline(draft: Draft) -> Outline:
    """Return how a document is built, for people."""
    left: Counter[str] = Counter()
    for each in draft.left_out:
        left[each.reason] += len("".join(each.text.split()))
    doubts = [each for each in draft.left_out if REASONS[each.reason].doubt]
    groups = grouped(draft)
    main = _main(draft, groups)
    departments = []
    for (name, edition), posts in groups.items():
        of_all = (name, edition) == main
        departments.append(
            DepartmentOutline(
                name,
                tuple(map(_post, posts)),
                len(draft.department_duties) if of_all else 0,
                tuple(str(each.name) for each in draft.processes) if of_all else (),
                len(draft.kpis) if of_all else 0,
            )
        )
    return Outline(
        draft.file,
        draft.kind,
        draft.size,
        tuple(departments),
        dict(left),
        tuple(doubts[:_MOST_DOUBTS]),
        len(doubts),
        draft.notes,
    )


def _post(post: DraftPost) -> PostOutline:
    below = sum(1 for duty in post.duties for depth, _ in duty.walk() if depth)
    return PostOutline(
        str(post.name),
        post.name.line,
        post.name.where,
        len(post.duties),
        below,
        sum(1 for each in post.authorities for _ in each.walk()),
        len(post.qualifications),
        len(post.kpis),
        post.name_inferred,
    )
