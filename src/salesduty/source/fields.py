"""Keys added to a mapping, or to a sentence that becomes one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Set

from salesduty.source.scalars import Splices
from salesduty.source.splice import Splice, line_end, line_start
from salesduty.source.wishes import Fields, Value
from salesduty.source.written import NULLS, CannotEdit, Found, Written, is_chinese, means

_PLAIN = re.compile(r"[0-9A-Za-z\u4e00-\u9fff](?:[-0-9A-Za-z\u4e00-\u9fff_./]*[0-9A-Za-z\u4e00-\u9fff_])?")
_NEXT_LINE = re.compile(r"(?:\r\n|\r|\n)(?=[ \t]*[^\s])")
_DOUBTFUL_IN_BRACES = frozenset(",[]{}:#?'\"&*!|>%@`")


def named(found: Found, wish: Fields, spellings: Mapping[str, Set[str]]) -> tuple[dict[str, Value], str]:
    """Return the keys as they are to be spelt there, and the key of the sentence: Chinese where those around are."""
    nearest = found.value if found.value.kind == "mapping" else found.around
    chinese = any(is_chinese(pair[0].value, spellings) for pair in nearest.pairs)
    keys = {key.zh if chinese else key.en: value for key, value in wish.added.items()}
    return keys, wish.sentence.zh if chinese else wish.sentence.en


def with_keys(text: str, found: Found, wish: Fields, spellings: Mapping[str, Set[str]]) -> Iterator[Splices]:
    """Yield how the keys could be added to what was `found`."""
    target = found.value
    keys, sentence = named(found, wish, spellings)
    if target.kind == "mapping":
        if any(means(pair[0].value, key.en, spellings) for key in wish.added for pair in target.pairs):
            raise CannotEdit("taken")
        yield from _into_mapping(text, target, keys)
    elif target.kind == "scalar":
        if wish.lines and found.within.kind == "list" and not found.within.style:
            yield from _over_sentence(text, target, sentence, keys)
        yield from _around_sentence(text, target, sentence, keys, first=wish.lines)
    else:
        raise CannotEdit("alias" if target.kind == "alias" else "nowhere")


def _into_mapping(text: str, part: Written, keys: Mapping[str, Value]) -> Iterator[Splices]:
    if part.style == "{":
        opened = text.find("{", part.start) + 1
        if not opened:
            return
        as_json = bool(part.pairs) and part.pairs[0][0].style == '"'
        written = ", ".join(_pair(key, value, quoted=as_json) for key, value in keys.items())
        comma = "," if part.pairs else ""
        blank = " " if comma and not text[opened : opened + 1].isspace() else ""
        yield (Splice(opened, opened, written + comma + blank),)
    elif part.pairs:
        yield (_line_for_each(text, part.pairs[0][0].start, keys),)


def _line_for_each(text: str, at: int, keys: Mapping[str, Value], last: str = "") -> Splice:
    """The keys before what stands at `at`, each on a line of its own."""
    between = line_end(text) + " " * (at - line_start(text, at))
    return Splice(at, at, "".join(_pair(key, value) + between for key, value in keys.items()) + last)


def _over_sentence(text: str, part: Written, sentence: str, keys: Mapping[str, Value]) -> Iterator[Splices]:
    if text[line_start(text, part.start) : part.start].strip(" -"):
        return
    line = _line_for_each(text, part.start, keys, f"{sentence}: ")
    yield (line,)
    # What goes on over several lines has to stand further in than the key that it now has.
    yield (line, *(Splice(match.end(), match.end(), "  ") for match in _NEXT_LINE.finditer(text, part.start, part.end)))


def _around_sentence(text: str, part: Written, sentence: str, keys: Mapping[str, Value], *, first: bool) -> Iterator[Splices]:
    if part.style in ("|", ">"):
        raise CannotEdit("lines")
    raw = text[part.start : part.end]
    written = ", ".join(_pair(key, value) for key, value in keys.items())
    for spelt in _spelt(raw, part):
        both = (written, f"{sentence}: {spelt}") if first else (f"{sentence}: {spelt}", written)
        yield (Splice(part.start, part.end, f"{{{', '.join(both)}}}"),)


def _spelt(raw: str, part: Written) -> Iterator[str]:
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
    if not quoted and _PLAIN.fullmatch(value) and value not in NULLS:
        return value
    return json.dumps(value, ensure_ascii=False)
