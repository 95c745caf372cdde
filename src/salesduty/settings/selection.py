"""Which rules speak, how loud, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Weight = Literal["error", "warning", "info", "off"]
WEIGHTS: tuple[Weight, ...] = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class Layer:
    """Wishes that hold together: for the files that the glob `paths` means, for all where it is empty.

    A wish names a rule by its code or its name, or a family of rules by the letters of its codes. What names the rule itself
    goes before what names its family; among equals `ignore` and the weight `off` go before `select`.
    """

    paths: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Weight] = field(default_factory=dict)

    def turns(self, code: str, name: str) -> bool | None:
        """Tell whether the layer turns a rule on or off; None where it leaves it as it is."""
        off = (word for word, weight in self.severity.items() if weight == "off")
        wanted, unwanted = _nearness(self.select, code, name), max(_nearness(self.ignore, code, name), _nearness(off, code, name))
        return wanted > unwanted if wanted or unwanted else None

    def weight(self, code: str, name: str) -> Weight | None:
        """Return the severity that the layer gives a rule, None where it leaves it as it is."""
        near = max(self.severity, key=lambda word: _nearness((word,), code, name), default="")
        weight = self.severity[near] if _nearness((near,), code, name) else None
        return weight if weight != "off" else None


@dataclass(frozen=True, slots=True)
class Selection:
    """Wishes in layers, the later over the earlier. Without `everything` only what a layer selects is on."""

    everything: bool = True
    layers: tuple[Layer, ...] = ()

    def words(self) -> frozenset[str]:
        """Return every word that is to name a rule or a family."""
        return frozenset(word for layer in self.layers for word in (*layer.select, *layer.ignore, *layer.severity))

    @property
    def is_plain(self) -> bool:
        """Whether every rule speaks everywhere as it would by itself."""
        return self.everything and not self.words()


def _nearness(words: Iterable[str], code: str, name: str) -> int:
    """2 where one of `words` is the rule itself, 1 where it is its family, else 0."""
    return max((2 if word in (code, name) else 1 if word == code[:-3] else 0 for word in words), default=0)
