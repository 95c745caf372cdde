"""What an import into definitions that are there comes to: what is new, changed, gone, and what stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from salesduty.results.wording import Text

Kind = Literal["new-department", "new-post", "new-process", "renamed", "moved", "new", "changed", "kept", "gone"]
"""What nobody has described: a department, a post, a process; a post of another name; a duty that another post has now; a value
nobody has written; another one; another one on both sides, so that a person has to choose; one that the document has no more."""


@dataclass(frozen=True, slots=True)
class Merge:
    """One difference: whose it is, which `field`, what the definitions say (`old`) and what the document says (`new`).

    `department` and `owner` are names, `owner` of a post or a process, empty for what is said of the department itself.
    `file` and `line` are those of the definitions, `document` and `at` those of the document, empty and 0 where there are none.
    `other` is the post that a duty has moved from. `writes` tells whether it can be put into the files.
    """

    kind: Kind
    department: str
    owner: str
    field: Text
    key: str = ""
    old: str = ""
    new: str = ""
    file: str = ""
    line: int = 0
    document: str = ""
    at: int = 0
    other: str = ""
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """All differences, how many values are as they were, and whether files were written; `left` are those that were not."""

    folder: str
    merges: tuple[Merge, ...]
    unchanged: int
    files: tuple[str, ...] = ()
    writing: bool = False
    left: tuple[str, ...] = ()
