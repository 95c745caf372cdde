"""Template sources, as handed down by the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Templates:
    """Sources by name, as in `docx/word/document.xml.jinja`. Two are the same only if they are one object.

    `outside` are the names of those that somebody else wrote: a folder given with `--template`. Where it is empty, all
    sources are our own; where it is not, none may run outside the sandbox and its limits.
    """

    sources: Mapping[str, str]
    outside: frozenset[str] = frozenset()
