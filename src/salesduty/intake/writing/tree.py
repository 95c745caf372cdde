"""Values on their way to a file, with the comments above them, and the lines that they make in the style of `fmt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from salesduty.intake.writing.scalars import block, encodable, scalar
from salesduty.model.order import Shape
from salesduty.text.visible import visible

_STEP = "  "
_MOST_IN_BRACKETS = 60
"""Characters of a list that stands on one line."""


class Bare(str):
    """What is written as it stands: a number, an id."""

    __slots__ = ()


@dataclass(slots=True)
class Item:
    """An item of a list, and the comments above it."""

    value: Value
    above: Sequence[str] = ()


@dataclass(slots=True)
class Listing:
    """A list; `short` ones stand in brackets where they fit."""

    items: list[Item] = field(default_factory=list)
    short: bool = False


@dataclass(slots=True)
class Mapping:
    """Fields by their English keys, and the comments above each."""

    fields: dict[str, Value] = field(default_factory=dict)
    above: dict[str, list[str]] = field(default_factory=dict)

    def put(self, key: str, value: Value | None) -> None:
        """Set a field, unless there is nothing to say."""
        if value is not None and not (isinstance(value, Listing) and not value.items):
            self.fields[key] = value


Value = str | Mapping | Listing


def listing(values: Sequence[Value], *, short: bool = False) -> Listing:
    """Return a list of values without comments."""
    return Listing([Item(value) for value in values], short)


def tree(data: object) -> Value:
    """Return data of the model's keys, such as a `Draft` holds of a document of ours, as a value."""
    if isinstance(data, dict):
        return Mapping({str(key): tree(each) for key, each in data.items()})
    if isinstance(data, list):
        return listing([tree(each) for each in data], short=all(isinstance(each, str) for each in data))
    return Bare(str(data)) if isinstance(data, (int, float)) else str(data)


def written(root: Mapping, shape: Shape, head: Sequence[str] = ()) -> str:
    """Return the text of a file with `root`, its keys as `shape` spells and orders them, below the comments `head`."""
    lines = [*map(remark, head), *_mapping(root, "", shape, apart=True)]
    return "\n".join(lines) + "\n"


def remark(words: str) -> str:
    """Return a comment; nothing in it can be taken for the end of the line, or for a word to a program."""
    return f"# {visible(encodable(' '.join(words.split()))).replace('#', '＃')}"


def _mapping(mapping: Mapping, indent: str, shape: Shape, *, apart: bool = False) -> Iterator[str]:
    unknown = len(mapping.fields) + 10_000
    keys = sorted(mapping.fields, key=lambda key: unknown if (rank := shape.rank(key)) is None else rank)
    for number, key in enumerate(keys):
        if apart and number:
            yield ""
        for words in mapping.above.get(key, ()):
            yield indent + remark(words)
        yield from _value(f"{indent}{shape.name(key)}:", mapping.fields[key], indent, shape.below(key))


def _value(prefix: str, value: Value, indent: str, shape: Shape) -> Iterator[str]:
    """A value behind a key, or behind a dash."""
    if isinstance(value, Mapping):
        if prefix.endswith("-"):
            lines = list(_mapping(value, indent + _STEP, shape))
            yield f"{prefix} {lines[0].lstrip(' ')}"
            yield from lines[1:]
        else:
            yield prefix
            yield from _mapping(value, indent + _STEP, shape)
    elif isinstance(value, Listing):
        if (brackets := _brackets(value)) is not None:
            yield f"{prefix} {brackets}"
            return
        yield prefix
        for item in value.items:
            for words in item.above:
                yield indent + _STEP + remark(words)
            yield from _value(f"{indent}{_STEP}-", item.value, indent + _STEP, shape)
    elif isinstance(value, Bare):
        yield f"{prefix} {value}"
    elif lines := list(block(encodable(value))):
        yield f"{prefix} |-"
        yield from (indent + _STEP + line for line in lines)
    else:
        yield f"{prefix} {scalar(encodable(value))}"


def _brackets(value: Listing) -> str | None:
    if not value.short or any(item.above or not isinstance(item.value, str) for item in value.items):
        return None
    if sum(len(item.value) for item in value.items if isinstance(item.value, str)) > _MOST_IN_BRACKETS:
        return None
    words = [scalar(encodable(item.value)) for item in value.items if isinstance(item.value, str)]
    return f"[{', '.join(words)}]"
