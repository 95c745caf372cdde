"""Other words for a part of a scalar, for the whole of it, or for a key, in the quotes that it stands in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from salesduty.source.characters import characters, content_start
from salesduty.source.splice import Splice
from salesduty.source.wishes import Named, Whole, Words
from salesduty.source.written import NULLS, CannotEdit, Found, Written

Splices = tuple[Splice, ...]

_LINE_END = re.compile(r"[\r\n]+[ \t]*$|(?:\r\n|\r|\n)+$")


def substituted(text: str, found: Found, wish: Words) -> Iterator[Splices]:
    """Yield how the words could go into the scalar that was `found`, the least change first."""
    scalar = _scalar(found.value)
    if not 0 <= wish.start <= wish.end <= len(scalar.value):
        raise CannotEdit("nowhere")
    places = characters(text, scalar)
    if wish.start < wish.end:
        start, end = places[wish.start][0], places[wish.end - 1][1]
    elif wish.start < len(places):
        start = end = places[wish.start][0]
    else:
        start = end = places[-1][1] if places else content_start(text, scalar) + len(scalar.style)
    yield (Splice(start, end, _in_style(wish.words, scalar.style)),)
    if scalar.style in ("", "'"):
        whole = scalar.value[: wish.start] + wish.words + scalar.value[wish.end :]
        yield (Splice(content_start(text, scalar), scalar.end, json.dumps(whole, ensure_ascii=False)),)


def put(text: str, found: Found, wish: Whole) -> Iterator[Splices]:
    """Yield how the whole scalar that was `found` could be written, in its own quotes first."""
    scalar = _scalar(found.value)
    end = scalar.end
    if scalar.style in ("|", ">"):
        match = _LINE_END.search(text, scalar.start, end)
        end = match.start() if match else end
    elif scalar.style or wish.words not in NULLS:
        yield (Splice(content_start(text, scalar), end, scalar.style + _in_style(wish.words, scalar.style) + scalar.style),)
    yield (Splice(content_start(text, scalar), end, json.dumps(wish.words, ensure_ascii=False)),)


def renamed(text: str, found: Found, wish: Named) -> Iterator[Splices]:
    """Yield how the key of what was `found` could be written."""
    key = found.key
    if key is None:
        raise CannotEdit("nowhere")
    if any(each.value == wish.words for each, _ in found.within.pairs):
        raise CannotEdit("taken")
    yield (Splice(content_start(text, key), key.end, key.style + _in_style(wish.words, key.style) + key.style),)


def _scalar(value: Written) -> Written:
    if value.kind != "scalar":
        raise CannotEdit("alias" if value.kind == "alias" else "nowhere")
    return value


def _in_style(words: str, style: str) -> str:
    """`words` as they are written inside of quotes or without any."""
    if style == '"':
        return json.dumps(words, ensure_ascii=False)[1:-1]
    return words.replace("'", "''") if style == "'" else words
