"""Comments of a YAML text that are addressed to salesduty, and what each of them is about.

libyaml skips comments, so they are found by their mark, and those inside a sentence are told apart by where the values stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

_MARK = re.compile(r"#[ \t\u3000\xa0]*(?i:salesduty)[ \t\u3000\xa0]*[:：][ \t\u3000\xa0]*")
_REST = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|[\r\n]")
_NOTHING = " \t-"
"""What may stand before a comment on a line of its own: a dash begins the item that it is about."""

Standing = Literal["head", "behind", "above"]
"""Before all values of the file; behind something on its line; on a line of its own."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: what follows `salesduty:` in it and from which character on, from which to which it runs, from 0.

    One behind something is about its line; one on a line of its own about the key with its value or the list item that
    begins next, with all that is in it; `below` is None where nothing follows.
    """

    text: str
    at: int
    start: int
    end: int
    standing: Standing
    below: tuple[int, int] | None = None


def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of `text` that begin with `salesduty:`, in order; `text` is one that could be read as YAML."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return ()
    values, blocks = _laid_out(text)
    starts = [value.start for value in values]
    first = starts[0] if starts else len(text)
    found: list[Comment] = []
    for mark in marks:
        at = bisect_right(starts, mark.start()) - 1
        within = at >= 0 and mark.start() < values[at].end
        if within or (found and mark.start() < found[-1].end):
            continue
        rest = _REST.match(text, mark.end())
        end = rest.end() if rest is not None else mark.end()
        alone = not text[_line_start(text, mark.start()) : mark.start()].partition("#")[0].strip(_NOTHING)
        standing: Standing = "behind" if not alone else "head" if mark.start() < first else "above"
        below = _next(blocks, mark.start()) if alone else None
        found.append(Comment(text[mark.end() : end].rstrip(), mark.end(), mark.start(), end, standing, below))
    return tuple(found)


class _Stretch(NamedTuple):
    """Characters from `start` up to `end`, counted from 0."""

    start: int
    end: int


def _laid_out(text: str) -> tuple[list[_Stretch], list[_Stretch]]:
    """The scalars of `text` in order, and its pairs and list items by where they begin, the larger before the smaller."""
    parser: Any = CParser(text)
    layout = _Layout(text)
    try:
        while (event := parser.get_event()) is not None:
            layout.take(event)
    except yaml.YAMLError:  # what lies behind is not read
        pass
    finally:
        parser.dispose()
    return layout.values, sorted(layout.blocks, key=lambda block: (block.start, -block.end))


class _Open:
    """A mapping or a list that is being read: where its present pair or item begins, and which of a pair is next."""

    __slots__ = ("begun", "in_mapping", "on_value", "start")

    def __init__(self, start: int, *, in_mapping: bool) -> None:
        self.start = start
        self.in_mapping = in_mapping
        self.on_value = False
        self.begun = start


class _Layout:
    """What the events of a text have told so far."""

    def __init__(self, text: str) -> None:
        self.values: list[_Stretch] = []
        self.blocks: list[_Stretch] = []
        self._text = text
        self._open: list[_Open] = []
        self._end = 0

    def take(self, event: Any) -> None:
        """Take the next event in."""
        kind = event.__class__
        if kind is ScalarEvent or kind is AliasEvent:
            start, self._end = event.start_mark.index, event.end_mark.index
            self.values.append(self._protected(event, start))
            self._done(start)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            # The end of a block collection is where the next thing begins; that of one in brackets is its bracket.
            if event.end_mark.index > event.start_mark.index:
                self._end = event.end_mark.index
            self._done(self._open.pop().start)
        elif kind is DocumentStartEvent:
            self._open.clear()
        elif event.__class__.__name__.endswith("StartEvent") and hasattr(event, "anchor"):
            self._open.append(_Open(event.start_mark.index, in_mapping=kind is MappingStartEvent))

    def _protected(self, event: Any, start: int) -> _Stretch:
        """The characters of a scalar, behind the first line of one that `|` or `>` begins: a comment may stand there."""
        if event.__class__ is ScalarEvent and event.style in ("|", ">"):
            line_end = _LINE_END.search(self._text, start)
            start = line_end.end() if line_end is not None else self._end
        return _Stretch(start, max(start, self._end))

    def _done(self, start: int) -> None:
        """A value that began at `start` is complete; so is the pair or the item around it, if it was not a key."""
        if not self._open:
            return
        top = self._open[-1]
        if top.in_mapping and not top.on_value:
            top.begun = start
            top.on_value = True
            return
        self.blocks.append(_Stretch(top.begun if top.in_mapping else start, self._end))
        top.on_value = False


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _next(blocks: list[_Stretch], at: int) -> tuple[int, int] | None:
    """The outermost pair or item of those that begin first behind `at`."""
    index = bisect_right(blocks, at, key=lambda block: block.start)
    return blocks[index] if index < len(blocks) else None
