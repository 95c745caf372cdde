"""Add a key to a mapping of a YAML text and leave every other character as it is.

A plain sentence becomes a mapping in braces, a mapping gets the key before its first one. The new text is read again and
must say just what the old one said and the added keys; otherwise there is no new text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from salesduty.source.parse import Parsed, parse
from salesduty.source.span import Path, Step

Value = str | tuple[str, ...]
Reason = Literal["alias", "lines", "taken", "nowhere", "unsure"]
"""Repeated from elsewhere; a sentence of several lines behind `|` or `>`; the key is there; no such place; cannot be proved."""

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_PLAIN = re.compile(r"[0-9A-Za-z\u4e00-\u9fff](?:[-0-9A-Za-z\u4e00-\u9fff_./]*[0-9A-Za-z\u4e00-\u9fff_])?")
_DOUBTFUL_IN_BRACES = frozenset(",[]{}:#?'\"&*!|>%@`")
_MERGE = "<<"


class Key(NamedTuple):
    """A key in its two spellings."""

    en: str
    zh: str


class CannotEdit(Exception):
    """A text that is better left alone, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(slots=True)
class _Part:
    """A value as it is written: its characters and what it is made of."""

    kind: Literal["scalar", "mapping", "list", "alias"]
    start: int
    end: int = 0
    style: str = ""
    value: str = ""
    pairs: list[tuple[_Part, _Part]] = field(default_factory=list)
    items: list[_Part] = field(default_factory=list)

    @property
    def is_null(self) -> bool:
        return self.kind == "scalar" and not self.style and self.value in _NULLS


def with_fields(text: str, path: Path, added: Mapping[Key, Value], *, sentence: Key, spellings: Mapping[str, Set[str]]) -> str:
    """Return `text` with the keys `added` to the mapping at `path`; what is a plain sentence there goes below `sentence`.

    Keys are Chinese where those of the mapping, or around the sentence, are. `spellings` maps each Chinese key to
    the English ones that it may stand for. Raises CannotEdit.
    """
    before = parse(text)
    if before.data is None:
        raise CannotEdit("nowhere")
    target, around, steps = _followed(_composed(text), path, spellings)
    nearest = target if target.kind == "mapping" else around
    chinese = any(_is_chinese(pair[0].value, spellings) for pair in nearest.pairs)
    named = {key.zh if chinese else key.en: value for key, value in added.items()}
    if target.kind == "mapping":
        if any(_means(pair[0].value, key.en, spellings) for key in added for pair in target.pairs):
            raise CannotEdit("taken")
        candidates = _into_mapping(text, target, named)
    elif target.kind == "scalar":
        candidates = _around_sentence(text, target, sentence.zh if chinese else sentence.en, named)
    else:
        raise CannotEdit("alias" if target.kind == "alias" else "nowhere")
    wanted = _saying(before.data, steps, named, sentence.zh if chinese else sentence.en)
    for candidate in candidates:
        if _says(parse(candidate), wanted, before):
            return candidate
    raise CannotEdit("unsure")


def _composed(text: str) -> _Part:
    parser: Any = CParser(text)
    try:
        events = _events(parser)
        return _part(next(events), events)
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


def _part(event: Any, events: Iterator[Any]) -> _Part:
    """The value that begins with `event`. As deep as the reader allows, which is far below what Python does."""
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, AliasEvent):
        return _Part("alias", start, end)
    if isinstance(event, ScalarEvent):
        return _Part("scalar", start, end, event.style or "", event.value)
    style = "{" if getattr(event, "flow_style", False) else ""
    if isinstance(event, SequenceStartEvent):
        found = _Part("list", start, style=style)
        while not (following := next(events)).__class__.__name__.endswith("EndEvent"):
            found.items.append(_part(following, events))
    elif isinstance(event, MappingStartEvent):
        found = _Part("mapping", start, style=style)
        while not (following := next(events)).__class__.__name__.endswith("EndEvent"):
            key = _part(following, events)
            found.pairs.append((key, _part(next(events), events)))
    else:
        raise CannotEdit("nowhere")
    found.end = following.end_mark.index
    return found


def _followed(root: _Part, path: Path, spellings: Mapping[str, Set[str]]) -> tuple[_Part, _Part, Path]:
    """What stands at `path`, the mapping around it, and the path with the keys as they are spelt and without needless steps."""
    part, around = root, root
    steps: list[Step] = []
    for step in path:
        if part.kind == "alias":
            raise CannotEdit("alias")
        if part.kind == "mapping":
            around = part
            if isinstance(step, int):
                continue
            part = _below(part, step, spellings, steps)
        elif part.kind == "list" and isinstance(step, int):
            items = [item for item in part.items if not item.is_null]
            if step >= len(items):
                raise CannotEdit("nowhere")
            part = items[step]
            steps.append(step)
        else:
            raise CannotEdit("nowhere")
    return part, around, tuple(steps)


def _below(part: _Part, step: str, spellings: Mapping[str, Set[str]], steps: list[Step]) -> _Part:
    exact = [pair for pair in part.pairs if pair[0].value in (step, step.rstrip("_"))]
    alike = [pair for pair in part.pairs if _means(pair[0].value, step, spellings)]
    for key, value in (*exact, *alike):
        if not value.is_null:
            steps.append(key.value)
            return value
    raise CannotEdit("alias" if any(key.value == _MERGE for key, _ in part.pairs) else "nowhere")


def _means(written: str, step: str, spellings: Mapping[str, Set[str]]) -> bool:
    name = step.rstrip("_")
    return written in (step, name) or name in spellings.get(written, ())


def _is_chinese(key: str, spellings: Mapping[str, Set[str]]) -> bool:
    return key in spellings and not key.isascii()


def _into_mapping(text: str, part: _Part, named: Mapping[str, Value]) -> Iterator[str]:
    if part.style == "{":
        opened = text.find("{", part.start) + 1
        if not opened:
            return
        as_json = bool(part.pairs) and part.pairs[0][0].style == '"'
        written = ", ".join(_pair(key, value, quoted=as_json) for key, value in named.items())
        comma = "," if part.pairs else ""
        blank = " " if comma and not text[opened : opened + 1].isspace() else ""
        yield text[:opened] + written + comma + blank + text[opened:]
    elif part.pairs:
        at = part.pairs[0][0].start
        line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        between = _line_end(text) + " " * (at - line)
        yield text[:at] + "".join(_pair(key, value) + between for key, value in named.items()) + text[at:]


def _around_sentence(text: str, part: _Part, sentence: str, named: Mapping[str, Value]) -> Iterator[str]:
    if part.style in ("|", ">"):
        raise CannotEdit("lines")
    raw = text[part.start : part.end]
    written = ", ".join(_pair(key, value) for key, value in named.items())
    for spelt in _spelt(raw, part):
        yield f"{text[: part.start]}{{{sentence}: {spelt}, {written}}}{text[part.end :]}"


def _spelt(raw: str, part: _Part) -> Iterator[str]:
    """How a sentence can be written between braces, as it is where that is safe."""
    if part.style or raw.startswith(("&", "!")):
        yield raw
        return
    if _DOUBTFUL_IN_BRACES.isdisjoint(raw) and not raw.startswith("-"):
        yield raw
    if '"' not in raw and "\\" not in raw:
        yield f'"{raw}"'
    yield "'" + raw.replace("'", "''") + "'"


def _pair(key: str, value: Value, *, quoted: bool = False) -> str:
    name = json.dumps(key, ensure_ascii=False) if quoted else key
    if isinstance(value, tuple):
        return f"{name}: [{', '.join(_scalar(each, quoted=quoted) for each in value)}]"
    return f"{name}: {_scalar(value, quoted=quoted)}"


def _scalar(value: str, *, quoted: bool) -> str:
    if not quoted and _PLAIN.fullmatch(value) and value not in _NULLS:
        return value
    return json.dumps(value, ensure_ascii=False)


def _line_end(text: str) -> str:
    match = re.search(r"\r\n|\n|\r", text)
    return match[0] if match else "\n"


def _saying(data: Any, path: Sequence[Step], named: Mapping[str, Value], sentence: str) -> Any:
    """The values of a text with the added keys, sharing with `data` all that lies beside `path`."""
    if path:
        step, rest = path[0], path[1:]
        copied = list(data) if isinstance(data, list) else dict(data)
        copied[step] = _saying(data[step], rest, named, sentence)  # type: ignore[index]
        return copied
    whole = dict(data) if isinstance(data, dict) else {sentence: data}
    return whole | {key: list(value) if isinstance(value, tuple) else value for key, value in named.items()}


def _says(after: Parsed, wanted: Any, before: Parsed) -> bool:
    """Whether a text says what is wanted, with the same problems as before."""
    told = [[(problem.kind, problem.values) for problem in each.problems] for each in (before, after)]
    return bool(after.data == wanted) and told[0] == told[1]
