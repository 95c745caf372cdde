"""Template sources, as handed down by the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Templates:
    """Sources by name, as in `docx/word/document.xml.jinja`. Two are the same only if they are one object."""

    sources: Mapping[str, str]
