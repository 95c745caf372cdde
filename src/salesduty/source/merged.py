"""A mapping that has taken keys over from another one."""

from __future__ import annotations

from typing import Any


class Merged(dict[str, Any]):
    """A mapping written with `<<`; `own` are the keys that it says itself, which win over the others in any spelling."""

    __slots__ = ("own",)

    def __init__(self, values: dict[str, Any], own: frozenset[str]) -> None:
        super().__init__(values)
        self.own = own
