"""The order in which the fields of a mapping are written, and what they are called in each language, level by level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from salesduty.model.document import Document
from salesduty.model.fields import below
from salesduty.model.part import Part

Keys = Literal["zh", "en"]

# What stands first; the rest follows in the order of the fields of the model. A model lists what it inherits before its own.
_WHO = ("id", "name")
_FIRST: Mapping[str, tuple[str, ...]] = {
    "Department": (
        *_WHO,
        "company",
        "profile",
        "document_title",
        "document_no",
        "version",
        "effective",
        "review_by",
        "prepared_by",
        "reviewed_by",
        "approved_by",
        "headcount",
        "numbering",
        "purpose",
    ),
    "Post": (*_WHO, "aliases", "level", "group", "status", "when", "reports_to", "headcount", "deputy"),
    "Duty": ("id", "title"),
    "Step": (*_WHO, "text", "kind", "area", "accountable", "do", "review", "support"),
    "Kpi": _WHO,
    "PostKpi": ("ref", *_WHO, "weight"),
}


@dataclass(frozen=True)
class Shape:
    """What is known of a mapping: the model that reads it, None where its keys are free."""

    part: type[Part] | None
    keys: Keys | None = None
    """The language that keys are to be in; None leaves them as they are."""

    def rank(self, key: str) -> int | None:
        """Return the place of `key` among the others, None for one that is not known."""
        return None if self.part is None else _ranks(self.part).get(self._english(key))

    def name(self, key: str) -> str:
        """Return how `key` is to be spelt."""
        english = self._english(key)
        if self.keys is None or self.part is None or english not in self.part.names:
            return key
        return english if self.keys == "en" else self.part.title_of(english)

    def below(self, key: str) -> Shape:
        """Return what is known of the mappings at or below `key`."""
        return Shape(below(self.part, self._english(key)) if self.part is not None else None, self.keys)

    def _english(self, key: str) -> str:
        return key if self.part is None else self.part.titles.get(key, key)


def of_file(keys: Keys | None = None) -> Shape:
    """Return the shape of a whole file, its keys to be in one language if `keys` says so."""
    return Shape(Document, keys)


@cache
def _ranks(part: type[Part]) -> Mapping[str, int]:
    names = [field.alias or name for name, field in part.model_fields.items()]
    first = [name for name in _FIRST.get(part.__name__, ()) if name in names]
    return {name: rank for rank, name in enumerate((*first, *(name for name in names if name not in first)))}
