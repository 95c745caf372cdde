"""What an import into definitions that are there comes to: what is new, changed, gone, and what stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["new-post", "new", "changed", "kept", "gone"]
"""A post nobody has described; a duty nobody has written; other words for one; other words on both sides, so that a person has
to choose; a duty that the document does not have any more."""


@dataclass(frozen=True, slots=True)
class Merge:
    """One difference: where it is in the definitions, what they say (`old`) and what the document says (`new`).

    `file` and `line` are those of the definitions, `document` and `at` those of the document, 0 and empty where there are none.
    """

    kind: Kind
    post: str
    old: str
    new: str
    file: str = ""
    line: int = 0
    document: str = ""
    at: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """All differences, how many duties are as they were, and whether files were written."""

    folder: str
    merges: tuple[Merge, ...]
    unchanged: int
    files: tuple[str, ...] = ()
    writing: bool = False
    left: tuple[str, ...] = ()
