"""What ids mean in words: the names of parties, KPIs, systems and authorities."""

from __future__ import annotations

from collections.abc import Iterable

from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.text.printable import printable, printable_lines
from salesduty.text.visible import visible
from salesduty.workspace.entities import EVERYONE, Department, Placed

JOIN = "、"


def label(part: type[Part], key: str) -> str:
    """Return the printed label of a field: its title, written once in the model."""
    return part.title_of(key)


def anchor(address: str) -> str:
    """Return `address` as the id of a place on a page: what cannot be seen is written out, blanks become `_`."""
    return "_".join(visible(address).split())


def party(department: Department, ref: str) -> str:
    """Return the name of whom `ref` means; `ref` itself where it is not known."""
    if ref in EVERYONE:
        return "全体"
    found = department.parties(ref)
    return printable(found[0].name if found else ref)


def parties(department: Department, refs: Iterable[str]) -> str:
    """Return the names of all whom `refs` mean."""
    return JOIN.join(party(department, ref) for ref in refs)


def kpi(department: Department, ref: str, post: Placed[Post] | None = None) -> str:
    """Return the name of the KPI that `ref` means, defined in the department or in place on `post`."""
    defined = department.kpi(ref)
    if defined is not None:
        return printable(defined.value.name)
    in_place = post.value.kpis if post is not None else ()
    return printable(next((own.name for own in in_place if own.id == ref and own.name), ref))


def system(department: Department, ref: str) -> str:
    """Return the name of the system that `ref` means."""
    return printable(next((known.name for known in department.spec.systems if ref in (known.id, known.name)), ref))


def authority(post: Placed[Post] | None, ref: str) -> str:
    """Return the text of the authority of `post` that `ref` means."""
    own = post.value.authorities if post is not None else ()
    return printable(next((known.text for known in own if known.id == ref), ref))


def lines(text: str | None) -> tuple[str, ...]:
    """Return the printable lines of a text that may not be there."""
    return printable_lines(text) if text else ()


def texts(values: Iterable[str]) -> str:
    """Return several texts as one."""
    return JOIN.join(printable(value) for value in values)
