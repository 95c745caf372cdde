"""YAML text to plain values, strictly, with every place that a finding may have to name.

The events of libyaml are walked once, without recursion, so that depth and aliases are bounded before
anything is built. No scalar is given a type: `on`, `0012` and `2026-01-01` stay what a person typed,
and the model decides what it wants to read.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from salesduty.source.explain import control_character, explained
from salesduty.source.merged import Merged
from salesduty.source.node import Lines, Node, Places
from salesduty.source.problems import MOST_ALIASED, MOST_DEPTH, MOST_VALUES, Problem, Unreadable

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_CORE = "tag:yaml.org,2002:"
_KNOWN_TAGS = frozenset((None, "!", *(_CORE + name for name in ("str", "map", "seq", "int", "float", "bool", "timestamp"))))
_MERGE = "<<"
_WIDE_BLANKS = ("\u3000", "\xa0")
_WORD = re.compile(r"[^\s,\[\]{}]{0,60}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The values of one file: mappings, lists and text. `data` is None where the text cannot be read or holds nothing."""

    data: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()
    empty: bool = False


def parse(text: str, keys: Set[str] = frozenset()) -> Parsed:
    """Return the values of `text` and its problems; never raises for anything that a person could have typed.

    `keys` are the names of fields that the caller knows: wrong colons behind them are all told at once.
    """
    walk = _Walk(text, with_places=False, keys=keys)
    data = walk.run()
    if data is None or isinstance(data, dict):
        return Parsed(data, tuple(walk.problems), empty=data is None and not walk.broken)
    start = len(text) - len(text.lstrip())
    return Parsed(None, (*walk.problems, Problem("not-a-mapping", start, start + 1, {"text": text.strip()[:60]})))


def locate(text: str) -> Places:
    """Return where every value of `text` stands, as far as the text can be read."""
    walk = _Walk(text, with_places=True)
    walk.run()
    return Places(Lines(text), walk.root)


class _Open:
    """A mapping or a list that is being read: one of `mapping` and `items` is there."""

    __slots__ = ("anchor", "height", "items", "key", "key_event", "mapping", "merges", "node", "seen")

    def __init__(self, mapping: dict[str, Any] | None, items: list[Any] | None, anchor: str | None, seen: int) -> None:
        self.mapping = mapping
        self.items = items
        self.node: Node | None = None
        self.anchor = anchor
        self.seen = seen
        self.height = 1
        self.key: str | None = None
        self.key_event: Any = None
        self.merges: list[tuple[dict[str, Any], Node | None]] | None = None


@dataclass(frozen=True, slots=True)
class _Anchored:
    value: Any
    node: Node | None
    size: int
    height: int


class _Walk:
    """One pass over the events of a text."""

    def __init__(self, text: str, *, with_places: bool, keys: Set[str] = frozenset()) -> None:
        self.text = text
        self._keys = keys
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.broken = False
        self._with_places = with_places
        self._value: Any = None
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._count = 0
        self._aliased = 0

    def run(self) -> Any:
        """Walk to the end or to the first problem that cannot be read past; return the value of the document."""
        parser: Any = None
        try:
            parser = CParser(self.text)
            self._events(parser)
        except yaml.MarkedYAMLError as error:
            self._give_up(*explained(self.text, error, self._keys))
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            self._give_up(control_character(self.text))
        except Unreadable as refused:
            self._give_up(refused.problem)
        finally:
            if parser is not None:
                parser.dispose()
        return None if self.broken else self._value

    def _give_up(self, *problems: Problem) -> None:
        self.problems.extend(problems)
        self.broken = True

    def _events(self, parser: Any) -> None:
        documents = 0
        get_event = parser.get_event
        while True:
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                self._open(event, _Open({}, None, event.anchor, self._count))
            elif kind is SequenceStartEvent:
                self._open(event, _Open(None, [], event.anchor, self._count))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    at = event.start_mark.index
                    self.problems.append(Problem("several-documents", at, at + 3))
                    return
            elif kind is StreamEndEvent:
                return

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        plain: bool = event.implicit[0]
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            self._unknown_tag(event)
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is None and top.mapping is not None:
            self._key(top, event, text, plain)
            return
        self._count += 1
        value = None if plain and text in _NULLS else text
        node = Node(event.start_mark.index, event.end_mark.index) if self._with_places else None
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, node, 1, 0)
        self._put(top, value, node, event)

    def _key(self, top: _Open, event: Any, text: str, plain: bool) -> None:
        top.key_event = event
        if plain and text == "":
            raise Unreadable("complex-key", *_span(event))
        if plain and text[:1] in _WIDE_BLANKS:
            self._refuse_wide_indentation(event.start_mark)
        if text in top.mapping:  # type: ignore[operator]  # only a mapping has keys
            self.problems.append(Problem("duplicate-key", *_span(event), {"key": text}))
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(text, Node(*_span(event)) if self._with_places else None, 1, 0)
        top.key = _MERGE + "\0" if plain and text == _MERGE else text

    def _open(self, event: Any, opened: _Open) -> None:
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            self._unknown_tag(event)
        self._refuse_as_key(event)
        if len(self._stack) >= MOST_DEPTH:
            start = event.start_mark.index
            raise Unreadable("too-deep", start, start + 1, limit=MOST_DEPTH)
        if self._with_places:
            opened.node = Node(event.start_mark.index, event.start_mark.index)
            opened.node.children = {} if opened.items is None else []
        self._count += 1
        self._stack.append(opened)

    def _close(self, event: Any) -> None:
        done = self._stack.pop()
        value = done.mapping if done.items is None else done.items
        if done.merges is not None and done.mapping is not None:
            own = frozenset(done.mapping)
            _merge(done)
            value = Merged(done.mapping, own)
        if done.node is not None:
            done.node.end = event.end_mark.index
        if done.anchor is not None:
            self._anchors[done.anchor] = _Anchored(value, done.node, self._count - done.seen, done.height)
        top = self._stack[-1] if self._stack else None
        if top is not None and top.height <= done.height:
            top.height = done.height + 1
        self._put(top, value, done.node, event)

    def _alias(self, event: Any) -> None:
        self._refuse_as_key(event)
        start, end = _span(event)
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            open_anchors = {collection.anchor for collection in self._stack}
            kind = "recursive-alias" if event.anchor in open_anchors else "unknown-alias"
            raise Unreadable(kind, start, end, alias=event.anchor)
        self._count += anchored.size
        self._aliased += anchored.size
        if self._aliased > MOST_ALIASED:
            raise Unreadable("alias-bomb", start, end, limit=MOST_ALIASED)
        if len(self._stack) + anchored.height > MOST_DEPTH:
            raise Unreadable("too-deep", start, end, limit=MOST_DEPTH)
        top = self._stack[-1] if self._stack else None
        if top is not None and top.height <= anchored.height:
            top.height = anchored.height + 1
        node = None
        if anchored.node is not None:
            node = Node(anchored.node.start, anchored.node.end)
            node.children = anchored.node.children
        self._put(top, anchored.value, node, event)

    def _put(self, top: _Open | None, value: Any, node: Node | None, event: Any) -> None:
        """Set a finished value into what it belongs to."""
        if self._count > MOST_VALUES:
            at = event.start_mark.index
            raise Unreadable("too-many-values", at, at, limit=MOST_VALUES)
        if top is None:
            self._value, self.root = value, node
        elif top.items is not None:
            self._append(top, top.items, value, node, event)
        elif top.mapping is not None:
            self._assign(top, top.mapping, value, node)

    def _append(self, top: _Open, items: list[Any], value: Any, node: Node | None, event: Any) -> None:
        if value is None:
            at = event.start_mark.index
            self.problems.append(Problem("empty-item", at, at))
            return
        items.append(value)
        if node is not None and top.node is not None and isinstance(top.node.children, list):
            top.node.children.append(node)

    def _assign(self, top: _Open, mapping: dict[str, Any], value: Any, node: Node | None) -> None:
        key = top.key or ""
        top.key = None
        if key == _MERGE + "\0":
            self._note_merge(top, value, node)
        elif value is None:
            self.problems.append(Problem("empty-value", *_span(top.key_event), {"key": key}))
        elif key not in mapping:
            mapping[key] = value
            if node is not None and top.node is not None and isinstance(top.node.children, dict):
                node.key_start, node.key_end = _span(top.key_event)
                top.node.children[key] = node

    def _note_merge(self, top: _Open, value: Any, node: Node | None) -> None:
        values = value if isinstance(value, list) else [value]
        nodes = node.children if node is not None and isinstance(node.children, list) else [node] * len(values)
        top.merges = top.merges or []
        for merged, merged_node in zip(values, nodes, strict=True):
            if not isinstance(merged, dict):
                raise Unreadable("bad-merge", *_span(top.key_event))
            top.merges.append((merged, merged_node))

    def _refuse_as_key(self, event: Any) -> None:
        if self._stack and self._stack[-1].key is None and self._stack[-1].mapping is not None:
            start, end = _span(event)
            raise Unreadable("complex-key", start, max(end, start + 1))

    def _refuse_wide_indentation(self, mark: Any) -> None:
        line = mark.index - mark.column
        if not self.text[line : mark.index].strip(" -"):
            raise Unreadable("wide-indentation", line, mark.index + 1)

    def _unknown_tag(self, event: Any) -> None:
        start = event.start_mark.index
        written = _WORD.match(self.text, start)
        tag = written[0] if written else ""
        self.problems.append(Problem("unknown-tag", start, start + len(tag), {"tag": tag}))


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _merge(done: _Open) -> None:
    """Add what `<<` brings in, where the mapping does not say it itself; the first source wins."""
    for merged, node in done.merges or ():
        for key, value in merged.items():
            if done.mapping is None or key in done.mapping:
                continue
            done.mapping[key] = value
            if done.node is not None and node is not None:
                _adopt(done.node, node, key)


def _adopt(node: Node, merged: Node, key: str) -> None:
    if isinstance(node.children, dict) and isinstance(merged.children, dict):
        node.children[key] = merged.children[key]
