"""A YAML text in one style: fields in order, two blanks a level, and everything that was said still there.

The scalars are written as they were, so that no value can change; the new text is read again all the same, and compared.
PyYAML drops comments, so the text is laid out here; that needs no further library, and every comment can be accounted for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from salesduty.source.characters import block_lines, content_start
from salesduty.source.layout import Entry, Laid, Layout, Line, layout
from salesduty.source.parse import Parsed, parse
from salesduty.source.remarks import remarks
from salesduty.source.splice import line_end
from salesduty.source.written import MERGE, CannotEdit, Written, composed

WIDEST = 160
"""Columns of a line, Chinese characters counting two, up to which brackets stay on it."""
_ROUNDS = 4
_STEP = 2
_GAP = 2
_BREAK = re.compile(r"\r\n|\r|\n")
_FREE = re.compile(
    r"[A-Za-z\u4e00-\u9fff](?:[\w \-+./%·—…、，。；！？（）《》“”‘’～：\u4e00-\u9fff]*[\w%）》”。！？\u4e00-\u9fff])?"
)
"""What needs no quotes: begins with a letter, holds nothing that YAML reads, and is no number or date."""
_NOT_TEXT = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


class Shape(Protocol):
    """What the formatter is told of a mapping: the order of its keys, how they are spelt, and what lies below them."""

    def rank(self, key: str) -> int | None:
        """Return the place of a key among the others, None where it is not known."""

    def name(self, key: str) -> str:
        """Return how a key is to be spelt."""

    def below(self, key: str) -> Shape:
        """Return what is known of the mappings below a key."""


def formatted(text: str, shape: Shape) -> str:
    """Return `text` in the one style, which formatting again does not change. Raises CannotEdit where that cannot be proved."""
    before = parse(text)
    if before.data is None or any(problem.kind == "several-documents" for problem in before.problems):
        raise CannotEdit("nowhere")
    for ordered in (True, False):
        after = _settled(text, shape, ordered=ordered)
        if after is not None and _same(text, before, after, shape):
            return after
    raise CannotEdit("unsure")


def _settled(text: str, shape: Shape, *, ordered: bool) -> str | None:
    """The text as it is when formatting changes it no more; None where that does not come."""
    for _ in range(_ROUNDS):
        after = _Writer(text, ordered=ordered).whole(layout(text), shape)
        if after == text:
            return after
        text = after
        if parse(text).data is None:
            return None
    return None


def _same(text: str, before: Parsed, after_text: str, shape: Shape) -> bool:
    after = parse(after_text)
    kinds = [Counter(problem.kind for problem in each.problems) for each in (before, after)]
    said = [Counter(each[start:end].rstrip() for start, end in remarks(each, composed(each))) for each in (text, after_text)]
    return (
        kinds[0] == kinds[1] and said[0] == said[1] and _alike(_renamed(before.data, shape), _renamed(after.data, shape), shape)
    )


def _renamed(data: Any, shape: Shape) -> Any:
    if isinstance(data, dict):
        return {shape.name(key): _renamed(value, shape.below(key)) for key, value in data.items()}
    return [_renamed(item, shape) for item in data] if isinstance(data, list) else data


def _alike(one: Any, other: Any, shape: Shape) -> bool:
    """Whether two values are equal, free keys in the same order, of which a model may make a list."""
    if isinstance(one, dict) and isinstance(other, dict):
        free = [[key for key in each if shape.rank(key) is None] for each in (one, other)]
        return one.keys() == other.keys() and free[0] == free[1] and all(_alike(one[k], other[k], shape.below(k)) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_alike(a, b, shape) for a, b in zip(one, other, strict=True))
    return bool(one == other)


class _Writer:
    """Writes the lines of one text anew."""

    def __init__(self, text: str, *, ordered: bool) -> None:
        self._text = text
        self._ordered = ordered

    def whole(self, laid_out: Layout, shape: Shape) -> str:
        """Return the whole file."""
        lines = list(_comments(laid_out.head, 0))
        if laid_out.marked:
            lines.append("---")
        root = laid_out.root
        body = list(self._collection(root, 0, shape, top=True)) if root.entries else self._value("", root, None, 0, shape)
        if lines and body and (not root.entries or self._sorted(root, shape)[0].apart or not laid_out.marked) and laid_out.head:
            lines.append("")
        lines += [*body, *_comments(root.tail, 0)] if not root.entries else body
        kept = [line.rstrip() if not line.strip() else line for line in lines]
        while kept and not kept[-1] and not self._ends_in_blanks(root):
            kept.pop()
        end = line_end(self._text)
        return end.join(kept) + end if kept else ""

    def _ends_in_blanks(self, laid: Laid) -> bool:
        """Whether the blank lines behind a value are part of it."""
        while laid.entries and not laid.tail:
            laid = laid.entries[-1].value
        return not laid.tail and laid.written.style in ("|", ">") and "+" in block_lines(self._text, laid.written)[0][:3]

    def _collection(self, laid: Laid, indent: int, shape: Shape, *, top: bool = False) -> Iterator[str]:
        last: Entry | None = None
        for entry in self._sorted(laid, shape):
            lines = [*_comments(entry.above, indent), *([""] if entry.apart else []), *self._entry(entry, indent, shape)]
            blank = not lines[0]
            if blank and (last is None or self._ends_in_blanks(last.value)):
                lines = lines[1:]
            elif top and last is not None and not blank and not self._ends_in_blanks(last.value):
                yield ""
            yield from lines
            last = entry
        tail = list(_comments(laid.tail, indent))
        yield from tail[1:] if tail and not tail[0] and last is not None and self._ends_in_blanks(last.value) else tail

    def _sorted(self, laid: Laid, shape: Shape) -> Sequence[Entry]:
        if laid.written.kind != "mapping" or not self._ordered:
            return laid.entries
        unknown = len(laid.entries) + 10_000

        def place(entry: Entry) -> int:
            key = entry.key.value if entry.key is not None else ""
            rank = shape.rank(key)
            return -1 if key == MERGE else unknown if rank is None else rank

        return sorted(laid.entries, key=place)

    def _entry(self, entry: Entry, indent: int, shape: Shape) -> list[str]:
        if entry.key is None:
            return self._value(" " * indent + "-", entry.value, entry, indent, shape)
        key = self._key(entry.key, shape)
        return self._value(f"{' ' * indent}{key}:", entry.value, entry, indent, shape.below(entry.key.value))

    def _key(self, key: Written, shape: Shape) -> str:
        name = shape.name(key.value)
        if name != key.value or (key.style and needs_no_quotes(name) and content_start(self._text, key) == key.start):
            return name
        return self._text[key.start : key.end]

    def _value(self, prefix: str, laid: Laid, entry: Entry | None, indent: int, shape: Shape) -> list[str]:
        written = laid.written
        if written.kind in ("mapping", "list"):
            return self._nested(prefix, laid, entry, indent, shape)
        behind = f"{' ' * max(entry.gap, _GAP)}{entry.behind}" if entry is not None and entry.behind else ""
        if written.style in ("|", ">"):
            return self._block(prefix, written, indent)
        raw = self._scalar(written, in_flow=False)
        if not raw:
            return [prefix + behind]
        lines = _BREAK.split(raw)
        start = f"{prefix} {lines[0]}" if prefix else lines[0]
        if len(lines) == 1:
            return [start + behind]
        further = [" " * (indent + _STEP) + line.strip(" \t") if line.strip() else "" for line in lines[1:-1]]
        last = " " * (indent + _STEP) + lines[-1].lstrip(" \t")
        return [start.rstrip(" \t") if not written.style else start, *further, last + behind]

    def _block(self, prefix: str, written: Written, indent: int) -> list[str]:
        header, lines = block_lines(self._text, written)
        sign, keep, comment = header[0], "".join(char for char in header[1:3] if char in "+-"), header.find("#")
        content = next((line for line in lines if line.strip(" ")), "")
        before = lines[: lines.index(content)] if content else ()
        deeper = content.startswith(" ") or any(before)
        properties = self._text[written.start : content_start(self._text, written)]
        start = f"{prefix} {' '.join((*properties.split(), ''))}{sign}{_STEP if deeper else ''}{keep}"
        body = [" " * (indent + _STEP) + line if line else "" for line in lines]
        while body and not body[-1].strip() and keep != "+":
            body.pop()
        return [start + (f"{' ' * _GAP}{header[comment:]}" if comment >= 0 else ""), *body]

    def _nested(self, prefix: str, laid: Laid, entry: Entry | None, indent: int, shape: Shape) -> list[str]:
        properties = " ".join(self._properties(laid.written))
        if not laid.spread and (laid.is_flow or not laid.entries):
            flow = self._flow(laid, shape)
            line = " ".join(part for part in (prefix, properties, flow) if part) if flow is not None else ""
            if flow is not None and (_columns(line) <= WIDEST or not laid.entries):
                behind = entry.behind if entry is not None else ""
                return [line + (f"{' ' * max(entry.gap, _GAP)}{behind}" if entry is not None and behind else "")]
        comments = [each for each in (entry.header, entry.behind) if each] if entry is not None else []
        if not prefix:
            return list(self._collection(laid, indent, shape, top=laid.written.kind == "mapping"))
        lines = list(self._collection(laid, indent + _STEP, shape))
        if entry is not None and entry.key is None and not comments and not properties:
            return self._beside_dash(prefix, lines, indent)
        head = f"{prefix} {properties}" if properties else prefix
        above = [" " * indent + each for each in comments[1:]]
        return [*above, head + (f"{' ' * _GAP}{comments[0]}" if comments else ""), *lines]

    def _beside_dash(self, prefix: str, lines: list[str], indent: int) -> list[str]:
        """The lines of a value, the first of them on the line of its dash, and the comments above it above the dash."""
        number = next((number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
        above = [" " * indent + line.strip() if line.strip() else "" for line in lines[:number]]
        return [*above, prefix + " " + lines[number].lstrip(" "), *lines[number + 1 :]]

    def _properties(self, written: Written) -> list[str]:
        return self._text[written.start : content_start(self._text, written)].split()

    def _flow(self, laid: Laid, shape: Shape) -> str | None:
        """A value on one line; None where that is not possible."""
        written = laid.written
        if written.kind not in ("mapping", "list"):
            raw = self._scalar(written, in_flow=True)
            return None if _BREAK.search(raw) else raw
        parts = []
        for entry in self._sorted(laid, shape):
            below = shape if entry.key is None else shape.below(entry.key.value)
            value = self._flow(entry.value, below)
            if value is None or laid.spread:
                return None
            properties = self._properties(entry.value.written) if entry.value.written.kind in ("mapping", "list") else []
            said = " ".join((*properties, value))
            parts.append(said if entry.key is None else f"{self._key(entry.key, shape)}: {said}".rstrip())
        return f"{{{', '.join(parts)}}}" if written.kind == "mapping" else f"[{', '.join(parts)}]"

    def _scalar(self, written: Written, *, in_flow: bool) -> str:
        raw = self._text[written.start : written.end]
        if written.kind == "scalar" and written.style in ("'", '"') and content_start(self._text, written) == written.start:
            plain = needs_no_quotes(written.value) and not (in_flow and set(written.value) & set(",[]{}"))
            return written.value if plain else raw
        return raw


def needs_no_quotes(value: str) -> bool:
    """Tell whether `value` is the same text with and without quotes, for every reader of YAML."""
    return _FREE.fullmatch(value) is not None and value.lower() not in _NOT_TEXT and "  " not in value


def _comments(lines: Sequence[Line], indent: int) -> Iterator[str]:
    for line in lines:
        if line.apart:
            yield ""
        yield " " * indent + line.words


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
