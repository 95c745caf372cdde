"""Where each character of a scalar's value is written, whatever quotes, escapes and folded lines lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from salesduty.source.written import CannotEdit, Written

Stretch = tuple[int, int]
"""The characters of a text, from the first up to the second, that stand for one character of a value."""

PROPERTIES = re.compile(r"(?:[&!][^\s]*\s+)*")
"""The anchor and the tag before a value."""
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_ESCAPED_BREAK = re.compile(r"\\[ \t]*(?:\r\n|\r|\n)[ \t]*")
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_DIGITS = {"x": 2, "u": 4, "U": 8}
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n|$)")


def content_start(text: str, scalar: Written) -> int:
    """Return where the value itself begins, behind its anchor and tag."""
    match = PROPERTIES.match(text, scalar.start, scalar.end)
    return match.end() if match else scalar.start


def characters(text: str, scalar: Written) -> list[Stretch]:
    """Return where each character of the value of `scalar` is written. Raises CannotEdit where that is not certain."""
    start = content_start(text, scalar)
    if scalar.style in ("|", ">"):
        return _in_block(text, scalar, start)
    read = {"": _in_plain, "'": _in_single, '"': _in_double}[scalar.style]
    inner = (start, scalar.end) if not scalar.style else (start + 1, scalar.end - 1)
    found = list(read(text, *inner))
    if "".join(character for character, _, _ in found) != scalar.value:
        raise CannotEdit("unsure")
    return [(begin, end) for _, begin, end in found]


def _folded(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """What a line end inside a sentence stands for: a blank, or one line end less than there are."""
    for character in "\n" * (len(_BREAK.findall(match[0])) - 1) or " ":
        yield character, match.start(), match.end()


def _in_plain(text: str, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    while at < end:
        if (fold := _FOLD.match(text, at, end)) is not None:
            yield from _folded(fold)
            at = fold.end()
        else:
            yield text[at], at, at + 1
            at += 1


def _in_single(text: str, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    while at < end:
        if (fold := _FOLD.match(text, at, end)) is not None:
            yield from _folded(fold)
            at = fold.end()
        else:
            width = 2 if text.startswith("''", at) else 1
            yield text[at], at, at + width
            at += width


def _in_double(text: str, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    while at < end:
        if (joined := _ESCAPED_BREAK.match(text, at, end)) is not None:
            at = joined.end()
        elif (fold := _FOLD.match(text, at, end)) is not None:
            yield from _folded(fold)
            at = fold.end()
        else:
            character, width = _escaped(text, at) if text[at] == "\\" else (text[at], 1)
            yield character, at, at + width
            at += width


def _escaped(text: str, at: int) -> tuple[str, int]:
    """The character that the escape at `at` stands for, and how long the escape is."""
    sign = text[at + 1 : at + 2]
    digits = text[at + 2 : at + 2 + _DIGITS.get(sign, 0)]
    try:
        return (chr(int(digits, 16)), 2 + len(digits)) if digits else (_ESCAPES[sign], 2)
    except (KeyError, ValueError, OverflowError) as error:
        raise CannotEdit("unsure") from error


def _in_block(text: str, scalar: Written, start: int) -> list[Stretch]:
    header = _HEADER.match(text, start, scalar.end)
    body = header.end() if header else scalar.end
    lines = _lines(text, body, scalar.end)
    for indent in _indents(text, lines):
        found = _aligned(text, lines, indent, scalar.value)
        if found is not None:
            return found
    raise CannotEdit("unsure")


def block_lines(text: str, scalar: Written) -> tuple[str, tuple[str, ...]]:
    """Return the header of a scalar behind `|` or `>` and its lines without their indentation. Raises CannotEdit."""
    start = content_start(text, scalar)
    header = _HEADER.match(text, start, scalar.end)
    if header is None:
        raise CannotEdit("unsure")
    lines = _lines(text, header.end(), scalar.end)
    for indent in _indents(text, lines):
        if _aligned(text, lines, indent, scalar.value) is not None:
            return header[0].rstrip(), tuple(text[begin + indent : end] for begin, end in lines)
    raise CannotEdit("unsure")


def _lines(text: str, start: int, end: int) -> list[Stretch]:
    """Each line from `start` up to `end`, without what ends it."""
    ends = [(match.start(), match.end()) for match in _BREAK.finditer(text, start, end)]
    starts = [start, *(after for _, after in ends)]
    lines = [(begin, stop) for begin, (stop, _) in zip(starts, ends, strict=False)]
    return [*lines, (starts[-1], end)] if starts[-1] < end else lines


def _indents(text: str, lines: list[Stretch]) -> Iterator[int]:
    """How deep the lines may be indented, the usual answer first; a number in the header may make it less."""
    depths = [end - start - len(text[start:end].lstrip(" ")) for start, end in lines if text[start:end].strip(" ")]
    yield from range(min(depths, default=0), -1, -1)


def _aligned(text: str, lines: list[Stretch], indent: int, value: str) -> list[Stretch] | None:
    """Where each character of `value` stands, if the lines without `indent` blanks come to it."""
    written: list[tuple[str, int, int]] = []
    for (start, end), after in pairwise([*lines, (lines[-1][1], lines[-1][1])] if lines else []):
        begin = min(start + indent, end)
        written += ((text[at], at, at + 1) for at in range(begin, end))
        written.append(("\n", end, after[0]))
    found: list[Stretch] = []
    for character, start, end in written:
        wanted = value[len(found) : len(found) + 1]
        if wanted and (character == wanted or (character, wanted) == ("\n", " ")):
            found.append((start, end))
        elif character != "\n":
            return None
    return found if len(found) == len(value) else None
