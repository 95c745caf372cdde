"""New entities to be filled in by people: what is known stands there, what is not is a comment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from salesduty.model.fields import parts
from salesduty.model.filled import filled, scalar
from salesduty.source.span import Path

KINDS = ("post", "process", "kpi")


def skeleton(template: str, kind: str, name: str, known: Mapping[str, str], *, english: bool) -> str:
    """Return `template`, a file with one entity of `kind`, with its `name` and what is `known` of it, by English keys.

    Each line that is a comment with a known key becomes that field. Raises KeyError where there is no such line.
    """
    part = next(part for part in parts() if part.__name__.lower() == kind)
    path: Path = (kind, "name")
    text = filled(template, {path: name}, english=False)
    for key, value in known.items():
        spelt = key if english else part.title_of(key)
        text, count = re.subn(rf"(?m)^(\s*)# {spelt}: .*$", lambda line: f"{line[1]}{spelt}: {scalar(value)}", text, count=1)  # noqa: B023
        if not count:
            raise KeyError(key)
    return text
