"""From repairs, told in terms of the model, to exact places of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from salesduty.model.fields import part_at, spellings
from salesduty.model.part import Part
from salesduty.results.place import Path, Place
from salesduty.results.repair import Add, MoveLast, Put, Repair, Retype, Step, Substitute, TextEdit
from salesduty.source.edit import CannotEdit, Effort, Key, edits
from salesduty.source.parse import parse
from salesduty.source.splice import Splice, lie_apart, spliced
from salesduty.source.wishes import Fields, Last, Named, Whole, Wish, Words
from salesduty.source.written import means
from salesduty.toolkit.load import field_keys
from salesduty.workspace.file import File

Outcome = tuple[Splice, ...] | CannotEdit
"""What to put into the text, nothing where a repair has to wait for another one, or why it cannot be done."""

_MOST_ROUNDS = 10
"""So many repairs may wait for each other: those of a few rules about the same words."""
_PERCENT = re.compile(r"\s*\d+(?:\.\d+)?\s*([%％])\s*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def splices(file: File, repairs: Sequence[Repair], effort: Effort | None = None) -> tuple[Outcome, ...]:
    """Return for each of `repairs`, all of which are about `file`, what to put into its text; `effort` bounds the proofs."""
    if file.text is None:
        return tuple(CannotEdit("nowhere") for _ in repairs)
    data = parse(file.text).data
    if data is None:
        return _retyped(file.text, repairs)
    wishes: list[tuple[Wish, ...] | CannotEdit] = []
    for repair in repairs:
        try:
            wishes.append(tuple(_wish(step, file, data) for step in repair.steps))
        except CannotEdit as refused:
            wishes.append(refused)
    found = iter(edits(file.text, [wish for wish in wishes if not isinstance(wish, CannotEdit)], spellings(), effort))
    return tuple(wish if isinstance(wish, CannotEdit) else next(found) for wish in wishes)


def text_edits(file: File, repairs: Sequence[Repair], effort: Effort | None = None) -> tuple[tuple[TextEdit, ...], ...]:
    """Return for each of `repairs` what a program would have to put into `file`; nothing where it cannot be done by itself.

    Nothing either where `effort` is spent before it is proved.
    """
    outcomes = list(splices(file, repairs, effort))
    for _ in range(_MOST_ROUNDS):
        # What waits for another repair of the same words may be the one that is chosen.
        waiting = [index for index, outcome in enumerate(outcomes) if outcome == ()]
        if not waiting:
            break
        for index, outcome in zip(waiting, splices(file, [repairs[index] for index in waiting], effort), strict=True):
            outcomes[index] = outcome
    return tuple(() if isinstance(outcome, CannotEdit) else _text_edits(file, outcome) for outcome in outcomes)


def _text_edits(file: File, outcome: Sequence[Splice]) -> tuple[TextEdit, ...]:
    lines = file.places.lines
    return tuple(TextEdit(file.name, lines.span(splice.start, splice.end), splice.words) for splice in sorted(outcome))


def _retyped(text: str, repairs: Sequence[Repair]) -> tuple[Outcome, ...]:
    """What to put into a text that cannot be read; all or nothing, because one by one they do not make it readable."""
    steps = [[step for step in repair.steps if isinstance(step, Retype)] for repair in repairs]
    chosen = [tuple(_splice(text, step) for step in each) for each in steps]
    all_of_them = [splice for each in chosen for splice in each]
    if lie_apart(all_of_them) and parse(spliced(text, all_of_them), field_keys()).data is not None:
        return tuple(chosen)
    return tuple(CannotEdit("unsure") for _ in repairs)


def _splice(text: str, step: Retype) -> Splice:
    """What a step comes to; no blank is left at the end of a line."""
    at_end = text[step.end : step.end + 1] in ("", "\n", "\r")
    return Splice(step.start, step.end, step.words.rstrip(" ") if at_end else step.words)


def _wish(step: Step, file: File, data: dict[str, Any]) -> Wish:
    if isinstance(step, Retype):
        raise CannotEdit("nowhere")
    inside = file.reading.in_file(step.at.path)
    if file.reading.in_document(inside) != step.at.path:
        raise CannotEdit("nowhere")
    path, value = _as_written(data, inside, on_key=step.at.on_key)
    if isinstance(step, Substitute):
        before = _blanks_before(value, file, step.at)
        return Words(path, step.start + before, step.end + before, step.words)
    if isinstance(step, Put):
        return Named(path, step.words) if step.at.on_key else Whole(path, _with_sign(step.words, value))
    if isinstance(step, MoveLast):
        return Last(path)
    return _fields(step, path)


def _fields(step: Add, path: Path) -> Fields:
    part = part_at(step.at.path)
    short = part.short_form or "text"
    sentence = Key(short, part.title_of(short))
    return Fields(path, {Key(step.key, part.title_of(step.key)): step.words}, sentence, lines=True)


def _with_sign(words: str, value: Any) -> str:
    percent = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    return words + percent[1] if percent is not None and _NUMBER.fullmatch(words) else words


def _blanks_before(value: Any, file: File, at: Place) -> int:
    """How many blanks stand before what the model made of a name, which it strips."""
    read: Any = file.document
    for step in at.path:
        if isinstance(step, int):
            read = read[step] if isinstance(read, tuple) and step < len(read) else None
        else:
            read = getattr(read, step, getattr(read, step + "_", None))
    if isinstance(read, Part) and read.short_form is not None:
        read = getattr(read, read.short_form)
    if not isinstance(value, str) or not isinstance(read, str) or value.strip() != read.strip():
        raise CannotEdit("nowhere")
    return value.index(read)


def _as_written(data: dict[str, Any], path: Path, *, on_key: bool) -> tuple[Path, Any]:
    """`path` without the steps into what is written in a short form, and the value there. Raises CannotEdit."""
    value: Any = data
    taken: list[str | int] = []
    for depth, step in enumerate(path):
        if isinstance(value, str):
            if path[depth:] not in _needless(path[:depth]):
                raise CannotEdit("nowhere")
            break
        if isinstance(value, dict) and isinstance(step, int) and taken[-1:] == ["split"]:
            return _of_split(value, tuple(taken), path[depth:], on_key=on_key)
        if isinstance(value, dict) and isinstance(step, str):
            value = value[_spelt(value, step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif isinstance(value, (dict, list)) and (step == 0 or isinstance(value, list)):
            continue
        else:
            raise CannotEdit("nowhere")
        taken.append(step)
    return tuple(taken), value


def _needless(path: Path) -> Iterator[Path]:
    """The steps that may follow one that leads to a plain sentence: into a list of one, into the field that it fills."""
    short = part_at(path).short_form
    for steps in ((), (0,)):
        yield steps
        if short is not None:
            yield (*steps, short)


def _of_split(value: dict[str, Any], path: Path, rest: Path, *, on_key: bool) -> tuple[Path, Any]:
    """The share of a post where shares are written as `{post: share}`."""
    posts = list(value)
    if len(rest) != 2 or not isinstance(rest[0], int) or rest[0] >= len(posts) or on_key:
        raise CannotEdit("nowhere")
    if rest[1] != "share":
        raise CannotEdit("nowhere")
    return (*path, posts[rest[0]]), value[posts[rest[0]]]


def _spelt(mapping: dict[str, Any], step: str) -> str:
    for key in mapping:
        if means(key, step, spellings()):
            return key
    raise CannotEdit("nowhere")
