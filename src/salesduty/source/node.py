"""Where each value of a file stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Set
from dataclasses import dataclass

from salesduty.source.span import FIRST, Path, Span, Step

_LINE_END = re.compile(r"\r\n|\r|\n")


class Node:
    """One value: the characters it spans, those of its key if it has one, and its children."""

    __slots__ = ("children", "end", "key_end", "key_start", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.key_start = -1
        self.key_end = -1
        self.children: dict[str, Node] | list[Node] | None = None

    def under(self, step: Step, spellings: Mapping[str, Set[str]]) -> Node | None:
        """Return the child that `step` leads to, whatever spelling its key has in the file.

        A step into a value that was written in its short form (a sentence for a mapping, one thing for
        a list of one) stays where it is.
        """
        if isinstance(self.children, dict):
            if isinstance(step, int):
                return self
            return _by_key(self.children, step, spellings)
        if isinstance(self.children, list):
            return self.children[step] if isinstance(step, int) and step < len(self.children) else None
        return self


def _by_key(children: Mapping[str, Node], step: str, spellings: Mapping[str, Set[str]]) -> Node | None:
    found = children.get(step) or children.get(step.rstrip("_"))
    if found is not None:
        return found
    return next((child for raw, child in children.items() if step.rstrip("_") in spellings.get(raw, ())), None)


class Lines:
    """Character offsets to lines and columns. Only LF, CR LF and CR end a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        # A thousand findings on one endless line must not hold it a thousand times.
        self._lines: dict[int, str] = {}

    def span(self, start: int, end: int) -> Span:
        """Return the lines and columns, from 1, of the characters from `start` up to `end`, counted from 0."""
        start = min(max(start, 0), len(self._text))
        end = min(max(end, start), len(self._text))
        line, end_line = bisect_right(self._starts, start), bisect_right(self._starts, end)
        return Span(line, start - self._starts[line - 1] + 1, end_line, end - self._starts[end_line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of line `number`, counted from 1, without its end; the same string each time."""
        known = self._lines.get(number)
        if known is None:
            start = self._starts[number - 1]
            end = self._starts[number] if number < len(self._starts) else len(self._text)
            known = self._lines[number] = self._text[start:end].rstrip("\r\n")
        return known


@dataclass(frozen=True, slots=True)
class Places:
    """Every place of one file."""

    lines: Lines
    root: Node | None

    def span(self, path: Path, spellings: Mapping[str, Set[str]], *, on_key: bool = False) -> Span:
        """Return where the value at `path` stands: the nearest enclosing thing if it is not written.

        `spellings` maps each Chinese key to the English ones that it may stand for. A mapping or a list
        is pointed at by its key, or by its first line where it has none.
        """
        if self.root is None:
            return FIRST
        node = self.root
        for step in path:
            child = node.under(step, spellings)
            if child is None:
                return self._of(node, on_key=True)
            node = child
        return self._of(node, on_key=on_key)

    def pair(self, path: Path, spellings: Mapping[str, Set[str]], number: int, *, on_key: bool) -> Span | None:
        """Return where key or value of a pair stands, counted from 0, if what is at `path` is written as a mapping."""
        node = self.root
        for step in path:
            node = node.under(step, spellings) if node is not None else None
        if node is None or not isinstance(node.children, dict) or number >= len(node.children):
            return None
        child = list(node.children.values())[number]
        return self._of(child, on_key=on_key)

    def _of(self, node: Node, *, on_key: bool) -> Span:
        if node.key_start >= 0 and (on_key or node.children is not None):
            return self.lines.span(node.key_start, node.key_end)
        if isinstance(node.children, dict) and node.children:
            first = next(iter(node.children.values()))
            return self.lines.span(first.key_start, first.key_end)
        if isinstance(node.children, list) and node.children:
            return self._of(node.children[0], on_key=on_key)
        return self.lines.span(node.start, node.end)
