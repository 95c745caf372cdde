"""What the items of lists say, known without going through the lists again for each item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

_Item = TypeVar("_Item")


@dataclass(slots=True)
class Said:
    """The words in lists that only grow. Lists are kept, so that another one never takes the place of one in memory."""

    _known: dict[int, tuple[list[Any], set[str]]] = field(default_factory=dict)
    _seen: dict[int, int] = field(default_factory=dict)

    def holds(self, text: str, items: list[_Item], words: Callable[[_Item], str]) -> bool:
        """Tell whether one of `items`, which say `words`, says `text`."""
        _, known = self._known.setdefault(id(items), (items, set()))
        known.update(words(each) for each in items[self._seen.get(id(items), 0) :])
        self._seen[id(items)] = len(items)
        return text in known
