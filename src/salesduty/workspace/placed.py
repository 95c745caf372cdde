"""Things with a place and an address, and who can be named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.results.place import Place

T = TypeVar("T", bound=Part)
_BETWEEN_NAMES = re.compile("[，、；]")
EVERYONE = frozenset(("*", "all", "全体", "全员", "全体人员", "部门全体"))
"""What stands for all posts of the department where several may be named."""


@dataclass(frozen=True)
class Placed(Generic[T]):
    """An entity, where it is written, and its address."""

    value: T
    place: Place
    address: str

    def __truediv__(self, step: str | int) -> Place:
        """Return the place of a field: `post / "kpis" / 2`."""
        return self.place / step


@dataclass(frozen=True)
class Party:
    """Somebody who can be named: a post, a party outside the department, or another department."""

    kind: Literal["post", "outside", "department"]
    name: str
    address: str
    company: str | None = None
    post: Placed[Post] | None = None


Index = Mapping[str, tuple[Party, ...]]


def split_names(name: str) -> tuple[str, ...]:
    """Return the names that `name` holds where Chinese commas stand between them, as in 总经理，财务部."""
    parts = (part.strip(" “”\"'") for part in _BETWEEN_NAMES.split(name))
    return tuple(part for part in parts if part)
