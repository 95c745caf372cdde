"""What can be asked of a text, in terms of its values: paths are field names in English and list indices as in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from salesduty.source.span import Path
from salesduty.source.written import Key

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Other `words` for the characters from `start` up to `end` of the scalar at `path`, counted from 0 in its value."""

    path: Path
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Another value for the scalar at `path`."""

    path: Path
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """Another name for the key at `path`."""

    path: Path
    words: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys for the mapping at `path`; what is a plain sentence there goes below the key `sentence`.

    With `lines` they come before the sentence, and one in a list that is not in brackets gets a line for each; otherwise
    they stand behind it in braces.
    """

    path: Path
    added: Mapping[Key, Value]
    sentence: Key
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """The item at `path` goes behind all others of its list."""

    path: Path


Wish = Words | Whole | Named | Fields | Last


def disagree(one: Wish, other: Wish) -> bool:
    """Tell whether two wishes are about the same value, or one about what the other is inside of."""
    if isinstance(one, Words) and isinstance(other, Words) and one.path == other.path:
        return (one.start < other.end and other.start < one.end) or one.start == other.start
    if isinstance(one, Last) and isinstance(other, Last) and one.path[:-1] == other.path[:-1]:
        return True
    outer, inner = sorted((one, other), key=lambda wish: len(wish.path))
    if isinstance(outer, Fields) and len(outer.path) < len(inner.path):
        # A key that is added moves nothing that is below.
        return False
    return inner.path[: len(outer.path)] == outer.path


def agreeing(groups: Sequence[Sequence[Wish]]) -> tuple[Sequence[Wish], ...]:
    """Return the groups that do not disagree with one before them."""
    taken = _Taken()
    kept = []
    for group in groups:
        if not any(disagree(wish, other) for wish in group for other in taken.near(wish)):
            kept.append(group)
            taken.add(group)
    return tuple(kept)


class _Taken:
    """The wishes that have been accepted, found by path without going through them all."""

    def __init__(self) -> None:
        self._at: dict[Path, list[Wish]] = {}
        self._below: dict[Path, list[Wish]] = {}
        self._moving: dict[Path, list[Wish]] = {}

    def add(self, group: Sequence[Wish]) -> None:
        """Accept `group`."""
        for wish in group:
            self._at.setdefault(wish.path, []).append(wish)
            for depth in range(len(wish.path)):
                self._below.setdefault(wish.path[:depth], []).append(wish)
            if isinstance(wish, Last):
                self._moving.setdefault(wish.path[:-1], []).append(wish)

    def near(self, wish: Wish) -> Iterator[Wish]:
        """Yield those at, above and below the path of `wish`, and those that move in its list."""
        for depth in range(len(wish.path) + 1):
            yield from self._at.get(wish.path[:depth], ())
        yield from self._below.get(wish.path, ())
        if isinstance(wish, Last):
            yield from self._moving.get(wish.path[:-1], ())
