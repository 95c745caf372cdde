"""A role file used as a template: other values in it, and its keys in the other language. All else stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from salesduty.model.fields import part_at
from salesduty.source.node import Node
from salesduty.source.parse import locate
from salesduty.source.span import Path

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FIGURE = re.compile(r"\d{1,9}|\d{4}-\d{2}-\d{2}")
_CHINESE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]*")
# What YAML 1.1, which other tools read by, takes for something else than a text.
_TAKEN = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))

Edit = tuple[int, int, str]


def filled(template: str, values: Mapping[Path, str], *, english: bool) -> str:
    """Return `template` with `values` at their paths, which are of English keys, and in Chinese keys or `english` ones.

    The template is a role file with Chinese keys. Raises KeyError for a path that it does not have.
    """
    root = locate(template).root
    edits: list[Edit] = []
    places: dict[Path, Node] = {}
    if root is not None:
        for path, node, key in _walked(root, ()):
            places[path] = node
            if english and node.key_end > node.key_start >= 0:
                edits.append((node.key_start, node.key_end, key))
    edits += [(places[path].start, places[path].end, scalar(value)) for path, value in values.items()]
    text = template
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def scalar(value: str) -> str:
    """Return `value` as one line of YAML that every reader takes for this text, plain where that is safe."""
    if _CHINESE.fullmatch(value) or _FIGURE.fullmatch(value) or (_ID.fullmatch(value) and value not in _TAKEN):
        return value
    return json.dumps(value, ensure_ascii=False)


def _walked(node: Node, path: Path) -> Iterator[tuple[Path, Node, str]]:
    """Everything below `node`: its path in English keys, itself, and its key in English."""
    if isinstance(node.children, dict):
        titles = part_at(path).titles
        for raw, child in node.children.items():
            key = titles.get(raw, raw)
            yield (*path, key), child, key
            yield from _walked(child, (*path, key))
    elif isinstance(node.children, list):
        for index, child in enumerate(node.children):
            yield (*path, index), child, ""
            yield from _walked(child, (*path, index))
