"""A YAML text as it is written: every value with its characters, its style and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from salesduty.source.span import Path, Step

Reason = Literal["alias", "lines", "taken", "nowhere", "unsure"]
"""Repeated from elsewhere; a sentence of several lines behind `|` or `>`; the key is there; no such place; cannot be proved."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
MERGE = "<<"


class Key(NamedTuple):
    """A key in its two spellings."""

    en: str
    zh: str


class CannotEdit(Exception):
    """A text that is better left alone, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass
class Written:
    """A value as it is written, with its anchor and tag: the characters from `start` up to `end` and what it is made of.

    `style` is the quote or the sign that a scalar begins with, `{` for a collection in brackets, else empty.
    """

    kind: Literal["scalar", "mapping", "list", "alias"]
    start: int
    end: int = 0
    style: str = ""
    value: str = ""
    pairs: list[tuple[Written, Written]] = field(default_factory=list)
    items: list[Written] = field(default_factory=list)

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or a word that means nothing."""
        return self.kind == "scalar" and not self.style and self.value in NULLS

    @cached_property
    def solid(self) -> Sequence[Written]:
        """The items that count: empty ones have no index."""
        return [item for item in self.items if not item.is_null]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path: the value, its key, the collection and the mapping around it, and the path as it is spelt."""

    value: Written
    key: Written | None
    within: Written
    around: Written
    steps: Path


def composed(text: str) -> Written:
    """Return the value of the first document of `text`. Raises CannotEdit."""
    parser: Any = CParser(text)
    try:
        events = _events(parser)
        return _composed(next(events), events)
    except (yaml.YAMLError, StopIteration) as error:
        raise CannotEdit("nowhere") from error
    finally:
        parser.dispose()


def _events(parser: Any) -> Iterator[Any]:
    """The events of the first document that are about values, and the ends of collections."""
    while (event := parser.get_event()) is not None:
        name = type(event).__name__
        if name == "DocumentEndEvent":
            return
        if not name.startswith(("Stream", "Document")):
            yield event


def _composed(event: Any, events: Iterator[Any]) -> Written:
    """The value that begins with `event`. As deep as the reader allows, which is far below what Python does."""
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, AliasEvent):
        return Written("alias", start, end)
    if isinstance(event, ScalarEvent):
        return Written("scalar", start, end, event.style or "", event.value)
    style = "{" if getattr(event, "flow_style", False) else ""
    if isinstance(event, SequenceStartEvent):
        found = Written("list", start, style=style)
        while not (following := next(events)).__class__.__name__.endswith("EndEvent"):
            found.items.append(_composed(following, events))
    elif isinstance(event, MappingStartEvent):
        found = Written("mapping", start, style=style)
        while not (following := next(events)).__class__.__name__.endswith("EndEvent"):
            key = _composed(following, events)
            found.pairs.append((key, _composed(next(events), events)))
    else:
        raise CannotEdit("nowhere")
    found.end = following.end_mark.index
    return found


def followed(root: Written, path: Path, spellings: Mapping[str, Set[str]]) -> Found:
    """Return what stands at `path` below `root`; needless steps into short forms are left out. Raises CannotEdit.

    `spellings` maps each Chinese key to the English ones that it may stand for.
    """
    value, key, within, around = root, None, root, root
    steps: list[Step] = []
    for step in path:
        if value.kind == "alias":
            raise CannotEdit("alias")
        if value.kind == "mapping":
            around = value
            if isinstance(step, int):
                continue
            within = value
            key, value = _below(value, step, spellings)
            steps.append(key.value)
        elif value.kind == "list" and isinstance(step, int):
            if step >= len(value.solid):
                raise CannotEdit("nowhere")
            within, key, value = value, None, value.solid[step]
            steps.append(step)
        else:
            raise CannotEdit("nowhere")
    return Found(value, key, within, around, tuple(steps))


def _below(mapping: Written, step: str, spellings: Mapping[str, Set[str]]) -> tuple[Written, Written]:
    exact = [pair for pair in mapping.pairs if pair[0].value in (step, step.rstrip("_"))]
    alike = [pair for pair in mapping.pairs if means(pair[0].value, step, spellings)]
    for key, value in (*exact, *alike):
        if not value.is_null:
            return key, value
    raise CannotEdit("alias" if any(key.value == MERGE for key, _ in mapping.pairs) else "nowhere")


def means(written: str, step: str, spellings: Mapping[str, Set[str]]) -> bool:
    """Tell whether a key that is `written` so is that of the field `step`."""
    name = step.rstrip("_")
    return written in (step, name) or name in spellings.get(written, ())


def is_chinese(key: str, spellings: Mapping[str, Set[str]]) -> bool:
    """Tell whether a key is the Chinese name of a field."""
    return key in spellings and not key.isascii()
