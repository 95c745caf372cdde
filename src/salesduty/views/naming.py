"""What ids mean in words: the names of parties, KPIs, systems and authorities."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from salesduty.model.areas import area_label
from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.results.said import Said
from salesduty.text.printable import printable, printable_lines
from salesduty.text.visible import visible
from salesduty.workspace.entities import EVERYONE, Department, Placed

JOIN = "、"


@cache
def label(part: type[Part], key: str) -> str:
    """Return the printed label of a field: its title, written once in the model."""
    return part.title_of(key)


def anchor(address: str) -> str:
    """Return `address` as the id of a place on a page: what cannot be seen is written out, blanks become `_`."""
    return "_".join(visible(address).split())


def file(name: str, department: Department) -> str:
    """Return the file `name` counted from the root of the workspace where that is known, and never where it lies on a disk."""
    found = next((each for each in department.files if each.name == name), None)
    last = name.replace("\\", "/").rpartition("/")[2]
    return printable("/".join((*(found.folder if found is not None else ()), last)))


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
    """Return the name of the KPI that `ref`, which stands in `post`, means."""
    found = department.kpi(ref, post)
    return printable((found.value.name if found is not None else None) or ref)


def system(department: Department, ref: str) -> str:
    """Return the name of the system that `ref` means."""
    found = department.system(ref)
    return printable(found.name if found is not None else ref)


def authority(department: Department, ref: str, post: Placed[Post] | None = None) -> str:
    """Return the text of the authority that `ref` means, of `post` or, without one, of any post of the department."""
    found = department.authority(ref, post)
    return printable(found.text if found is not None else ref)


def areas(ids: Iterable[str]) -> str:
    """Return the names of areas, each with its id."""
    return JOIN.join(printable(area_label(area)) for area in ids)


def lines(text: str | None, key: str = "") -> tuple[str, ...]:
    """Return the printable lines of a text that may not be there; `key` tells where in the model it stands."""
    found = printable_lines(text) if text else ()
    return tuple(Said(line, key) for line in found) if key else found


def said(text: str | None, key: str) -> str:
    """Return a text that may not be there on one printable line; `key` tells where in the model it stands."""
    line = printable(text) if text else ""
    return Said(line, key) if line else ""


def texts(values: Iterable[str], key: str = "") -> str:
    """Return several texts as one; `key` tells where in the model they stand, if they can be told apart again."""
    found = [printable(value) for value in values]
    line = JOIN.join(found)
    return Said(line, key) if key and found and not any(JOIN in text for text in found) else line


def listed(values: Iterable[str], key: str) -> tuple[str, ...]:
    """Return each of several texts on a printable line; `key` tells where in the model the list of them stands."""
    return tuple(said(value, f"{key}/{number}") for number, value in enumerate(values, 1))
