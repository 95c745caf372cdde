"""What came of an import: outlines of the documents, what a person should decide, what was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from salesduty.results.draft import LeftOut


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read: `reason` is a key of `results.unreadable.TROUBLES`, `told` what its message names."""

    file: str
    reason: str
    told: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PostOutline:
    """A post in a document: in which line it begins, and how much was found of it."""

    name: str
    line: int
    where: str = ""
    duties: int = 0
    below: int = 0
    authorities: int = 0
    qualifications: int = 0
    kpis: int = 0
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class DepartmentOutline:
    """A department in a document; `name` is empty where the document names none. `folder` is where it was written."""

    name: str
    posts: tuple[PostOutline, ...] = ()
    functions: int = 0
    processes: tuple[str, ...] = ()
    kpis: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """A document that was read: what is in it, and how many characters were put aside for each reason.

    `doubts` are what a person should look at, the first of them; `doubtful` is how many there are.
    """

    file: str
    kind: str
    size: int
    departments: tuple[DepartmentOutline, ...]
    left: Mapping[str, int]
    doubts: tuple[LeftOut, ...] = ()
    doubtful: int = 0
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def anything(self) -> bool:
        """Whether anything of a definition was found."""
        return any(each.posts or each.functions or each.processes or each.kpis for each in self.departments)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to decide: `kind` is a key of `results/remarks.py`, `told` what its words name."""

    kind: str
    file: str
    line: int
    told: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written below `folder`: files by their names in it, how many departments and posts, and what is to be decided."""

    folder: str
    files: int
    departments: tuple[str, ...]
    posts: int
    remarks: tuple[Remark, ...]
