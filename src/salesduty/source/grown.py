"""More items and fields for a YAML text, every other character left as it is.

Like `edit`, each new text is read again and must say what the old one said and what was added, with every comment still there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from salesduty.source.lists import blocks, content_end, with_comments_above, with_comments_inside
from salesduty.source.parse import parse
from salesduty.source.remarks import remarks
from salesduty.source.span import Path, Step
from salesduty.source.splice import Splice, after_line, lie_apart, line_end, line_start, spliced
from salesduty.source.written import CannotEdit, Written, composed, means

Spellings = Mapping[str, Set[str]]
_IN_BRACKETS = re.compile(r"[^,\[\]{}#:?'\"&*!|>%@`\s-][^,\[\]{}#:]*")


@dataclass(frozen=True, slots=True)
class Added:
    """An item for the list at `path`, or a field for the mapping there, as the `lines` that it would have at the margin.

    `after` is the index of the item that it comes behind, -1 for none; for a field it is -1, and `before` are the English keys
    that come before it. `sentence` is the key of what is a plain sentence at `path`.
    """

    path: Path
    lines: tuple[str, ...]
    after: int = -1
    field: str = ""
    before: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def order(self) -> tuple[tuple[str, float], ...]:
        """Where it comes among others in a file: from the end on, none of them moves those that are still to come."""
        steps: tuple[Step, ...] = (*self.path, self.field) if self.field else self.path
        place = tuple(("", float(step)) if isinstance(step, int) else (step, 0.0) for step in steps)
        return place if self.field else (*place, ("", self.after + 0.5))


def grown(text: str, several: Sequence[Added], spellings: Spellings) -> str:
    """Return `text` with all that is added, what comes behind the same item in the order given. Raises CannotEdit."""
    root = composed(text)
    before = parse(text)
    data = before.data
    words: dict[tuple[int, int], str] = {}
    for _, added in sorted(enumerate(several), key=lambda one: (one[1].order, one[0]), reverse=True):
        trail, steps = reached(root, added.path, spellings)
        for splice in _field(text, trail, added, spellings) if added.field else _item(text, trail[-1], added):
            place = splice.start, splice.end
            words[place] = splice.words + words.get(place, "")
        data = _expected(data, steps, added)
    splices = [Splice(start, end, each) for (start, end), each in words.items()]
    if before.data is None or not lie_apart(splices):
        raise CannotEdit("unsure")
    after = spliced(text, splices)
    again = parse(after)
    if again.data != data or len(again.problems) != len(before.problems):
        raise CannotEdit("unsure")
    if _comments(text, root) - _comments(after, composed(after)):
        raise CannotEdit("unsure")
    return after


def item_lines(text: str, path: Path, spellings: Spellings) -> tuple[str, ...]:
    """Return the lines of the list item at `path`, comments above it included, as they would stand at the margin."""
    trail, steps = reached(composed(text), path, spellings)
    if len(trail) < 2 or trail[-2].kind != "list" or not isinstance(steps[-1], int):
        raise CannotEdit("nowhere")
    items, item = trail[-2], trail[-1]
    if items.style:
        return (f"- {text[item.start : item.end]}",)
    start, end = blocks(text, items)[_index(items, item)]
    return _at_margin(text[start:end], items.start - line_start(text, items.start))


def field_lines(text: str, path: Path, field: str, spellings: Spellings) -> tuple[str, ...]:
    """Return the lines of a field of the mapping at `path` likewise."""
    trail, _ = reached(composed(text), path, spellings)
    pair = next((each for each in trail[-1].pairs if means(each[0].value, field, spellings)), None)
    if pair is None or trail[-1].style:
        raise CannotEdit("nowhere")
    start, end = _pair_block(text, pair)
    return _at_margin(text[start:end], pair[0].start - line_start(text, pair[0].start))


def reached(root: Written, path: Path, spellings: Spellings) -> tuple[list[Written], Path]:
    """Return every value on the way to `path` and the steps as spelt, without those into short forms. Raises CannotEdit."""
    trail: list[Written] = [root]
    steps: list[Step] = []
    for step in path:
        value = trail[-1]
        if value.kind == "alias":
            raise CannotEdit("alias")
        if value.kind == "list" and isinstance(step, int):
            if step >= len(value.solid):
                raise CannotEdit("nowhere")
            trail.append(value.solid[step])
            steps.append(step)
        elif value.kind == "mapping" and isinstance(step, str):
            pair = next((each for each in value.pairs if means(each[0].value, step, spellings)), None)
            if pair is None:
                raise CannotEdit("nowhere")
            trail.append(pair[1])
            steps.append(pair[0].value)
    return trail, tuple(steps)


def _item(text: str, items: Written, added: Added) -> tuple[Splice, ...]:
    if items.kind == "scalar":
        if items.style in ("|", ">"):
            raise CannotEdit("lines")
        return (Splice(items.start, items.end, f"[{text[items.start : items.end]}, {_bare(added)}]"),)
    if items.kind != "list" or not items.solid:
        raise CannotEdit("nowhere")
    place = _index(items, items.solid[added.after]) if added.after >= 0 else -1
    if items.style:
        if place < 0:
            return (Splice(items.items[0].start, items.items[0].start, f"{_bare(added)}, "),)
        at = items.items[place].end
        return (Splice(at, at, f", {_bare(added)}"),)
    several = blocks(text, items)
    column = items.start - line_start(text, items.start)
    return (_lines_at(text, several[place][1] if place >= 0 else several[0][0], column, added.lines),)


def _field(text: str, trail: Sequence[Written], added: Added, spellings: Spellings) -> tuple[Splice, ...]:
    target = trail[-1]
    if target.kind == "scalar":
        around = trail[-2] if len(trail) > 1 else target
        if around.kind != "list" or around.style or target.style in ("|", ">") or "\n" in text[target.start : target.end]:
            raise CannotEdit("lines")
        column = target.start - line_start(text, target.start)
        start, end = blocks(text, around)[_index(around, target)]
        del start
        return Splice(target.start, target.start, f"{added.sentence}: "), _lines_at(text, end, column, added.lines)
    if target.kind != "mapping" or target.style or not target.pairs:
        raise CannotEdit("lines")
    if any(means(key.value, added.field, spellings) for key, _ in target.pairs):
        raise CannotEdit("taken")
    earlier = [pair for pair in target.pairs if any(means(pair[0].value, key, spellings) for key in added.before)]
    _, end = _pair_block(text, earlier[-1] if earlier else target.pairs[0])
    column = target.pairs[0][0].start - line_start(text, target.pairs[0][0].start)
    return (_lines_at(text, end, column, added.lines),)


def _lines_at(text: str, at: int, column: int, lines: Iterable[str]) -> Splice:
    ending = line_end(text)
    words = "".join(f"{' ' * column if line else ''}{line}{ending}" for line in lines)
    if at and text[at - 1] not in "\r\n":
        words = ending + words.removesuffix(ending)
    return Splice(at, at, words)


def _pair_block(text: str, pair: tuple[Written, Written]) -> tuple[int, int]:
    """The lines of a field, with the comments right above it and those inside of it."""
    key, value = pair
    start = line_start(text, key.start)
    column = key.start - start
    end = max(content_end(value), key.end)
    while end > key.end and text[end - 1] in "\r\n ":
        end -= 1
    if not text[start : key.start].strip():
        start = with_comments_above(text, start, column)
    return start, with_comments_inside(text, after_line(text, end), column)


def _bare(added: Added) -> str:
    """A short value as it stands in brackets."""
    lines = [line for line in added.lines if not line.startswith("#")]
    value = _said(lines) if len(lines) == 1 else None
    word = value[0] if isinstance(value, list) and value and isinstance(value[0], str) else None
    if word is None:
        raise CannotEdit("lines")
    written = lines[0].removeprefix("- ")
    if written[:1] in "'\"" or _IN_BRACKETS.fullmatch(written):
        return written
    return "'" + word.replace("'", "''") + "'"


def _at_margin(words: str, column: int) -> tuple[str, ...]:
    return tuple(line[column:] if not line[:column].strip() else line for line in words.splitlines())


def _index(items: Written, item: Written) -> int:
    return next(number for number, each in enumerate(items.items) if each is item)


def _expected(data: Any, steps: Path, added: Added) -> Any:
    """What a text says, with what is added."""
    more = parse("\n".join(added.lines)).data if added.field else _said(added.lines)
    if more is None:
        raise CannotEdit("unsure")
    if not steps:
        return _joined(data, added, more)
    step = steps[0]
    copied = list(data) if isinstance(data, list) else dict(data)
    copied[step] = _expected(data[step], steps[1:], added)  # type: ignore[index]
    return copied


def _said(items: Iterable[str]) -> Any:
    """What lines of list items say; the root of a file is a mapping."""
    data = parse("\n".join(("_:", *(f"  {line}" for line in items)))).data
    return data["_"] if isinstance(data, dict) else None


def _joined(data: Any, added: Added, more: Any) -> Any:
    if added.field:
        return {**(data if isinstance(data, dict) else {added.sentence: data}), **more}
    several = list(data) if isinstance(data, list) else [data]
    at = added.after + 1 if isinstance(data, list) else 1
    return [*several[:at], *more, *several[at:]]


def _comments(text: str, root: Written) -> Counter[str]:
    return Counter(text[start:end].rstrip() for start, end in remarks(text, root))
